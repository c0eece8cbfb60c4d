"""Cooperation and conflict over time as numbers for an SVG. The templates draw it, with a table beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.export.dates import day, days
from onrecord.record.series import SeriesRow
from onrecord.views.changes import find_changes
from onrecord.views.series import Freq, Period, as_series

WIDTH, HALF = 720, 80
"""The view box: its width, and the height above and below the line."""
DAILY, WEEKLY, MONTHLY = 45, 60, 60
"""As many days, weeks and months are drawn one by one; a longer series is drawn by the next longer ones, then years."""
BELOW, ABOVE = ("verbal conflict", "material conflict"), ("verbal cooperation", "material cooperation")
QUADS = (*ABOVE, *BELOW)
UNITS = {Freq.D: "day", Freq.W: "week", Freq.M: "month"}
LENGTHS = {Freq.D: len("2025-03-18"), Freq.W: len("2025-03-18"), Freq.M: len("2025-03")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Events of one quad, as a rectangle in its column."""

    y: float
    height: float
    quad: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A day, week, month or year: from `since` to `until`, as an address has them, with its events by quad."""

    x: float
    since: str
    until: str
    name: str
    quads: Mapping[str, int]
    bars: tuple[Bar, ...]

    @property
    def label(self) -> str:
        counts = ", ".join(f"{n} {quad}" for quad, n in self.quads.items() if n)
        return f"{self.name}: {counts}" if counts else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where a new level begins, with what it says in words."""

    x: float
    since: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesChart:
    """Cooperation above the line and conflict below. `ticks` are the names that stand under the axis, `vague` counts
    the tellings whose date is too vague to be drawn."""

    columns: tuple[Column, ...]
    step: float
    width: float
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    most: int
    unit: str
    summary: str
    vague: int


def draw_series(rows: Sequence[SeriesRow], since: str | None = None, until: str | None = None) -> SeriesChart | None:
    """The events by day, week, month or year, whichever their span needs; None for nothing."""
    freq = _freq([row.day for row in rows], filter(None, (since, until)))
    series = as_series(rows, freq, since=since, until=until)
    if not series.counted:
        freq, series = Freq.M, as_series(rows, Freq.M, since=since, until=until)
    if not series.counted:
        return None
    yearly = len(series.periods) > MONTHLY
    periods = _by_year(series.periods) if yearly else {period.start: period.quads for period in series.periods}
    most = max(max(_sum(quads, ABOVE), _sum(quads, BELOW)) for quads in periods.values())
    step = WIDTH / len(periods)
    columns = tuple(
        _column(start, freq, n * step, quads, HALF / most) for n, (start, quads) in enumerate(periods.items())
    )
    return SeriesChart(
        columns=columns,
        step=step,
        width=min(step * 0.8, 36),
        ticks=tuple((column.x + step / 2, _short(column)) for column in columns[:: -(-len(columns) // 8)]),
        marks=tuple(_marks(series.periods, columns, UNITS[freq])),
        most=most,
        unit="year" if yearly else UNITS[freq],
        summary=_summary(columns),
        vague=sum(len(row.day) < LENGTHS[freq] for row in rows),
    )


def _freq(days: Sequence[str], bounds: Iterable[str]) -> Freq:
    """The shortest period of which not too many lie between the first and the last of the days and the bounds.

    What is no day, but a month or a year, decides only where there is no day.
    """
    exact = [day for day in days if len(day) >= LENGTHS[Freq.D]]
    told = [*(exact or days), *bounds]
    if not told:
        return Freq.M
    first, last = (date.fromisoformat((edge + "-01-01")[:10]) for edge in (min(told), max(told)))
    span = (last - first).days
    return Freq.D if span < DAILY else Freq.W if span < WEEKLY * 7 else Freq.M


def _by_year(periods: Iterable[Period]) -> dict[str, Mapping[str, int]]:
    found: dict[str, Counter[str]] = {}
    for period in periods:
        found.setdefault(period.start[:4], Counter()).update(period.quads)
    return dict(found)


def _column(start: str, freq: Freq, x: float, quads: Mapping[str, int], unit: float) -> Column:
    week = freq is Freq.W and len(start) == LENGTHS[Freq.W]
    until = (date.fromisoformat(start) + timedelta(days=6)).isoformat() if week else start
    told = {quad: quads.get(quad, 0) for quad in QUADS}
    return Column(x=x, since=start, until=until, name=days(start, until), quads=told, bars=tuple(_bars(told, unit)))


def _bars(quads: Mapping[str, int], unit: float) -> Iterator[Bar]:
    """Words lie on the line, deeds beyond them."""
    for side, up in ((ABOVE, True), (BELOW, False)):
        reached = 0.0
        for quad in side:
            height = quads[quad] * unit
            if height:
                yield Bar(y=HALF - reached - height if up else HALF + reached, height=height, quad=quad)
            reached += height


def _marks(periods: Sequence[Period], columns: Sequence[Column], unit: str) -> Iterator[Mark]:
    for change in find_changes(periods):
        x = next(column.x for column in columns if change.start.startswith(column.since))
        words = f"From {day(change.start)} on {change.after:+.1f} a {unit}, before {change.before:+.1f}."
        yield Mark(x=x, since=change.start, words=words.replace("-", "\N{MINUS SIGN}"))


def _sum(quads: Mapping[str, int], side: Iterable[str]) -> int:
    return sum(quads.get(quad, 0) for quad in side)


def _short(column: Column) -> str:
    """ "18 Mar", "Mar 2025", "2025"."""
    words = day(column.since).split()
    if len(words) == 3:
        return f"{words[0]} {words[1][:3]}"
    return f"{words[0][:3]} {words[1]}" if len(words) == 2 else words[0]


def _summary(columns: Sequence[Column]) -> str:
    good, bad = (sum(_sum(column.quads, side) for column in columns) for side in (ABOVE, BELOW))
    return f"{good} of cooperation and {bad} of conflict, {days(columns[0].since, columns[-1].until)}."
