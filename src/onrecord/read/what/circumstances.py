"""When and where an event happened, as far as its own sentence says."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Token

from onrecord.model import Extent, Place, Precision, Published, Time, When
from onrecord.read.when.period import days_told

LOCATIVE = frozenset("in at near to from inside outside across around into on along towards toward off".split())
ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "tmod", "nmod"))
CLAUSAL = frozenset(("ccomp", "advcl", "relcl", "acl", "parataxis", "conj", "csubj"))


T = TypeVar("T", Time, Place)


def inside(sentence: Extent, found: Sequence[T]) -> tuple[T, ...]:
    """Those of a text's times or places, in its order, that lie in a sentence."""
    first = bisect_left(found, sentence.start, key=lambda one: one.start)
    last = bisect_left(found, sentence.end, key=lambda one: one.start)
    return tuple(one for one in found[first:last] if one.end <= sentence.end)


def find_when(trigger: Token, times: Sequence[Time], published: Published, text: str) -> When:
    """The days in which the trigger's event lies: by the time of its sentence (one of `times`) that is nearest to it in
    the tree, and of equally near ones by a date before a count of days ("some 12 days ago, on May 9").

    Where the sentence gives none, an event lies at or before the report's date.
    """
    heads = [(time, head) for time in times if (head := head_of(trigger, time.extent)) is not None]
    close = [time for time, _ in heads]
    dated = []
    for time, head in heads:
        days = days_told(time, close, text, published.value)
        if days is not None:
            counted = time.rule == "date.ago" and len(close) > 1
            dated.append((tree_distance(trigger, head), counted, abs(time.start - trigger.idx), time, days))
    near = [d for d in dated if d[0] < 2]
    if near:
        *_, time, days = min(near, key=lambda d: d[:3])
        return When(start=days[0], end=days[1], basis="stated", spans=(time.extent,))
    if published.value is not None:
        return When(start=None, end=published.value, basis="published")
    return When()


def find_place(trigger: Token, places: Sequence[Place]) -> Place | None:
    """The place in which the trigger's event is said to happen, of those of its sentence: one that hangs, by a
    preposition of place, on it or on its clause. Of several the finest wins, and of equals the nearest: in "a
    checkpoint in Kisumu, Kenya" it is Kisumu.
    """
    near = []
    for place in places:
        head = head_of(trigger, place.extent)
        if head is not None and is_locative(head) and tree_distance(trigger, head) == 0:
            near.append((place.precision is Precision.COUNTRY, abs(place.start - trigger.idx), place))
    return min(near, key=lambda n: n[:2])[2] if near else None


def head_of(trigger: Token, extent: Extent) -> Token | None:
    """The head word of a stretch of the trigger's sentence; None where it begins or ends outside words."""
    span = trigger.doc.char_span(extent.start, extent.end, alignment_mode="expand")
    return None if span is None else span.root


def tree_distance(trigger: Token, word: Token) -> int:
    """How a word hangs with a trigger: 0 under it, or as an adjunct of what it stands under; 1 elsewhere in its clause;
    2 in another clause, or with another party's deed ("his visit to Lima comes amid attacks": Lima is not theirs).
    """
    if word == trigger or trigger.is_ancestor(word):
        return 2 if is_of_another(word, trigger) else 0
    above = {trigger.i, *(t.i for t in trigger.ancestors)}
    here = word
    while here.head != here and here.head.i not in above:
        here = here.head
        if here.dep_ in CLAUSAL:
            return 2
    if here.dep_ in ADJUNCTS:
        return 0
    return 2 if here.dep_ in CLAUSAL else 1


def is_of_another(word: Token, trigger: Token) -> bool:
    """Whether a word under a trigger stands in the clause of some other noun ("under a deal *signed in 2012*"), or of a
    verb that is coordinated with the trigger and of another tense ("condemned it and *will meet on Friday*")."""
    here = word
    while here != trigger:
        if here.dep_ in ("acl", "relcl") and here.head != trigger:
            return True
        if here.dep_ == "conj" and here.pos_ == "VERB" and any(c.dep_ == "aux" for c in here.children):
            return True
        here = here.head
    return False


def is_locative(token: Token) -> bool:
    """Whether a place name hangs by a preposition of place, itself or through the noun that it stands before."""
    for _ in range(3):
        if token.dep_ == "pobj":
            return token.head.lower_ in LOCATIVE
        if token.dep_ not in ("compound", "nmod", "appos", "conj", "poss", "amod"):
            return False
        token = token.head
    return False
