"""Pairs of parties that a trained model types, put together with what the lexicon's event words tell.

The model says of every pair of entities of a sentence what the first does to the second, if anything, and off which
word; and of the sentence whether it tells of anything. The rules keep modality, modes, and events of a single party.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Kind, Modality
from onrecord.models.load import Look
from onrecord.read.confidence import is_by_model
from onrecord.read.parse import Parsed
from onrecord.read.what.alone import add_alone
from onrecord.read.what.deeds import is_victim
from onrecord.read.what.doubles import without_doubles
from onrecord.read.what.events import Told, modes_beside
from onrecord.read.what.named_acts import TOLD_AS
from onrecord.read.what.orientation import MUTUAL, may_do, one_way
from onrecord.read.what.questions import Pair, ask
from onrecord.read.what.roots import as_type, may_mean, modality_of, root, roots
from onrecord.read.what.settled import is_armed, is_beyond, is_literal, is_plain
from onrecord.read.what.sides import FAINT_AT, with_sides
from onrecord.read.what.tellers import DEEDS, is_refuted, is_teller, is_told_of_teller
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying
from onrecord.read.word.nesting import size

NEW_AT = 0.55
"""How sure the model must be of an event that no rule tells."""
RETYPE_AT = 0.7
"""How sure it must be to give another type to one that a rule tells."""
ALIKE_AT = 0.2
"""How likely it must find the type that a rule tells for that to stay."""
SPOKEN_AT = 0.7
"""How sure it must be that a plain "said" does what is said by it."""
NONE_AT = 0.98
"""How sure it must be that there is nothing between the parties of one that a rule tells, to drop it."""
SILENT_AT = 0.92
"""How sure it must be that a sentence tells of no event at all for none to be told but what is said or not done."""
LOUD_AT = 0.95
"""How sure it must be of what happens between two parties for it not to be sure that nothing does."""
STILL_AT = 0.97
"""The same for what weapons do."""
HUSHED_AT = 0.97
"""The same for what is done by saying it, and for what is not done."""
BACKED_AT = 0.5
"""How likely it must find the type of a telling for its parties to stand against its own."""

GOVERNMENT = "GOV"
"""The sector of those who speak for a state."""


def find_typed(
    parsed: Parsed, cast: Cast, lexicon: Lexicon, look: Look, told: Sequence[Told], sayings: Sequence[Saying]
) -> tuple[Told, ...]:
    """The rules' tellings, retyped where the model is sure of another type, and those that it adds."""
    answers = ask(parsed, cast, lexicon, look, told)
    loud = {p.sentence for p in answers.pairs if p.answer.confidence >= LOUD_AT}
    silent = {start for start, chance in answers.silent.items() if chance >= SILENT_AT and start not in loud}
    asked = [p for p in answers.pairs if p.sentence not in silent and not is_aside(p, cast, lexicon, sayings)]
    pairs = without_doubles(asked, cast)
    still = {start for start in silent if answers.silent[start] >= STILL_AT}
    hushed = {start for start in silent if answers.silent[start] >= HUSHED_AT}
    spoken = [t for t in told if not (is_beyond(t) and t.trigger.sent.start in hushed)]
    heard = [
        t
        for t in spoken
        if is_beyond(t) or not is_doubted(t, pairs, still if is_armed(t) or is_plain(t, cast) else silent, cast)
    ]
    typed = [as_spoken(retype(one, pairs, lexicon), sayings) or one for one in heard]
    likely = (p if p.answer.confidence < FAINT_AT else as_possible(p, cast, lexicon) for p in pairs)
    possible = [p for p in likely if p is not None]
    kept = [with_sides(one, possible, roots(one, lexicon), typed) for one in typed]
    firm = [one for one in kept if one.content or is_armed(one) or is_literal(one) or is_backed(one, pairs, lexicon)]
    new = [p for p in one_way(possible) if not is_spoken_for(p, firm, sayings)]
    added = tuple(add(new, firm, lexicon))
    rest = [one for one in kept if not any(is_contested(one, other) for other in added)]
    found: dict[tuple[int, str], Told] = {}
    done = (s for t in added if (s := as_spoken(t, sayings)) is not None)
    for one in (*firm, *done, *rest):
        key = (one.trigger.i, root(one.type))
        found[key] = with_parties(found[key], one) if key in found else one
    open = [p for p in answers.parts if p.sentence not in silent]
    for one in add_alone(open, tuple(found.values()), cast, lexicon, sayings):
        found[one.trigger.i, root(one.type)] = one
    return tuple(found[key] for key in sorted(found))


def is_aside(pair: Pair, cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]) -> bool:
    """Whether one of a pair only tells of what the pair's word tells, or is accused of what was done to it."""
    if pair.answer.type == "ACCUSE" and is_refuted(pair.trigger):
        return True
    return is_teller(pair, cast, sayings) or is_told_of_teller(pair, cast, sayings) or is_wronged(pair, cast, lexicon)


def is_wronged(pair: Pair, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether who would be accused is the victim ("condemned the bombing of *a bank*"), or the accuser's own state."""
    noun = pair.recipient_noun
    wronged = noun is not None and is_victim(noun, lexicon)
    return pair.answer.type == "ACCUSE" and (wronged or is_own_state(pair, cast))


def is_own_state(pair: Pair, cast: Cast) -> bool:
    """Whether of a pair one is a state and the other that state or its government."""
    actor, recipient = cast.entity(pair.actor), cast.entity(pair.recipient)
    if actor.country is None or actor.country != recipient.country:
        return False
    return all(e.kind is Kind.STATE or GOVERNMENT in e.sector for e in (actor, recipient)) and Kind.STATE in (
        actor.kind,
        recipient.kind,
    )


def as_possible(pair: Pair, cast: Cast, lexicon: Lexicon) -> Pair | None:
    """A pair read off the likeliest word whose grammar lets its actor do that: the model's own, or another by which the
    lexicon tells its type. None where there is no such word."""
    others = (replace(pair, trigger=t) for t in pair.others if may_mean(t, pair.answer.type, lexicon))
    return next((p for p in (pair, *others) if may_do(p, cast)), None)


def is_spoken_for(pair: Pair, told: Sequence[Told], sayings: Sequence[Saying]) -> bool:
    """Whether who would do something only says that another does it ("the spokesman said that Chad *condemns* it"), or
    does something else by saying just that."""
    done = [t for t in told if t.content and t.trigger == pair.trigger and t.modality is Modality.ACTUAL]
    if pair.answer.type not in DEEDS and any(pair.actor in t.actor for t in done):
        return all(root(t.type) != pair.answer.type for t in done)
    words = [t.trigger.idx for t in told if root(t.type) == pair.answer.type and t.actor and pair.actor not in t.actor]
    said = (e for s in sayings if s.attribution.source.entity == pair.actor for e in s.attribution.content)
    return any(e.start <= at < e.end for e in said for at in words)


def with_parties(one: Told, other: Told) -> Told:
    """A telling with those to whom another of the same word says that it was done too, where they were spoken to."""
    more = tuple(r for r in other.recipient if r not in (*one.actor, *one.recipient))
    spoken = bool(other.content) and is_by_model(other.rule) and other.actor == one.actor
    return replace(one, recipient=(*one.recipient, *more)) if spoken else one


def as_spoken(one: Told, sayings: Sequence[Saying]) -> Told | None:
    """A telling in its actor's own words, of a deed that is done by saying it: done where he says it, not where its
    word stands ("said that the taps *would be shut*": by "said" he threatens)."""
    if one.type not in TOLD_AS or not is_by_model(one.rule):
        return one
    at = one.trigger.idx
    holding = [s for s in sayings if any(e.start <= at < e.end for e in s.attribution.content)]
    inner = min(holding, key=lambda s: size(s.attribution), default=None)
    if inner is None or inner.attribution.source.entity not in one.actor:
        return one
    said = inner.attribution
    if (one.confidence or 0.0) < SPOKEN_AT:
        return None
    return replace(one, trigger=inner.candidate.cue, modality=said.modality, content=said.content)


def retype(one: Told, pairs: Sequence[Pair], lexicon: Lexicon) -> Told:
    """A telling with the type that the model is sure of for its parties, and as sure as the model is of it."""
    own = [] if one.content or is_armed(one) or is_literal(one) else [p for p in pairs if is_of(p, one)]
    if not own:
        return one
    alike = [p.answer.confidence for p in own if p.answer.type in roots(one, lexicon)]
    if max(alike, default=0.0) > ALIKE_AT:
        return replace(one, confidence=max(alike))
    best = max(own, key=lambda p: p.answer.confidence)
    if best.answer.confidence < RETYPE_AT:
        return one
    type = as_type(best.answer.type, best.trigger, lexicon)
    mode = modes_beside(one.trigger, type, (), lexicon)
    return replace(one, type=type, mode=mode, confidence=best.answer.confidence, rule=f"model.{type.lower()}")


def is_doubted(one: Told, pairs: Sequence[Pair], silent: Collection[int], cast: Cast) -> bool:
    """Whether the model is sure that nothing happens in a telling's sentence, or between its parties; what weapons do
    happens between them, whoever they are, and so does what a subject does to its verb's object."""
    own = [] if is_armed(one) or is_plain(one, cast) else [p for p in pairs if is_of(p, one)]
    return one.trigger.sent.start in silent or (bool(own) and all(p.answer.none >= NONE_AT for p in own))


def is_backed(one: Told, pairs: Sequence[Pair], lexicon: Lexicon) -> bool:
    """Whether the model sees the type of a telling between its parties too, that of talks to come if it is of such, or
    cannot tell as it has no pair."""
    own, types = [p for p in pairs if is_of(p, one)], roots(one, lexicon) if one.type in MUTUAL else (root(one.type),)
    return not own or any(p.answer.type in types and p.answer.confidence >= BACKED_AT for p in own)


def is_of(pair: Pair, one: Told) -> bool:
    """Whether a pair is of the same sentence and parties as a telling."""
    recipient = one.recipient or one.actor
    return pair.actor in one.actor and pair.recipient in recipient and pair.sentence == one.trigger.sent.start


def add(pairs: Sequence[Pair], told: Sequence[Told], lexicon: Lexicon) -> Iterator[Told]:
    """The events that only the model sees: those of one type and word together."""
    groups: dict[tuple[Token, str], list[Pair]] = {}
    for p in pairs:
        if p.answer.confidence >= NEW_AT and not any(is_told(p, one) for one in told):
            groups.setdefault((p.trigger, p.answer.type), []).append(p)
    for (trigger, found), own in groups.items():
        type = as_type(found, trigger, lexicon)
        actor = tuple(dict.fromkeys(p.actor for p in own))
        recipient = tuple(r for r in dict.fromkeys(p.recipient for p in own) if r not in actor)
        yield Told(
            trigger=trigger,
            type=type,
            mode=modes_beside(trigger, type, (), lexicon),
            actor=actor,
            recipient=recipient,
            modality=modality_of(trigger, found, lexicon),
            confidence=max(p.answer.confidence for p in own),
            rule=f"model.{type.lower()}",
        )


def is_contested(one: Told, other: Told) -> bool:
    """Whether another telling of the same sentence has all parties of one, two or more."""
    own, others = {*one.actor, *one.recipient}, {*other.actor, *other.recipient}
    return len(own) > 1 and own <= others and one.trigger.sent.start == other.trigger.sent.start


def is_told(pair: Pair, one: Told) -> bool:
    """Whether a telling of the same sentence has both parties already."""
    parties = (*one.actor, *one.recipient)
    return pair.actor in parties and pair.recipient in parties and pair.sentence == one.trigger.sent.start
