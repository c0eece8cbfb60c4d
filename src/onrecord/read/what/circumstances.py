"""When and where an event happened, as far as its own sentence says."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from spacy.tokens import Token

from onrecord.model import Extent, Place, Precision, Published, Time, When
from onrecord.read.what.deeds import SITES
from onrecord.read.when.period import days_told

LOCATIVE = frozenset("in at near to from inside outside across around into on along towards toward off".split())
SCENES = frozenset(
    "airspace area border camp capital city coast country county district harbour island port prison province region "
    "sea side soil state street suburb territory town village water waters".split()
)
"""Nouns of where one is, whose country stands before them: "in *Kenyan* waters", not "at a Kenyan boat"."""
STANDING = LOCATIVE - {"to", "from", "into", "towards", "toward"}
"""Those by which nothing moves."""
ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "tmod", "nmod"))
TOLD, ELSEWHERE = 1.5, 2.0
"""How far from an event a time is by which it was told, and one of another clause (see `tree_distance`)."""
STOPPED = frozenset("abandon break cancel collapse end halt postpone stall suspend".split())
"""What became of a deed, and when that was: "talks *suspended* in 2023 resumed"."""
FUTURE = frozenset(("will", "would", "shall"))
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

    Where the sentence gives no more than when it was said, it lies at or before that day, or behind it if it is to
    come; where it gives none, at or before the report's date.
    """
    heads = [(time, head) for time in times if (head := head_of(trigger, time.extent)) is not None]
    close = [time for time, _ in heads]
    dated = []
    for time, head in heads:
        days = days_told(time, close, text, published.value)
        if days is not None:
            counted = time.rule == "date.ago" and len(close) > 1
            apart = TOLD if is_of_teller(trigger, head) else tree_distance(trigger, head)
            dated.append((apart, counted, abs(time.start - trigger.idx), time, days))
    near = [d for d in dated if d[0] < ELSEWHERE]
    if near:
        apart, *_, time, (first, last) = min(near, key=lambda d: d[:3])
        before, after = apart == TOLD and not is_to_come(trigger), apart == TOLD and is_to_come(trigger)
        return When(start=None if before else first, end=None if after else last, basis="stated", spans=(time.extent,))
    if published.value is not None:
        return When(start=None, end=published.value, basis="published")
    return When()


def find_place(trigger: Token, places: Sequence[Place]) -> Place | None:
    """The place in which the trigger's event is said to happen, of those of its sentence: one that hangs, by a
    preposition of place, on it or on its clause. Of several the finest wins, of those one to which something went
    before one from which, and of equals the nearest: in "a checkpoint in Kisumu, Kenya" it is Kisumu.
    """
    near = []
    for place in places:
        head = head_of(trigger, place.extent)
        if head is None or not is_locative(head) or is_of_teller(trigger, head):
            continue
        if tree_distance(trigger, head) == 0:
            left = head.dep_ == "pobj" and head.head.lower_ == "from"
            near.append((place.precision is Precision.COUNTRY, left, abs(place.start - trigger.idx), place))
    return min(near, key=lambda n: n[:3])[3] if near else None


def head_of(trigger: Token, extent: Extent) -> Token | None:
    """The head word of a stretch of the trigger's sentence; None where it begins or ends outside words."""
    span = trigger.doc.char_span(extent.start, extent.end, alignment_mode="expand")
    return None if span is None else span.root


def tree_distance(trigger: Token, word: Token) -> int:
    """How a word hangs with a trigger: 0 under it, or as an adjunct of what it stands under; 1 elsewhere in its clause;
    2 in another clause, or with another party's deed ("his visit to Lima comes amid attacks": Lima is not theirs).
    """
    if tells_which(word, trigger):
        return 2
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


def is_of_teller(trigger: Token, word: Token) -> bool:
    """Whether a word says where or when somebody tells what happened: "in *Riga*, he said that troops had attacked"."""
    here = trigger
    while here.head != here and here != word and not here.is_ancestor(word):
        told, here = here, here.head
        if told.dep_ == "ccomp" and here.is_ancestor(word):
            return True
    return False


def is_to_come(trigger: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in FUTURE for c in trigger.children)


def tells_which(word: Token, trigger: Token) -> bool:
    """Whether a word says only which thing another verb than the trigger has as object: "to respect the *May* deal"."""
    thing = word.head
    return word.dep_ in ("compound", "nmod", "amod") and thing.dep_ == "dobj" and trigger not in (thing, thing.head)


def is_of_another(word: Token, trigger: Token) -> bool:
    """Whether a word under a trigger stands in the clause of some other noun ("under a deal *signed in 2012*"), or of a
    verb that is coordinated with the trigger and of another tense ("condemned it and *will meet on Friday*")."""
    here = word
    while here != trigger:
        if here.dep_ in ("acl", "relcl") and (here.head != trigger or here.lemma_.lower() in STOPPED):
            return True
        if here.dep_ == "conj" and here.pos_ == "VERB" and any(c.dep_ == "aux" for c in here.children):
            return True
        here = here.head
    return False


def is_locative(token: Token) -> bool:
    """Whether a place name hangs by a preposition of place, itself or through the noun that it stands before; that a
    thing is a country's says not where one is that goes to it ("closed its ports to *Kenyan* vessels")."""
    before = token.dep_ in ("compound", "nmod", "amod", "poss")
    for _ in range(3):
        if token.dep_ == "pobj":
            standing = token.lemma_.lower() in SCENES or token.lemma_.lower() in SITES
            return token.head.lower_ in (STANDING if before else LOCATIVE) and (standing or not before)
        if token.dep_ not in ("compound", "nmod", "appos", "conj", "poss", "amod"):
            return False
        token = token.head
    return False
