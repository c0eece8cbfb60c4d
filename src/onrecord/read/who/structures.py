"""What a noun phrase is tied to by its place in the sentence: an apposition, a predicate, the holder of an office."""

from spacy.tokens import Token

from onrecord.lexicon.people import Role
from onrecord.model import Form, Kind
from onrecord.read.who.apposed import named_after, named_before, named_with_first
from onrecord.read.who.noun_phrase import is_whole
from onrecord.read.who.of_kind import ANY_GROUP, ANY_TOWN, COMPANIES
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.other_names import bearers
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, last_token

TOGETHER = frozenset((Kind.BODY, Kind.GROUP))
"""Kinds of what bears a name together."""


def named_beside(scene: Scene, mention: Reference) -> Reference | None:
    """Who or what is named beside a nominal, set off by commas: its researcher, X; the force, Y; a farmer, Z."""
    bare = not any(c.dep_ == "det" for c in mention.head.children)
    if mention.noun is None or mention.plural:
        return None
    if isinstance(mention.noun.entry, Role) and not mention.definite:
        return introduced(scene, mention)
    if not (mention.definite or bare):
        return None
    if isinstance(mention.noun.entry, Role):
        return named_after(scene, mention) or named_before(scene, mention)
    doc, end = scene.doc, last_token(scene, mention)
    name = scene.at_start.get(end + 1) if end < len(doc) and doc[end].text == "," else None
    if name is None or name.form != Form.NAME or name.kind not in (Kind.BODY, Kind.GROUP):
        return None
    after = last_token(scene, name)
    return name if after < len(doc) and doc[after].is_punct and name.head.dep_ == "appos" else None


def introduced(scene: Scene, mention: Reference) -> Reference | None:
    """Who is brought in by what he or she is: "a farmer, Ana Cruz, said"; "a farmer named Ana Cruz"."""
    called = (n for v in mention.head.rights if v.lower_ in ("named", "called") for n in v.rights)
    name = next((m for n in called if (m := scene.mention(n)) is not None), None) or named_after(scene, mention)
    if name is None or name.form != Form.NAME or name.kind != Kind.PERSON:
        return None
    after = last_token(scene, name)
    listed = (
        after + 1 < len(scene.doc) and scene.doc[after].text == "," and scene.doc[after + 1].lower_ in ("and", "or")
    )
    return None if listed or name.head.dep_ not in ("appos", "oprd", "dobj", "attr") else name


def beside(scene: Scene, mention: Reference) -> Reference | None:
    """What a nominal is an apposition to, or what it is said to be."""
    head = mention.head
    called = scene.mention(head.doc[head.i - 1]) if head.i else None
    if called is not None and called.form == Form.NAME and names_kind(called, mention):
        return called
    if mention.lemma in ANY_TOWN and (town := town_of(scene, head)) is not None:
        return town
    if head.dep_ == "appos":
        return None if any(is_whole(c, head) for c in head.children) else scene.mention(head.head)
    if (holder := named_with_first(scene, mention)) is not None:
        return holder
    verb = head.head
    if head.dep_ != "attr" or verb.lemma_ != "be" or any(is_unsure(c) for c in verb.children):
        return None
    return next((m for c in verb.children if c.dep_ == "nsubj" and (m := scene.mention(c)) is not None), None)


def town_of(scene: Scene, head: Token) -> Reference | None:
    """The town in "the town of Adwa"."""
    objects = (c for p in head.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj")
    found = next((m for c in objects if (m := scene.mention(c)) is not None), None)
    return found if found is not None and found.form == Form.NAME and found.kind == Kind.PLACE else None


def names_kind(name: Reference, mention: Reference) -> bool:
    """Whether a noun says after a name what it names: Ouaddai province, the Hamas movement."""
    if name.head.dep_ != "compound" or name.head.head != mention.head:
        return False
    return name.kind == mention.kind == Kind.PLACE or mention.lemma in ANY_GROUP | COMPANIES


def is_unsure(token: Token) -> bool:
    """Whether a word by "be" makes it no plain statement: not, may, would."""
    return token.dep_ == "neg" or (token.dep_ == "aux" and token.lower_ not in ("has", "have", "had"))


def holds(claim: Claim, mention: Reference, scene: Scene) -> bool:
    """Whether a definite nominal names the office of a claim."""
    title = claim.title.lower().split()
    if mention.noun is None or not isinstance(mention.noun.entry, Role) or mention.plural:
        return False
    in_headline = mention.start < scene.headline
    if mention.lemma.split()[-1] not in title or (mention.country is None and not in_headline):
        return False
    if mention.country != claim.country and not (in_headline and None in (mention.country, claim.country)):
        return False
    return set(mention.lemma.split()) <= set(title)


def fits(a: Reference, b: Reference) -> bool:
    """Whether the kinds of two mentions allow that they are one's."""
    if a.form == Form.PRONOUN or a.kind is None or b.kind is None:
        return True
    return (
        a.kind == b.kind
        or {a.kind, b.kind} <= {Kind.BODY, Kind.GROUP, Kind.OTHER}
        or {a.kind, b.kind}
        <= {
            Kind.PLACE,
            Kind.STATE,
        }
    )


def borne_by(scene: Scene, name: Reference) -> Reference | None:
    """Who a sentence says goes by a name; None where it says so of nobody, or of one of another kind."""
    if name.form != Form.NAME:
        return None
    borne = (m for head in bearers(name.head) if (m := scene.mention(head)) is not None)
    bearer = next((m for m in borne if m.form != Form.PRONOUN), None)
    return bearer if bearer is not None and can_bear(bearer, name) else None


def can_bear(bearer: Reference, name: Reference) -> bool:
    """Whether the kinds agree: a body's name is that of one, or of people together."""
    if name.kind in TOGETHER:
        return bearer.kind in TOGETHER or (bearer.kind == Kind.PERSON and bearer.plural)
    return name.kind == bearer.kind == Kind.PERSON and not bearer.plural
