"""When and where an event happened, as far as its own clause or sentence says."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import Place, Precision, Published, Time, When
from onrecord.read.timex.interval import as_interval
from onrecord.read.trees import clause

LOCATIVE = frozenset("in at near to from inside outside across around into on outside along towards toward".split())


def find_when(trigger: Token, times: Sequence[Time], published: Published) -> When:
    """The days in which the trigger's event lies: by the time nearest to it in its clause, else in its sentence.

    Where the text gives none, an event lies at or before the report's date.
    """
    dated = [
        (t, as_interval(t.value))
        for t in times
        if t.start >= trigger.sent.start_char and t.end <= trigger.sent.end_char
    ]
    dated = [(t, i) for t, i in dated if i[0] is not None and t.type.value in ("DATE", "TIME")]
    if dated:
        time, interval = min(dated, key=lambda p: (not same_clause(trigger, p[0]), abs(p[0].start - trigger.idx)))
        return When(start=interval[0], end=interval[1], basis="stated", spans=(time.extent,))
    if published.value is not None:
        return When(start=None, end=published.value[:10], basis="published")
    return When()


def same_clause(trigger: Token, time: Time) -> bool:
    """Whether a time hangs in the trigger's own clause."""
    span = trigger.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and clause(span.root) == clause(trigger)


def find_place(trigger: Token, places: Sequence[Place]) -> Place | None:
    """The place that the trigger's sentence names as a place ("in", "near", "to"), the nearest in its clause first.

    The finest one that stands in a row wins: in "a checkpoint in Kisumu, Kenya" it is Kisumu.
    """
    near = []
    for place in places:
        if trigger.sent.start_char <= place.start and place.end <= trigger.sent.end_char:
            span = trigger.doc.char_span(place.start, place.end, alignment_mode="expand")
            if span is not None and is_locative(span.root):
                own = clause(span.root) == clause(trigger)
                near.append((not own, place.precision is Precision.COUNTRY, abs(place.start - trigger.idx), place))
    return min(near, key=lambda n: n[:3])[3] if near else None


def is_locative(token: Token) -> bool:
    """Whether a place name hangs by a preposition of place, itself or through the noun that it stands before."""
    for _ in range(3):
        if token.dep_ == "pobj":
            return token.head.lower_ in LOCATIVE
        if token.dep_ in ("compound", "nmod", "appos", "conj", "poss", "amod"):
            token = token.head
            continue
        return False
    return False
