"""Who did what to whom: finds event words with their parties, then decides type and mode.

`find_candidates` lists every word of the lexicon that fires, with the entities to which its paths lead; a `Judge`
decides each one's type, modes and confidence, or drops it. The rules' judge is `by_entry`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Extent, Kind, Modality
from onrecord.read.firing import first_reached, fits
from onrecord.read.modality import find_modality, is_refusal
from onrecord.read.parse import Parsed
from onrecord.read.trees import clause, walk
from onrecord.read.what.deeds import deed_at, doers, sites
from onrecord.read.what.misnamed import is_naming, is_put_out
from onrecord.read.what.parties import nearest_parties, others
from onrecord.read.what.polls import OPINIONS, is_polled
from onrecord.read.what.verbal import in_words
from onrecord.read.who.cast import Cast

WITH_WEAPONS = "ASSAULT"
MEETING = "CONSULT"
"""The type of which nothing is told where it is only told with whom: "on a tour of Peru"."""
HABITUAL = frozenset("always commonly frequently generally normally often rarely regularly routinely usually".split())
OWN_NEGATION = "neg"
"""The path by which an entry asks for a negation of its own word."""
SEVERAL = frozenset("two three four five both several all".split())
"""Words before those who are named in one: "the *two* ministers"."""
AWAITED = frozenset(("due", "expected"))
"""Words of which somebody is the subject who is not there yet."""
EACH = frozenset(("each", "every"))
"""Words before a time that comes round again."""
UNREST = "PROTEST"
"""The type of what people do, and no state."""
REFUSAL = "REJECT"
"""The type that it is to say that one will not do what somebody wants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event word in the text with its parties (ids of entities) and the modality of its clause."""

    entry: EventWord
    trigger: Token
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modality: Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a judge makes of a candidate: PLOVER type, modes, modality, and how sure it is (0 to 1; None where it only
    goes by rules, which are as sure as they were measured to be)."""

    type: str
    mode: tuple[str, ...]
    modality: Modality
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as one place in the text tells it, before tellings of the same event are joined.

    `content`: of a speech act, what is said by it; times and places in there are not those of the saying.
    """

    trigger: Token
    type: str
    mode: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modality: Modality
    confidence: float | None = None
    rule: str
    content: tuple[Extent, ...] = ()


Judge = Callable[[Candidate, Lexicon], Verdict | None]


def find_events(parsed: Parsed, cast: Cast, lexicon: Lexicon, judge: "Judge | None" = None) -> tuple[Told, ...]:
    """Every telling of an event in text order."""
    decide = judge or by_entry
    told = []
    for candidate in find_candidates(parsed, cast, lexicon):
        verdict = decide(candidate, lexicon)
        if verdict is not None:
            told.append(as_told(candidate, verdict))
    return tuple(told)


def find_candidates(parsed: Parsed, cast: Cast, lexicon: Lexicon) -> list[Candidate]:
    """Every event word of the lexicon that fires, with its parties; the first entry that fits a word speaks for it."""
    found = []
    for token in parsed.doc:
        for entry in lexicon.events.get(token.lemma_.lower(), ()):
            if fits(entry, token):
                if not is_put_out(cast, token, entry):
                    found.append(read_word(entry, token, cast, lexicon))
                break
    return found


def read_word(entry: EventWord, token: Token, cast: Cast, lexicon: Lexicon) -> Candidate:
    """Follows an entry's paths from its word. A party is never both: the actor gives way to the recipient."""
    named = named_in(cast, token)
    actor = tuple(id for id in find_actor(cast, token, entry, lexicon) if id not in named)
    if entry.type == UNREST:
        actor = tuple(id for id in actor if cast.entity(id).kind is not Kind.STATE)
    recipient = first_parties(cast, token, entry.recipient, (*actor, *named))
    if entry.sited and not recipient:
        recipient = tuple(r for r in sites(cast, token, entry, lexicon) if r not in actor)
    sure = bool(recipient)
    if actor and not recipient and may_be_near(entry, actor) and not are_mutual(entry, token):
        aside = [t for path in entry.requires for t in walk(token, path)]
        recipient = tuple(id for id in nearest_parties(cast, token, actor, aside) if id not in named)
    if entry.reciprocal and not sure:
        recipient = tuple(r for r in recipient if cast.entity(r).kind is not Kind.PLACE)
    if entry.reciprocal:
        actor, recipient = (*actor, *recipient), ()
    return Candidate(
        entry=in_words(entry, token, actor, recipient, cast, lexicon),
        trigger=token,
        actor=actor,
        recipient=recipient,
        modality=modality_of(entry, token, lexicon),
    )


def modality_of(entry: EventWord, token: Token, lexicon: Lexicon) -> Modality:
    """Whether an entry's event has happened; not yet where somebody is only due. Where the entry itself asks for a
    "not", that undoes nothing: who "does not recognise" a court rejects it."""
    found = find_modality(token, lexicon)
    if found is Modality.ACTUAL and token.lower_ in AWAITED:
        return Modality.FUTURE
    own = OWN_NEGATION in entry.requires and lexicon.types[entry.type].refused is None
    return Modality.ACTUAL if found is Modality.NEGATED and own else found


def may_be_near(entry: EventWord, actor: tuple[str, ...]) -> bool:
    """Whether a recipient may also stand where no path of the entry leads."""
    return bool(entry.recipient) and not entry.sided and not (entry.reciprocal and len(actor) > 1)


def are_mutual(entry: EventWord, token: Token) -> bool:
    """Whether those who do something to each other are named in one: "*the two kings* met over the raid on Chad"."""
    if not entry.reciprocal:
        return False
    doing = first_reached(token, entry.actor)
    return any(t.tag_ in ("NNS", "NNPS") and any(c.lower_ in SEVERAL for c in t.children) for t in doing)


def named_in(cast: Cast, token: Token) -> tuple[str, ...]:
    """The entities that the name of an event has in it, who do nothing by that: "the *Andean* Dialogue", "the Summit of
    the *Americas*"."""
    if token.tag_ not in ("NNP", "NNPS"):
        return ()
    words = (token, *(t for path in ("premod", "of") for t in walk(token, path)))
    return tuple(id for t in words if (id := cast.at(t)) is not None)


def find_actor(cast: Cast, token: Token, entry: EventWord, lexicon: Lexicon) -> tuple[str, ...]:
    """Who does what a word tells; where a deed does it ("the blasts killed nine"), who did that."""
    for path in entry.actor:
        for there in first_reached(token, (path,)):
            deed = deed_at(there, lexicon) if cast.at(there) is None else None
            if deed is not None:
                return doers(cast, there, deed, lexicon)
    return doers(cast, token, entry, lexicon)


def first_parties(cast: Cast, token: Token, paths: tuple[str, ...], without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The parties to which the first path that leads to any leads, less those of `without` and what is theirs."""
    for path in paths:
        found = others(cast, first_reached(token, (path,)), without)
        if found:
            return found
    return ()


def by_entry(candidate: Candidate, lexicon: Lexicon) -> Verdict | None:
    """The rules' judgement: the entry's type, its modes and those of words beside it; nothing without any party."""
    entry = candidate.entry
    if not (candidate.actor or candidate.recipient) or is_habit(candidate.trigger):
        return None
    if (entry.type == MEETING and not candidate.actor) or is_onesided(candidate):
        return None
    if entry.type in OPINIONS and is_polled(candidate.trigger):
        return None
    if entry.type == MEETING and is_naming(candidate.trigger):
        return None
    refused = refusal_of(entry.type, candidate.modality, candidate.trigger, lexicon)
    if refused is not None:
        return Verdict(type=REFUSAL, mode=refused, modality=Modality.ACTUAL)
    mode = modes_beside(candidate.trigger, entry.type, entry.mode, lexicon)
    return Verdict(type=entry.type, mode=mode, modality=candidate.modality)


def refusal_of(type: str, modality: Modality, trigger: Token, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The modes of the REJECT that it is to say that one will not do what a word tells; None where it is none."""
    refused = lexicon.types[type].refused
    return refused if modality is Modality.NEGATED and is_refusal(trigger) else None


def is_onesided(candidate: Candidate) -> bool:
    """Whether one of two sides is missing that an entry must have; of a reciprocal one, both are actors."""
    sides = len(candidate.actor) > 1 if candidate.entry.reciprocal else bool(candidate.recipient)
    return candidate.entry.sided and not sides


def is_habit(trigger: Token) -> bool:
    """Whether a word tells what somebody is wont to do, and no one deed: "often carries out such attacks", "march each
    July"."""
    verb = clause(trigger)
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    often = any(c.dep_ == "advmod" and c.lower_ in HABITUAL for c in verb.children)
    return often or any(c.lower_ in EACH for c in walk(verb, "npadvmod>det"))


def modes_beside(trigger: Token, type: str, own: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The entry's own modes, or those that words of the same clause tell; an attack has its weapons beside its own."""
    if own and type != WITH_WEAPONS:
        return own
    told = dict.fromkeys(own)
    for token in clause(trigger).subtree:
        for entry in lexicon.modes.get(token.lemma_.lower(), ()):
            if entry.type == type:
                told[entry.mode] = None
    return tuple(told)


def as_told(candidate: Candidate, verdict: Verdict) -> Told:
    """The telling that a verdict makes of a candidate."""
    return Told(
        trigger=candidate.trigger,
        type=verdict.type,
        mode=verdict.mode,
        actor=candidate.actor,
        recipient=candidate.recipient,
        modality=verdict.modality,
        confidence=verdict.confidence,
        rule=candidate.entry.id,
    )
