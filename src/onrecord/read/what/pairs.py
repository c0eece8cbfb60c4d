"""Pairs of parties that a trained model types, put together with what the lexicon's event words tell.

The model reads a sentence once and says of every pair of entities in it what the first does to the second, if
anything, and off which word. The rules keep modality, modes, and the events of a single party.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Extent, Modality
from onrecord.models.events import Answer, EventModel, Question
from onrecord.read.modality import find_modality, is_refusal
from onrecord.read.parse import Parsed
from onrecord.read.what.events import Told, modes_beside
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying

NEW_AT = 0.9
"""How sure the model must be of an event that no rule tells."""
RETYPE_AT = 0.6
"""How sure it must be to give another type to one that a rule tells."""
NONE_AT = 0.98
"""How sure it must be that there is nothing between the parties of one that a rule tells, to drop it."""
BACKED_AT = 0.5
"""How likely it must find the type of a telling for its parties to stand against its own."""
MOST = 8
"""Entities of a sentence that are paired, the first in the text."""
COMMENTS = frozenset((Act.STATEMENT, Act.BELIEF, Act.CLAIM, Act.ESTIMATE, Act.QUESTION))
LEAVING = frozenset("withdraw withdrawal retreat leave pull pullout return ceasefire truce disengage vacate".split())
"""Words off which a YIELD is a RETREAT and not a CONCEDE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What the model says of an actor and a recipient (ids of entities)."""

    actor: str
    recipient: str
    trigger: Token
    answer: Answer


def find_typed(
    parsed: Parsed, cast: Cast, lexicon: Lexicon, model: EventModel, told: Sequence[Told], sayings: Sequence[Saying]
) -> tuple[Told, ...]:
    """The rules' tellings, retyped where the model is sure of another type, and those that it adds."""
    pairs = [p for p in ask(parsed, cast, lexicon, model) if not is_teller(p, cast, sayings)]
    kept = [retype(one, pairs, lexicon) for one in told if not is_doubted(one, pairs)]
    firm = [one for one in kept if one.content or is_backed(one, pairs)]
    added = tuple(add(pairs, firm, lexicon))
    rest = [one for one in kept if not any(is_contested(one, other) for other in added)]
    found: dict[tuple[int, str], Told] = {}
    for one in (*firm, *added, *rest):
        found.setdefault((one.trigger.i, root(one.type)), one)
    return tuple(found[key] for key in sorted(found))


def ask(parsed: Parsed, cast: Cast, lexicon: Lexicon, model: EventModel) -> Iterator[Pair]:
    """What the model says of all pairs of entities that stand in one sentence."""
    asked = [
        (q, ids, triggers)
        for s in parsed.doc.sents
        if (found := question(s, cast, lexicon))
        for q, ids, triggers in found
    ]
    for (_, ids, triggers), answers in zip(asked, model.answer([q for q, _, _ in asked]), strict=True):
        for (actor, recipient), answer in zip(ids, answers, strict=True):
            if answer is not None:
                yield Pair(actor=actor, recipient=recipient, trigger=triggers[answer.trigger], answer=answer)


def is_teller(pair: Pair, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether the actor only tells of it: named outside what it says, in which the word stands."""
    at = pair.trigger.idx
    return any(
        saying.attribution.source.entity == pair.actor
        and any(e.start <= at < e.end for e in saying.attribution.content)
        and not any(pair.actor in cast.within(e) for e in saying.attribution.content)
        for saying in sayings
    )


def question(sentence: Span, cast: Cast, lexicon: Lexicon) -> list[tuple[Question, list[tuple[str, str]], list[Token]]]:
    """What to ask of a sentence; nothing where fewer than two entities or no word that could tell an event stand."""
    low = sentence.start_char
    standing: dict[str, Extent] = {}
    for mention, id in cast.order:
        at = mention.named
        if low <= at.start and at.end <= sentence.end_char:
            standing.setdefault(id, Extent(at.start - low, at.end - low))
    first = list(standing.items())[:MOST]
    ids = [(a, b) for a, at in first for b, there in first if a != b and not at.overlaps(there)]
    triggers = [t for t in sentence if may_tell(t, cast, lexicon)]
    if not ids or not triggers:
        return []
    asked = Question(
        text=sentence.text,
        pairs=tuple((standing[a], standing[b]) for a, b in ids),
        triggers=tuple(Extent(t.idx - low, t.idx - low + len(t.text)) for t in triggers),
    )
    return [(asked, ids, triggers)]


def may_tell(token: Token, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether a word may be the one that tells an event: a verb, or a noun that the lexicon has, but no comment's."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "auxpass") and not is_comment(token, lexicon)
    return token.pos_ == "NOUN" and cast.at(token) is None and token.lemma_.lower() in lexicon.events


def is_comment(trigger: Token, lexicon: Lexicon) -> bool:
    """Whether a word only says that something was said: a comment is no event in PLOVER."""
    return any(entry.act in COMMENTS for entry in lexicon.cues.get(trigger.lemma_.lower(), ()))


def retype(one: Told, pairs: Sequence[Pair], lexicon: Lexicon) -> Told:
    """A telling with the type that the model is sure of for its parties, if that is another."""
    own = [p for p in pairs if is_of(p, one)]
    if one.content or not own or any(root(one.type) == p.answer.type for p in own if p.answer.confidence > 0.2):
        return one
    best = max(own, key=lambda p: p.answer.confidence)
    if best.answer.confidence < RETYPE_AT:
        return one
    type = as_type(best)
    mode = modes_beside(one.trigger, type, (), lexicon)
    return replace(one, type=type, mode=mode, confidence=best.answer.confidence, rule=f"model.{type.lower()}")


def is_doubted(one: Told, pairs: Sequence[Pair]) -> bool:
    """Whether the model is sure that nothing happens between the parties of a telling; what is said, is said."""
    own = [p for p in pairs if is_of(p, one)]
    return bool(own) and not one.content and all(p.answer.none >= NONE_AT for p in own)


def is_backed(one: Told, pairs: Sequence[Pair]) -> bool:
    """Whether the model sees the type of a telling between its parties too, or cannot tell as it has no pair."""
    own = [p for p in pairs if is_of(p, one)]
    return not own or any(p.answer.type == root(one.type) and p.answer.confidence >= BACKED_AT for p in own)


def is_of(pair: Pair, one: Told) -> bool:
    """Whether a pair is of the same sentence and parties as a telling."""
    if pair.trigger.sent.start != one.trigger.sent.start:
        return False
    if not one.recipient:
        return pair.actor in one.actor and pair.recipient in one.actor
    return pair.actor in one.actor and pair.recipient in one.recipient


def add(pairs: Sequence[Pair], told: Sequence[Told], lexicon: Lexicon) -> Iterator[Told]:
    """The events that only the model sees: those of one type and word together."""
    groups: dict[tuple[Token, str], list[Pair]] = {}
    for p in pairs:
        if p.answer.confidence >= NEW_AT and not any(is_told(p, one) for one in told):
            groups.setdefault((p.trigger, p.answer.type), []).append(p)
    for (trigger, type), own in groups.items():
        actor = tuple(dict.fromkeys(p.actor for p in own))
        recipient = tuple(r for r in dict.fromkeys(p.recipient for p in own) if r not in actor)
        yield Told(
            trigger=trigger,
            type=as_type(own[0]),
            mode=modes_beside(trigger, as_type(own[0]), (), lexicon),
            actor=actor,
            recipient=recipient,
            modality=modality(trigger, type, lexicon),
            confidence=max(p.answer.confidence for p in own),
            rule=f"model.{as_type(own[0]).lower()}",
        )


def is_contested(one: Told, other: Told) -> bool:
    """Whether another telling of the same sentence has all parties of one, two or more."""
    own, others = {*one.actor, *one.recipient}, {*other.actor, *other.recipient}
    return len(own) > 1 and own <= others and one.trigger.sent.start == other.trigger.sent.start


def is_told(pair: Pair, one: Told) -> bool:
    """Whether a telling of the same sentence has both parties already."""
    parties = (*one.actor, *one.recipient)
    return pair.trigger.sent.start == one.trigger.sent.start and pair.actor in parties and pair.recipient in parties


def modality(trigger: Token, type: str, lexicon: Lexicon) -> Modality:
    """The modality of the word; a refusal is no negation of a REJECT."""
    found = find_modality(trigger, lexicon)
    return Modality.ACTUAL if type == "REJECT" and found is Modality.NEGATED and is_refusal(trigger) else found


def as_type(pair: Pair) -> str:
    """PLOVER's type: of a YIELD, whether it is a CONCEDE or a RETREAT."""
    if pair.answer.type != "YIELD":
        return pair.answer.type
    around = {t.lemma_.lower() for t in (pair.trigger, *pair.trigger.children)}
    return "RETREAT" if around & LEAVING else "CONCEDE"


def root(type: str) -> str:
    """A type as the model tells it apart."""
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type
