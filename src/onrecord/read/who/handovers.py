"""One office of two persons: who succeeded a minister is minister, though the report does not say it again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.model import Extent, Form, Kind, Office
from onrecord.read.trees import logical_object, logical_subject
from onrecord.read.who.apposed import named_after, named_before
from onrecord.read.who.office_claims import day_near
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

SUCCEEDING = frozenset(("succeed", "replace"))
VERBS = SUCCEEDING | {"take"}
NOUNS = ("successor", "predecessor")
MAKING = frozenset("appoint choose elect inaugurate install name nominate pick swear".split())
RULE = "office.handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """That one person came after another in an office that is not named here; `day` is an ISO date.

    `both_ways`: what is known of who came is known of who went. Not of "replace": a president replaces a minister.
    """

    comes: Reference
    went: Reference
    day: str | None
    both_ways: bool
    spans: tuple[Extent, ...]


def find_handovers(scene: Scene) -> Iterator[Handover]:
    """X succeeded Y; Y was replaced by X; X took over from Y; Y's successor, X; X's predecessor, Y."""
    for token in scene.words.tokens:
        lemma = token.lemma_.lower()
        pair = None
        if lemma in VERBS and token.pos_ == "VERB" and not names_office(token):
            pair = verbs_parties(token)
        elif lemma in NOUNS:
            pair = nouns_parties(scene, token)
        comes, went = (scene.mention(t) if t is not None else None for t in pair or (None, None))
        if comes is not None and went is not None and comes is not went and is_person(comes) and is_person(went):
            spans = tuple(sorted({comes.extent, Extent(token.idx, token.idx + len(token)), went.extent}))
            both = lemma != "replace"
            day = day_near(scene, token) if lemma in VERBS or is_made(token) else None
            yield Handover(comes=comes, went=went, day=day, both_ways=both, spans=spans)


def is_made(noun: Token) -> bool:
    """Whether a sentence tells that somebody becomes a successor, and so when: "*named* his successor on May 3"."""
    return any(a.lemma_.lower() in MAKING for a in noun.ancestors)


def names_office(verb: Token) -> bool:
    """Whether an office is said after "as": that is for `find_successions`."""
    return any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children)


def verbs_parties(verb: Token) -> tuple[Token | None, Token | None] | None:
    """Who comes and who went, of a verb of succession; None of another verb."""
    lemma = verb.lemma_.lower()
    comes = next(iter(logical_subject(verb)), None)
    if lemma in SUCCEEDING:
        replacing = next((t for p in verb.children if p.lower_ == "with" for t in p.children if t.dep_ == "pobj"), None)
        return replacing or comes, next(iter(logical_object(verb)), None)
    over = lemma == "take" and any(c.dep_ == "prt" and c.lower_ == "over" for c in verb.children)
    if not over:
        return None
    return comes, next((t for p in verb.children if p.lower_ == "from" for t in p.children if t.dep_ == "pobj"), None)


def nouns_parties(scene: Scene, noun: Token) -> tuple[Token | None, Token | None] | None:
    """Who comes and who went, of "his successor, X"."""
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    nominal = scene.mention(noun)
    named = (named_after(scene, nominal) or named_before(scene, nominal)) if nominal is not None else None
    if whose is None or named is None:
        return None
    return (named.head, whose) if noun.lemma_.lower() == "successor" else (whose, named.head)


def is_person(mention: Reference) -> bool:
    """Whether a mention is a person's name or a pronoun that can be one's."""
    return mention.form == Form.PRONOUN or (mention.form == Form.NAME and mention.kind == Kind.PERSON)


def hand_over(
    offices: Sequence[Office], handovers: Iterable[Handover], ids: Mapping[Reference, str]
) -> tuple[Office, ...]:
    """The offices, and those that follow from a handover: where one of the two is said to hold a single office and the
    other none, it is the other's too, before or after."""
    found = list(offices)
    for handover in handovers:
        comes, went = ids.get(handover.comes), ids.get(handover.went)
        theirs, others = ([o for o in found if o.holder == id] for id in (comes, went))
        if comes is None or went is None or comes == went or len(theirs) + len(others) != 1:
            continue
        if theirs and not handover.both_ways:
            continue
        known = (theirs or others)[0]
        told = replace(known, holder=comes if others else went, appointed_by=None, spans=handover.spans, rule=RULE)
        if others:
            found.append(replace(told, since=handover.day, until=None))
            found[found.index(known)] = replace(known, until=known.until or handover.day)
        else:
            found.append(replace(told, since=None, until=handover.day))
            found[found.index(known)] = replace(known, since=known.since or handover.day)
    return tuple(found)
