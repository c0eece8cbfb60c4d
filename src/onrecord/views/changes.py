"""Where a series changes its level: change points in the sum of intensity (PELT, Killick et al. 2012)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from onrecord.errors import OnrecordError
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
    """The change points of a series in order. Raises OnrecordError where `ruptures` is not installed.

    The sums are measured in their noise, the median step from period to period, so that a level's own swings don't
    count. A series of less than eight periods has none.
    """
    try:
        import numpy
        from ruptures import Pelt
    except ImportError as error:
        raise OnrecordError("change points need one more package: pip install 'onrecord[series]'") from error
    sums = [period.sum for period in periods]
    if len(sums) < FEWEST or len(set(sums)) == 1:
        return ()
    signal = numpy.array(sums).reshape(-1, 1) / _noise(sums)
    ends = Pelt(model="l2", min_size=SHORTEST, jump=1).fit(signal).predict(pen=PENALTY * math.log(len(sums)))
    levels = [fmean(sums[start:end]) for start, end in pairwise([0, *ends])]
    return tuple(
        Change(start=periods[end].start, before=round(before, 2), after=round(after, 2))
        for end, (before, after) in zip(ends, pairwise(levels), strict=False)
    )


def _noise(sums: Sequence[float]) -> float:
    """The standard deviation of a step between two periods, by its median, halved in variance."""
    steps = [abs(b - a) for a, b in pairwise(sums)]
    robust = median(steps) / 0.6745 / math.sqrt(2)
    return robust or math.sqrt(fmean(step * step for step in steps) / 2)
