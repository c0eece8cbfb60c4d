"""Where a series changes its level: change points in the sum of intensity."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import fmean, median

from onrecord.views.series import Period

FEWEST, SHORTEST = 8, 3
"""Periods that a series must have, and that one level must last."""
PENALTY = 3.0
"""How many times the logarithm of the length a change must save in squared error; 2 is the Bayesian criterion's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The first period of a new level, and the mean sum of intensity in the level before and in the new one."""

    start: str
    before: float
    after: float


def find_changes(periods: Sequence[Period]) -> tuple[Change, ...]:
    """The change points of a series in order.

    The sums are measured in their noise, the median step from period to period, so that a level's own swings don't
    count. A series of less than eight periods has none.
    """
    sums = [period.sum for period in periods]
    if len(sums) < FEWEST or len(set(sums)) == 1:
        return ()
    noise = _noise(sums)
    starts = _starts([value / noise for value in sums], PENALTY * math.log(len(sums)))
    levels = [fmean(sums[start:end]) for start, end in pairwise([*starts, len(sums)])]
    return tuple(
        Change(start=periods[start].start, before=round(before, 2), after=round(after, 2))
        for start, (before, after) in zip(starts[1:], pairwise(levels), strict=True)
    )


def _starts(signal: Sequence[float], penalty: float) -> list[int]:
    """Where each level begins, the first at nought: those that cost least, by squared error and `penalty` a level.

    The least is exact, by optimal partitioning (Jackson et al. 2005), in time that grows with the square of the length.
    """
    sums = list(accumulate(signal, initial=0.0))
    squares = list(accumulate((value * value for value in signal), initial=0.0))

    def cost(start: int, end: int) -> float:
        error = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)
        return best[start] + error + penalty

    best, last = [0.0] + [math.inf] * len(signal), [0] * (len(signal) + 1)
    for end in range(SHORTEST, len(signal) + 1):
        last[end] = min(range(end - SHORTEST + 1), key=lambda start: cost(start, end))
        best[end] = cost(last[end], end)
    found = [last[-1]]
    while found[-1]:
        found.append(last[found[-1]])
    return found[::-1]


def _noise(sums: Sequence[float]) -> float:
    """The standard deviation of a step between two periods, by its median, halved in variance."""
    steps = [abs(b - a) for a, b in pairwise(sums)]
    robust = median(steps) / 0.6745 / math.sqrt(2)
    return robust or math.sqrt(fmean(step * step for step in steps) / 2)
