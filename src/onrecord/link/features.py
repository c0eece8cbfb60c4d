"""What speaks for and against two reports telling of one incident: one small function each, with its explanation."""

import math
from collections.abc import Callable, Mapping

from onrecord.link.deeds import SPEECH
from onrecord.link.sketch import Sketch
from onrecord.link.spots import apart, touch
from onrecord.link.terms import likeness, weight


def words(one: Sketch, other: Sketch) -> float:
    """How like their words are, rare ones and names first: the square root of the cosine, 0 to 1."""
    return math.sqrt(likeness(one.terms, other.terms))


def names(one: Sketch, other: Sketch) -> float:
    """Which share of the names of the one with fewer the other has too, rare names first: 0 to 1."""
    weigh = {n: max((weight(w) for w in n.split()), default=0.0) + 1 for n in one.names | other.names}
    least = min(sum(weigh[n] for n in s.names) for s in (one, other))
    return sum(weigh[n] for n in one.names & other.names) / least if least else 0.0


def same_day(one: Sketch, other: Sketch) -> float:
    """1 where a day on which the one's deeds lie is named by the other, and not of places far apart."""
    return float(_day_shared(one, other) and not other_place(one, other))


def other_day(one: Sketch, other: Sketch) -> float:
    """1 where both say on which days their deeds lie and two days or more lie between; a half where it is one day.

    A follow-up's "on Wednesday" is often that of the telling, so a single day is no more than a doubt.
    """
    if not (one.told and other.told) or _day_shared(one, other):
        return 0.0
    return 1.0 if _between(one, other) > 1 else 0.5


def other_time(one: Sketch, other: Sketch) -> float:
    """1 where no day that the one may speak of is one that the other may speak of.

    A report speaks of the days before its own that it names, or else of the last three up to its own.
    """
    days = _spoken_of(one), _spoken_of(other)
    return float(all(days) and days[0].isdisjoint(days[1]))


def other_type(one: Sketch, other: Sketch) -> float:
    """1 where both tell of deeds, none of the same type; an accusation or denial alone is no deed."""
    deeds = one.types - SPEECH, other.types - SPEECH
    return float(all(deeds) and deeds[0].isdisjoint(deeds[1]))


def other_states(one: Sketch, other: Sketch) -> float:
    """1 where states are parties in both, and none in common."""
    return float(bool(one.states and other.states) and one.states.isdisjoint(other.states))


def same_place(one: Sketch, other: Sketch) -> float:
    """1 where a place of the one is one of the other's, lies within 30 km of it, or in the same province as named."""
    return float(any(touch(a, b) for a in one.spots for b in other.spots))


def other_place(one: Sketch, other: Sketch) -> float:
    """1 where both have places, and all of them lie apart: none within 120 km of another or in a country named."""
    return float(bool(one.spots and other.spots) and all(apart(a, b) for a in one.spots for b in other.spots))


def same_figure(one: Sketch, other: Sketch) -> float:
    """1 where both give the same number of the same thing."""
    return float(bool(one.figures & other.figures))


FEATURES: Mapping[str, Callable[[Sketch, Sketch], float]] = {
    feature.__name__: feature
    for feature in (
        words,
        names,
        same_day,
        other_day,
        other_time,
        other_type,
        other_states,
        same_place,
        other_place,
        same_figure,
    )
}


def _day_shared(one: Sketch, other: Sketch) -> bool:
    if _between(one, other) > 1:
        return False
    return bool(one.told & other.told or one.told & other.days or other.told & one.days)


def _between(one: Sketch, other: Sketch) -> int:
    """Days between the deeds of the two; none where one does not tell its day."""
    return min((abs(a - b) for a in one.told for b in other.told), default=0)


def _spoken_of(sketch: Sketch) -> frozenset[int]:
    if sketch.published is None:
        return frozenset()
    earlier = frozenset(day for day in sketch.told | sketch.days if day < sketch.published)
    return earlier or frozenset(range(sketch.published - 2, sketch.published + 1))
