"""Mentions: every place in a text that speaks of a person, body, state, group or place, with what its words tell."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.lexicon.given_names import gender_of
from onrecord.lexicon.known import Sort
from onrecord.lexicon.people import BodyWord, KinWord, Noun, Role
from onrecord.model import Extent, Form, Kind
from onrecord.read.who.doers import author_phrase, doer_phrase, is_author, is_doer
from onrecord.read.who.kinds import body_in
from onrecord.read.who.likeness import SETTING_APART
from onrecord.read.who.metonyms import stands_for_state
from onrecord.read.who.names import Name
from onrecord.read.who.noun_phrase import phrase_of, whole_name
from onrecord.read.who.reference import Reference, pronoun
from onrecord.read.who.runs import LINKS
from onrecord.read.who.telling import Sign, Told, tell
from onrecord.read.who.words import At, Words

DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))

NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
"""Parts of speech that the tagger gives a noun for people, "tens of thousands" among them."""
HOSTS = frozenset(("hundreds", "thousands", "dozens", "tens of thousands", "hundreds of thousands"))
HARMING = frozenset(
    "abduct arrest detain displace evacuate execute free injure jail kidnap kill maim release wound".split()
)
"""Numbers that may be people, and verbs whose object then is."""
BARE = frozenset(("authorities",))
"""Plurals of weak nouns that are somebody as they stand: "*Authorities* closed the port"."""


def find_mentions(
    doc: Doc, text: str, words: Words, names: tuple[Name, ...], date: str | None, headline: int = 0
) -> tuple[Reference, ...]:
    """Names, nominals and pronouns in text order. In the headline, which ends at `headline`, nouns need no article."""
    inside = {i: n for n in names for i in range(n.start, n.end)} | {
        i: n for n in names for i in range(n.lead, n.start) if i in words.noun_at
    }
    found = within_outer([name_reference(doc, text, words, name, date) for name in names], text)
    found += nominals(doc, text, words, inside, date, headline)
    found += [r for t in words.tokens if (r := pronoun(t)) is not None]
    return tuple(sorted(found, key=lambda r: (r.extent.start, -r.extent.end)))


def within_outer(names: list[Reference], text: str) -> list[Reference]:
    """The same names, where a place that the text puts in another is one phrase with it: "Moyale, Kenya"."""
    found: list[Reference] = []
    for name in reversed(names):
        outer = found[-1] if found else None
        if outer is not None and name.kind == Kind.PLACE and lies_in(name, outer, text):
            name = replace(name, whole=Extent(name.whole.start, outer.whole.end))
        found.append(name)
    return found[::-1]


def lies_in(place: Reference, outer: Reference, text: str) -> bool:
    """Whether a place or state is named behind a comma as what holds the place, and not as one more of a list."""
    apart = text[place.extent.end : outer.whole.start]
    return apart == ", " and outer.kind in (Kind.PLACE, Kind.STATE) and outer.head.dep_ in ("appos", "npadvmod", "nmod")


def name_reference(doc: Doc, text: str, words: Words, name: Name, date: str | None) -> Reference:
    """The mention that a name is. A named force that the text ties to no state is a group, PLOVER's unidentified armed
    forces, and no army of one."""
    head = doc[name.start : name.end].root
    extent = Extent(doc[name.start].idx, doc[name.end - 1].idx + len(doc[name.end - 1].text))
    known = name.known
    kind, country, sector, register = name.kind, None, name.sector, None
    if known is not None:
        country = known.country
        if known.group is not None:
            register, sector = known.group.id or None, known.group.sectors(date)
        elif known.sort == Sort.CAPITAL:
            kind = Kind.STATE if stands_for_state(head) else Kind.PLACE
    else:
        end = name.start if name.kind == Kind.PERSON else name.end
        start = min(name.lead, owner_start(head, name))
        link = next((i for i in range(name.start, end) if doc[i].lower_ in LINKS), end)
        country = told_by(doc, words, start, end, date).country
        body = None if kind == Kind.PERSON else body_in(words, name.start, name.end)
        told = body.sector if body is not None else told_by(doc, words, start, link, date).sectors
        sector = tuple(dict.fromkeys((*told, *sector)))
        if kind == Kind.BODY and sector == ("MIL",) and country is None:
            kind, sector = Kind.GROUP, ("UAF",)
    return Reference(
        extent=extent,
        whole=whole_name(doc, name.lead, name.start, name.end),
        head=head,
        form=Form.NOMINAL if known is not None and known.sort == Sort.PEOPLE else Form.NAME,
        kind=kind,
        lemma=head.lemma_.lower(),
        words=frozenset(t.lower_ for t in doc[name.start : name.end] if t.is_alpha or "-" in t.text),
        text=extent.of(text),
        country=country,
        sector=sector,
        register=register,
        gender=name.gender or (gender_of(extent.of(text)) if kind == Kind.PERSON else None),
        plural=(known is not None and known.sort == Sort.PEOPLE) or head.tag_ == "NNPS",
        name=name,
    )


def owner_start(head: Token, name: Name) -> int:
    """The first token of the possessor or adjective before a body's name: Chad's Ministry of Works."""
    before = [
        c.left_edge.i for c in head.children if c.i < name.start and c.dep_ in ("poss", "amod", "compound", "nmod")
    ]
    return min((i for i in before if name.start - i < 8), default=name.start)


def nominals(
    doc: Doc, text: str, words: Words, inside: dict[int, Name], date: str | None, headline: int
) -> Iterator[Reference]:
    """Noun phrases whose head is a noun for persons, bodies, states or places."""
    for at in words.nouns.values():
        head = doc[at.start : at.end].root
        if at.noun is None or is_infinitive(head, at.noun) or any(i in inside for i in range(at.start, at.end)):
            continue
        tokens = phrase_of_noun(head, at, at.noun)
        if not tokens:
            continue
        if isinstance(at.noun.entry, KinWord):
            tokens = tuple(t for t in tokens if t.i <= head.i)
        if in_title(head) or head.pos_ not in NOUNS or too_weak(at.noun, head):
            continue
        told = told_by(doc, words, tokens[0].i, tokens[-1].i + 1, date)
        extent = Extent(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
        entry = at.noun.entry
        yield Reference(
            extent=extent,
            whole=extent,
            head=head,
            form=Form.NOMINAL,
            kind=kind_of_nominal(entry, head),
            lemma=at.noun.lemma,
            words=frozenset(t.lower_ for t in tokens if tells_apart(t)),
            text=extent.of(text),
            country=told.country,
            sector=told.sectors,
            gender=None if isinstance(entry, BodyWord) else entry.gender,
            plural=is_plural(head, at.noun),
            definite=is_definite(head) or head.idx < headline,
            noun=at.noun,
        )


def is_plural(head: Token, noun: Noun) -> bool:
    """Whether a noun speaks of several: "a *rebel* attack" was one of rebels."""
    of_several = isinstance(noun.entry, Role) and is_doer(head, noun)
    return noun.plural or of_several or any(c.dep_ == "cc" for c in head.children)


def tells_apart(token: Token) -> bool:
    """Whether a word says which of several a noun means: "the *Interfax* agency", "the *former* board"."""
    return (token.is_alpha and not token.is_stop) or "-" in token.text.strip("-") or token.lower_ in SETTING_APART


def kind_of_nominal(entry: Role | KinWord | BodyWord, head: Token) -> Kind:
    """What a noun phrase speaks of: its noun's kind; a "state" with a name before it ("Kassala state") is a place."""
    if isinstance(entry, KinWord):
        return Kind.PERSON
    named = any(c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" for c in head.children)
    return Kind.PLACE if entry.kind == Kind.STATE and named else entry.kind


def phrase_of_noun(head: Token, at: At, noun: Noun) -> tuple[Token, ...]:
    """The phrase of a noun that heads one, or that says before another noun whose words or whose deed that is."""
    if is_author(head, noun):
        return author_phrase(head, at.end)
    if is_doer(head, noun):
        return doer_phrase(head, at.start)
    return phrase_of(head, at.start, at.end) if heads_phrase(head, at.end) else ()


def heads_phrase(head: Token, end: int) -> bool:
    """Whether a noun heads a phrase of its own, rather than standing before another noun ("army checkpoint")."""
    if head.dep_ in ("compound", "amod", "nmod", "npadvmod", "advmod", "quantmod", "dep") and head.head.i > head.i:
        return False
    if end < len(head.doc) and head.doc[end].text == "-":
        return False
    return head.pos_ != "ADJ" or head.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")


def is_infinitive(head: Token, noun: Noun) -> bool:
    """Whether a word that the tagger takes for a person is a verb: "offered to *host* talks"."""
    person = isinstance(noun.entry, Role) and not noun.plural and noun.entry.kind == Kind.PERSON
    return person and head.text.islower() and head.i > 0 and head.nbor(-1).lower_ == "to"


def in_title(head: Token) -> bool:
    """Whether a capital noun ends the title of an office: Minister for Refugees."""
    preposition = head.head
    return (
        head.dep_ == "pobj"
        and preposition.i == head.i - 1
        and head.text[:1].isupper()
        and preposition.head.text[:1].isupper()
    )


def too_weak(noun: Noun, head: Token) -> bool:
    """Whether a common word ("office", "side") lacks what would make it a body here; a warplane is none at all, nor are
    thousands of something, or what costs thousands."""
    if isinstance(noun.entry, Role):
        return noun.entry.thing or (noun.lemma in HOSTS and not is_host(head, len(noun.lemma.split())))
    if not isinstance(noun.entry, BodyWord) or not (noun.entry.weak or noun.entry.kind == Kind.PLACE):
        return False
    if head.lower_ in BARE and head.dep_ in ("nsubj", "nsubjpass", "pobj"):
        return False
    return not any(c.dep_ in ("det", "poss", "amod", "compound") and c.i < head.i for c in head.children)


def is_host(number: Token, length: int) -> bool:
    """Whether a number of so many words is people: where it stands alone as what does something, or is harmed."""
    of_others = any(c.dep_ == "prep" and c.lower_ == "of" and c.i >= number.i + length for c in number.children)
    harmed = number.dep_ == "dobj" and number.head.lemma_.lower() in HARMING
    return not of_others and (harmed or number.dep_ in ("nsubj", "nsubjpass", "conj"))


def is_definite(head: Token) -> bool:
    """Whether the phrase speaks of something known: the, this, a possessive."""
    return any(c.i < head.i and (c.dep_ == "poss" or c.lower_ in DEFINITE) for c in head.children)


def told_by(doc: Doc, words: Words, start: int, end: int, date: str | None) -> Told:
    """What the tokens `start` to `end` tell of country and sectors."""
    signs: list[Sign] = []
    i = start
    while i < end:
        at = words.known.get(i) or words.nouns.get(i) or words.titles.get(i)
        if at is not None and at.end <= end:
            signs.append(Sign("", at.known, at.noun, at.title))
            i = at.end
        else:
            signs.append(Sign(doc[i].lower_))
            i += 1
    return tell(signs, date)
