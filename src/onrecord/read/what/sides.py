"""The parties of a telling, mended where the model sees others between whom the same thing happens.

Paths lead from a word to parties near it; the model looks at the whole sentence. So who is missing on one side is
added, and a party that the model all but rules out gives way to one of which it is sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.read.trees import clause
from onrecord.read.what.events import Told
from onrecord.read.what.orientation import MUTUAL
from onrecord.read.what.questions import Pair

SEEN_AT = 0.5
"""How sure the model must be of a pair for a party that is missing to be its own."""
SURE_AT = 0.8
"""How sure it must be of one party for another to give way to it."""
FAINT_AT = 0.2
"""How likely it must find a party for that not to give way."""
BESIDE = frozenset(("advcl", "conj", "parataxis"))
"""Relations of a clause to the verb beside which it stands."""
OWN_SUBJECT = frozenset(("nsubj", "nsubjpass", "csubj"))
TOGETHER = MUTUAL | {"SUPPORT"}
"""Types of events that all of whose parties may be actors."""


def with_sides(one: Told, pairs: Sequence[Pair], types: Sequence[str], told: Sequence[Told]) -> Told:
    """A telling with the parties of those pairs that tell of the same: of its sentence, word and type (`types`, as the
    model calls it), with one of its parties on the same side. Not those to whom its actor does something else by
    another of the tellings `told` ("condemned the raid and urged *all sides* to talk")."""
    if len(one.actor) > 1 and not one.recipient and one.type in TOGETHER:
        return one
    start = one.trigger.sent.start
    near = [p for p in pairs if p.sentence == start]
    own = [p for p in near if p.answer.type in types and is_about(p, one)]
    if not one.actor:
        own = [p for p in own if p.recipient in one.recipient and p.answer.confidence >= SEEN_AT]
        return replace(one, actor=tuple(dict.fromkeys(p.actor for p in own if p.actor not in one.recipient)))
    chances = {p.recipient: p.answer.confidence for p in own if p.actor in one.actor}
    others = {r for t in told if t.type != one.type and set(t.actor) & set(one.actor) for r in t.recipient}
    beside = {*one.actor, *one.recipient, *others}
    seen = [r for r, chance in chances.items() if chance >= SEEN_AT and r not in beside]
    sure = [r for r in seen if chances[r] >= SURE_AT]
    asked = {p.recipient for p in near}
    stay = [r for r in one.recipient if not sure or r not in asked or chances.get(r, 0.0) >= FAINT_AT]
    return replace(one, recipient=(*stay, *(seen if not stay else sure)))


def is_about(pair: Pair, one: Told) -> bool:
    """Whether a pair is read off the word of a telling, or off one that completes it or that it completes."""
    return pair.trigger == one.trigger or completes(pair.trigger, one.trigger) or clause(one.trigger) == pair.trigger


def completes(word: Token, other: Token) -> bool:
    """Whether a word stands in what completes another, not in a clause beside it ("killed nine as they *fought*")."""
    here = word
    while here.head not in (here, other):
        here = here.head
    return (
        here.head == other
        and here != other
        and not (here.dep_ in BESIDE and any(c.dep_ in OWN_SUBJECT for c in here.children))
    )
