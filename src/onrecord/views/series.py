"""Cooperation and conflict between two parties over time: counts and intensity, one incident counted once."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from onrecord.model import Evidence
from onrecord.record.series import SeriesRow

SURENESS = (Evidence.REPORTED, Evidence.ATTRIBUTED, Evidence.DISPUTED, Evidence.CLAIMED, Evidence.DENIED)
"""What an event rests on, the surest first: of several reports of one incident the surest stands for it."""
CLAIMED = frozenset({Evidence.CLAIMED, Evidence.DISPUTED, Evidence.DENIED})
"""What is only claimed, whoever denies it."""
DAY = len("2025-03-18")
MANY_DAYS = 4096
"""Days whose period is kept in mind: of many events there are few days."""


class Freq(StrEnum):
    """The length of a period: a day, a week from Monday, a month."""

    D = "D"
    W = "W"
    M = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An event that counts for its incident, or for itself: the report whose coding stands, and all that tell of it."""

    period: str
    document: str
    event: str
    incident: str | None
    type: str
    quad: str
    intensity: float
    evidence: Evidence
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What lies in one period, named by its first day, or `2025-03` for a month.

    `claimed` are those of the `events` that are only claimed, disputed or denied. `mean` is absent without events.
    """

    start: str
    events: int
    claimed: int
    quads: Mapping[str, int]
    types: Mapping[str, int]
    sum: float
    mean: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Every period from the first to the last, the empty ones too, and which events were counted."""

    freq: Freq
    periods: tuple[Period, ...]
    counted: tuple[Counted, ...]


def as_series(
    rows: Iterable[SeriesRow],
    freq: Freq,
    *,
    evidence: Collection[Evidence] = SURENESS,
    since: str | None = None,
    until: str | None = None,
) -> Series:
    """The series of the events that rest on one of `evidence`, from `since` to `until` where these are given.

    An event counts in the period of its first day; one of which only a month or a year is told drops out where the
    period is shorter.
    """
    counted = tuple(c for c in _counted(rows, freq) if c.evidence in evidence)
    starts = [c.period for c in counted]
    edges = [since and _first_day(since), until and _last_day(until)]
    bounds = [*starts, *(period for day in edges if day and (period := _period_of(day, freq)))]
    by_period: dict[str, list[Counted]] = {start: [] for start in _between(bounds, freq)}
    for one in counted:
        by_period[one.period].append(one)
    return Series(freq=freq, periods=tuple(_period(*item) for item in by_period.items()), counted=counted)


def _counted(rows: Iterable[SeriesRow], freq: Freq) -> Iterator[Counted]:
    """Of each incident each type of event once; an event of no incident by itself."""
    same: dict[tuple[str | None, ...], list[SeriesRow]] = {}
    for row in rows:
        key = (row.incident, row.type) if row.incident else (None, row.document, row.event)
        same.setdefault(key, []).append(row)
    for told in same.values():
        best = min(told, key=_rank) if len(told) > 1 else told[0]
        if (period := _period_of(best.day, freq)) is not None:
            yield Counted(
                period=period,
                document=best.document,
                event=best.event,
                incident=best.incident,
                type=best.type,
                quad=best.quad,
                intensity=best.intensity,
                evidence=best.evidence,
                reports=tuple(dict.fromkeys(row.document for row in told)),
            )


def _rank(row: SeriesRow) -> tuple[object, ...]:
    """The surest first, then what states its day, then what the reader is most confident of, then the earliest."""
    return (
        SURENESS.index(row.evidence),
        not row.stated,
        -row.confidence,
        row.published or "9999",
        row.document,
        row.event,
    )


def _period(start: str, told: list[Counted]) -> Period:
    total = sum(c.intensity for c in told)
    return Period(
        start=start,
        events=len(told),
        claimed=sum(c.evidence in CLAIMED for c in told),
        quads=dict(sorted(Counter(c.quad for c in told).items())),
        types=dict(sorted(Counter(c.type for c in told).items())),
        sum=round(total, 2),
        mean=round(total / len(told), 2) if told else None,
    )


@lru_cache(MANY_DAYS)
def _period_of(day: str, freq: Freq) -> str | None:
    if freq is Freq.M:
        return day[:7] if len(day) >= len("2025-03") else None
    if len(day) < DAY:
        return None
    first = Date.fromisoformat(day[:DAY])
    return (first - timedelta(days=first.weekday() if freq is Freq.W else 0)).isoformat()


def _first_day(given: str) -> str:
    return (given + "-01-01")[:DAY]


def _last_day(given: str) -> str:
    """The last day of a date, month or year."""
    if len(given) == DAY:
        return given
    month = given if len(given) == len("2025-03") else f"{given}-12"
    return (Date.fromisoformat(f"{_next(month, Freq.M)}-01") - timedelta(days=1)).isoformat()


def _between(bounds: list[str], freq: Freq) -> Iterator[str]:
    """Every period from the first to the last of the bounds."""
    if not bounds:
        return
    at, last = min(bounds), max(bounds)
    while at <= last:
        yield at
        at = _next(at, freq)


def _next(start: str, freq: Freq) -> str:
    if freq is Freq.M:
        year, month = int(start[:4]), int(start[5:7])
        return f"{year + month // 12:04}-{month % 12 + 1:02}"
    return (Date.fromisoformat(start) + timedelta(days=7 if freq is Freq.W else 1)).isoformat()
