"""Kin: who is whose brother, niece or widow."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.lexicon.people import KinWord
from onrecord.model import Extent, Form, Kind
from onrecord.read.who.apposed import named_after, named_before
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, last_token

SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """That `person` is the `relation` of `of`. `phrase` is the nominal that says so, where it is a mention."""

    person: Reference
    relation: str
    of: Reference
    spans: tuple[Extent, ...]
    rule: str
    phrase: Reference | None = None


def find_ties(scene: Scene) -> tuple[Tie, ...]:
    """Every tie of kin that the doc tells."""
    ties: list[Tie] = []
    for mention in scene.mentions:
        if mention.noun is not None and isinstance(mention.noun.entry, KinWord):
            ties += several(scene, mention) if mention.plural else ties_of(scene, mention)
        elif mention.name is not None and mention.kind == Kind.PERSON:
            ties += before_name(scene, mention)
    ties += [tie for token in scene.words.tokens if weds(token) for tie in married(scene, token)]
    return tuple(ties)


def weds(token: Token) -> bool:
    """Whether a token is the verb "marry", or "married" by "be"."""
    return token.lemma_ == "marry" or (token.lower_ == "married" and token.dep_ == "acomp")


def married(scene: Scene, verb: Token) -> Iterator[Tie]:
    """X married Y; X is married to Y."""
    if any(c.dep_ == "neg" for c in verb.children):
        return
    yield from one_another(scene, verb)
    for of in [m for t in whom(verb) if (m := scene.mention(t)) is not None and m.kind == Kind.PERSON]:
        for token in (c for c in (verb.head if verb.dep_ == "acomp" else verb).children if c.dep_ in SUBJECTS):
            person = scene.mention(token)
            if person is not None and person.kind == Kind.PERSON and person is not of:
                spans = tuple(sorted((person.extent, of.extent)))
                yield Tie(person=person, relation="spouse", of=of, spans=spans, rule="kin.marry")


def one_another(scene: Scene, verb: Token) -> Iterator[Tie]:
    """X and Y married; X and Y were married."""
    if next(whom(verb), None) is not None:
        return
    for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        found = [m for t in (subject, *subject.conjuncts) if (m := scene.mention(t)) is not None]
        if len(found) == 2 and all(m.kind == Kind.PERSON and m.form == Form.NAME for m in found):
            person, of = found
            yield Tie(person=person, relation="spouse", of=of, spans=(person.extent, of.extent), rule="kin.marry")


def whom(verb: Token) -> Iterator[Token]:
    """The object of "married", and what "married to" leads to."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep" and child.lower_ == "to":
            yield from (c for c in child.children if c.dep_ == "pobj")


def ties_of(scene: Scene, kin: Reference) -> Iterator[Tie]:
    """His uncle, Z; Z, the brother of Y; Z is the nephew of Y."""
    assert kin.noun is not None
    of = relative_of(scene, kin.head)
    if of is None:
        return
    person = named_after(scene, kin) or named_before(scene, kin) or named_after_relative(scene, kin, of)
    person = person or named_right_after(scene, kin)
    rule = "kin.apposition"
    if person is None:
        person, rule = subject_of(scene, kin.head), "kin.copula"
    if person is None:
        person, rule = kin, "kin.possessive"
    if person is not of:
        spans = tuple(sorted({person.extent, kin.extent, of.extent}))
        yield Tie(person=person, relation=kin.noun.lemma, of=of, spans=spans, rule=rule, phrase=kin)


def several(scene: Scene, kin: Reference) -> Iterator[Tie]:
    """X's sons Y and Z; X had two sons, Y and Z."""
    had = kin.head.head if kin.head.dep_ == "dobj" and kin.head.head.lemma_ == "have" else None
    owner = next((c for c in had.children if c.dep_ == "nsubj"), None) if had is not None else None
    of = scene.mention(owner) if owner is not None else relative_of(scene, kin.head)
    apposed = (t for c in kin.head.children if c.dep_ == "appos" for t in (c, *c.conjuncts))
    for person in (m for t in apposed if (m := scene.mention(t)) is not None):
        if of is not None and kin.noun is not None and person.form == Form.NAME and person.kind == Kind.PERSON:
            spans = tuple(sorted({person.extent, kin.extent, of.extent}))
            yield Tie(person=person, relation=kin.noun.lemma, of=of, spans=spans, rule="kin.apposition")


def named_right_after(scene: Scene, kin: Reference) -> Reference | None:
    """Who is named behind a possessor's kin without a comma: "Ali Saleh's uncle Idriss Saleh stayed"."""
    person = scene.at_lead.get(last_token(scene, kin))
    owned = any(c.dep_ == "poss" for c in kin.head.children)
    return person if owned and person is not None and person.kind == Kind.PERSON else None


def named_after_relative(scene: Scene, kin: Reference, of: Reference) -> Reference | None:
    """Who is named behind whose kin it is: "the widow of Ali Saleh, Fatime Saleh, left"."""
    end = last_token(scene, of)
    if of.start < kin.start or end + 1 >= len(scene.doc) or scene.doc[end].text != ",":
        return None
    person = scene.at_lead.get(end + 1)
    if person is None or person.kind != Kind.PERSON or kin.head.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    after = last_token(scene, person)
    return person if after < len(scene.doc) and scene.doc[after].is_punct else None


def before_name(scene: Scene, person: Reference) -> Iterator[Tie]:
    """X's son Y."""
    name = person.name
    assert name is not None
    for i in range(name.lead, name.start):
        at = scene.words.nouns.get(i)
        if at is not None and at.noun is not None and isinstance(at.noun.entry, KinWord):
            head = scene.doc[at.start : at.end].root
            of = relative_of(scene, head) or relative_of(scene, person.head)
            others = (m for t in person.head.conjuncts if at.noun.plural and (m := scene.mention(t)) is not None)
            for one in (person, *(m for m in others if m.form == Form.NAME and m.kind == Kind.PERSON)):
                if of is not None and of is not one:
                    spans = tuple(sorted({one.extent, of.extent}))
                    yield Tie(person=one, relation=at.noun.lemma, of=of, spans=spans, rule="kin.title")


def relative_of(scene: Scene, head: Token) -> Reference | None:
    """Whose kin: the possessor, or what "of" leads to."""
    for child in head.children:
        if child.dep_ == "poss":
            return scene.mention(child)
        if child.dep_ == "prep" and child.lower_ in ("of", "to"):
            found = next((scene.mention(c) for c in child.children if c.dep_ == "pobj"), None)
            if found is not None and found.kind in (Kind.PERSON, None):
                return found
    return None


def subject_of(scene: Scene, head: Token) -> Reference | None:
    """Who the kin word is said of: X is the nephew of Y."""
    here = head
    while here.dep_ == "conj":
        here = here.head
    verb = here.head
    if here.dep_ != "attr" or verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
        return None
    return next((scene.mention(c) for c in verb.children if c.dep_ == "nsubj"), None)
