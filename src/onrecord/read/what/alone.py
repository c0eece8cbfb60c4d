"""Deeds of which a sentence names one side only, where the model sees them and no rule tells them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Kind
from onrecord.read.what.events import Told, modes_beside
from onrecord.read.what.orientation import is_aimed_at, is_in_reach, is_subject, is_undergoing, leads
from onrecord.read.what.parties import parties
from onrecord.read.what.questions import Part
from onrecord.read.what.roots import as_type, may_mean, modality_of, root
from onrecord.read.what.sides import completes
from onrecord.read.what.tellers import DEEDS, is_refuted, told_by
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying

WITH_OTHERS = frozenset(("CONSULT", "COOPERATE"))
"""Types of what nobody does alone."""
ALONE_AT = 0.7
"""How sure the model must be of what one party does, or of what is done to it, whoever the other is."""


def find_alone(
    parts: Sequence[Part], told: Sequence[Told], cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]
) -> tuple[Part, ...]:
    """The parts that tell something new: of a party of which nothing of the type is told in its sentence."""
    sure = (p for p in parts if p.answer.confidence >= ALONE_AT and p.answer.type not in WITH_OTHERS)
    placed = (placed_on(p, cast, lexicon) for p in sure if not is_told(p, told))
    return tuple(p for p in placed if p is not None and not is_teller(p, cast, sayings))


def is_told(part: Part, told: Sequence[Told]) -> bool:
    """Whether something of a part's type is told of its party in its sentence, or off its word."""
    near = [t for t in told if t.trigger.sent.start == part.sentence]
    return any(
        t.trigger == part.trigger or (root(t.type) == part.answer.type and part.party in (*t.actor, *t.recipient))
        for t in near
    )


def placed_on(part: Part, cast: Cast, lexicon: Lexicon) -> Part | None:
    """A part on the likeliest word whose grammar lets its party do that, or lets it be done to it: the model's own, or
    another by which the lexicon tells its type. None where there is no such word."""
    others = (replace(part, trigger=t) for t in part.others if may_mean(t, part.answer.type, lexicon))
    return next((p for p in (part, *others) if may_be(p, cast)), None)


def may_be(part: Part, cast: Cast) -> bool:
    """Whether a party may be on its side of what a word tells."""
    noun, word = part.noun, part.trigger
    if noun is None:
        return False
    if part.acts:
        if cast.entity(part.party).kind is Kind.PLACE and noun.dep_ not in ("nsubj", "agent", "poss"):
            return False
        elsewhere = leads(noun) and noun.head != word and not noun.head.is_ancestor(word)
        return is_in_reach(noun, word) and not (elsewhere or is_undergoing(noun, word) or is_aimed_at(noun))
    return not is_subject(noun, word) and (completes(noun, word) or is_undergoing(noun, word))


def with_coordinated(part: Part, cast: Cast) -> tuple[str, ...]:
    """A part's party and those who are named with it: "Chad *and Mali*, both run by soldiers, welcomed it"."""
    together = parties(cast, (part.noun,)) if part.noun is not None else ()
    return together if part.party in together else (part.party,)


def is_teller(part: Part, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether a party only tells of what its part's word tells, or denies it."""
    if part.answer.type == "ACCUSE" and is_refuted(part.trigger):
        return True
    told = any(told_by(part.party, part.trigger, cast, sayings))
    return told and (not part.acts or part.answer.type in DEEDS or has_other_subject(part, cast))


def has_other_subject(part: Part, cast: Cast) -> bool:
    """Whether the subject of a part's verb is somebody else: "said that *the rebels* had rejected the deal"."""
    subjects = (id for c in part.trigger.children if c.dep_ == "nsubj" and (id := cast.at(c)) is not None)
    return any(id != part.party for id in subjects)


def add_alone(
    parts: Sequence[Part], told: Sequence[Told], cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]
) -> Iterator[Told]:
    """The tellings that parts make, those of one word and type together."""
    groups: dict[tuple[Token, str], list[Part]] = {}
    for part in find_alone(parts, told, cast, lexicon, sayings):
        groups.setdefault((part.trigger, part.answer.type), []).append(part)
    for (word, found), own in groups.items():
        type = as_type(found, word, lexicon)
        actor = tuple(dict.fromkeys(id for p in own if p.acts for id in with_coordinated(p, cast)))
        yield Told(
            trigger=word,
            type=type,
            mode=modes_beside(word, type, (), lexicon),
            actor=actor,
            recipient=tuple(r for r in dict.fromkeys(p.party for p in own if not p.acts) if r not in actor),
            modality=modality_of(word, found, lexicon),
            confidence=max(p.answer.confidence for p in own),
            rule=f"model.{type.lower()}",
        )
