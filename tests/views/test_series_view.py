"""A series counts what happened once, period by period, and marks where its level changes."""

import math
from dataclasses import replace
from random import Random

import numpy
import pytest
from ruptures import Pelt

from onrecord.model import Evidence
from onrecord.record.series import SeriesRow
from onrecord.views.changes import PENALTY, SHORTEST, _noise, find_changes
from onrecord.views.series import Freq, Period, as_series

STRIKE = SeriesRow(
    document="r1",
    event="e1",
    incident="i-1",
    day="2025-03-12",
    stated=True,
    type="ASSAULT",
    quad="material conflict",
    intensity=-9.0,
    evidence=Evidence.CLAIMED,
    confidence=0.7,
    published="2025-03-12",
)
TALKS = replace(
    STRIKE,
    document="r9",
    incident=None,
    type="CONSULT",
    quad="verbal cooperation",
    intensity=2.0,
    evidence=Evidence.REPORTED,
)

FREQS = [
    (Freq.D, ["2025-03-12", "2025-03-13", "2025-03-14"]),
    (Freq.W, ["2025-03-10"]),
    (Freq.M, ["2025-03"]),
]


@pytest.mark.parametrize(("freq", "starts"), FREQS)
def test_periods_follow_each_other_without_gaps(freq: Freq, starts: list[str]) -> None:
    series = as_series([STRIKE, replace(TALKS, day="2025-03-14")], freq)
    assert [period.start for period in series.periods] == starts
    assert sum(period.events for period in series.periods) == 2
    assert sum(period.sum for period in series.periods) == -7.0


STANDING = [
    ("the one that is surest of it", {"evidence": Evidence.REPORTED}, "r2"),
    ("then the one that states its day", {"stated": True}, "r2"),
    ("then the one read most confidently", {"stated": False, "confidence": 0.9}, "r2"),
    ("then the earliest", {"stated": False, "published": "2025-03-11"}, "r2"),
    ("not one that is less sure", {"evidence": Evidence.DENIED, "confidence": 0.99}, "r1"),
]


@pytest.mark.parametrize(("why", "other", "stands"), STANDING, ids=[why for why, _, _ in STANDING])
def test_an_incident_counts_once_by_one_report(why: str, other: dict[str, object], stands: str) -> None:
    rows = [replace(STRIKE, stated=False), replace(STRIKE, **{"document": "r2", **other})]  # type: ignore[arg-type]
    for order in (rows, rows[::-1]):
        (one,) = as_series(order, Freq.D).counted
        assert (one.document, sorted(one.reports)) == (stands, ["r1", "r2"])


@pytest.mark.parametrize(
    ("other", "events"),
    [({"incident": "i-2"}, 2), ({"type": "ACCUSE"}, 2), ({"incident": None}, 2), ({"document": "r2"}, 1)],
    ids=["another incident", "another type", "of no incident", "another report"],
)
def test_what_counts_beside_an_incident(other: dict[str, object], events: int) -> None:
    series = as_series([STRIKE, replace(STRIKE, event="e2", **other)], Freq.M)  # type: ignore[arg-type]
    assert series.periods[0].events == events


def test_what_is_only_claimed_can_be_told_apart_and_left_out() -> None:
    (period,) = as_series([STRIKE, TALKS], Freq.D).periods
    assert (period.events, period.claimed, period.mean) == (2, 1, -3.5)
    assert period.quads == {"material conflict": 1, "verbal cooperation": 1}
    assert period.types == {"ASSAULT": 1, "CONSULT": 1}
    (period,) = as_series([STRIKE, TALKS], Freq.D, evidence={Evidence.REPORTED}).periods
    assert (period.events, period.sum) == (1, 2.0)


BOUNDS = [
    ("2025", "2025", 12, "2025-01", "2025-12"),
    ("2024-12", "2025-02", 4, "2024-12", "2025-03"),
    ("2025-03-12", None, 1, "2025-03", "2025-03"),
]


@pytest.mark.parametrize(("since", "until", "count", "first", "last"), BOUNDS)
def test_the_bounds_asked_for_are_filled_with_empty_periods(
    since: str, until: str | None, count: int, first: str, last: str
) -> None:
    periods = as_series([STRIKE], Freq.M, since=since, until=until).periods
    assert (len(periods), periods[0].start, periods[-1].start) == (count, first, last)
    assert {period.mean for period in periods if not period.events} <= {None}


def test_nothing_makes_an_empty_series() -> None:
    assert as_series([], Freq.D) == as_series([replace(STRIKE, day="2025-03")], Freq.D)


def level(*sums: float) -> list[Period]:
    return [
        Period(start=f"2025-03-{n + 1:02}", events=1, claimed=0, quads={}, types={}, sum=s, mean=s)
        for n, s in enumerate(sums)
    ]


CHANGES = [
    ((0, 1, 0, 1, 0, 1, 0, -9, -8, -9, -8, -9, -8, -9), ["2025-03-08"]),
    ((0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, 1), []),
    ((0,) * 12, []),
    ((0, 0, 0, -9, -9, -9), []),
]


@pytest.mark.parametrize(("sums", "starts"), CHANGES, ids=["a new level", "noise", "nothing", "too short"])
def test_changes_of_level(sums: tuple[float, ...], starts: list[str]) -> None:
    assert [change.start for change in find_changes(level(*sums))] == starts


@pytest.mark.parametrize("seed", range(5))
def test_changes_are_those_that_pelt_finds(seed: int) -> None:
    random = Random(seed)
    sums = [random.gauss(mean, 1) for mean in (0, 4, -3, -3.5, 2) for _ in range(random.randint(3, 12))]
    signal = numpy.array(sums).reshape(-1, 1) / _noise(sums)
    ends = Pelt(model="l2", min_size=SHORTEST, jump=1).fit(signal).predict(pen=PENALTY * math.log(len(sums)))
    periods = [Period(start=str(n), events=1, claimed=0, quads={}, types={}, sum=s, mean=s) for n, s in enumerate(sums)]
    assert [int(change.start) for change in find_changes(periods)] == ends[:-1]
