"""Charts as numbers for an SVG: what stands where, in the units of its view box. The templates draw them."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export import wording
from onrecord.record.page_rows import MonthCount
from onrecord.views import Claim, Count
from onrecord.views.voices import ToldFigure
from onrecord.web.words import chain, day

WIDTH, HALF = 720, 80
"""The view box of a series: its width, and the height above and below the line."""

MONTHLY = 48
"""A series of more months than this is drawn by years."""

BELOW, ABOVE = ("verbal conflict", "material conflict"), ("verbal cooperation", "material cooperation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Events of one quad in one period, as a rectangle."""

    x: float
    y: float
    width: float
    height: float
    quad: str
    period: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Cooperation above the line and conflict below; `table` is the same in numbers, `summary` in a sentence."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    most: int
    summary: str
    table: tuple[tuple[str, dict[str, int]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A figure on a line from nought to the greatest one: from `x` to `end` in per cent."""

    x: float
    end: float
    label: str
    teller: str


def draw_series(months: Iterable[MonthCount]) -> Series | None:
    """A bar for each quad and month, or year where there are many months; None for nothing."""
    counts = _by_period(tuple(months))
    if not counts:
        return None
    periods = _periods(min(counts), max(counts))
    most = max(1, *(max(_sum(c, ABOVE), _sum(c, BELOW)) for c in counts.values()))
    step = WIDTH / len(periods)
    wide = min(step * 0.8, 36)
    middles = {period: (i + 0.5) * step for i, period in enumerate(periods)}
    bars = [bar for p, c in counts.items() for bar in _bars(p, c, middles[p] - wide / 2, wide, HALF / most)]
    every = -(-len(periods) // 9)
    return Series(
        bars=tuple(bars),
        ticks=tuple(Tick(x=middles[p], label=_short(p)) for p in periods[::every]),
        most=most,
        summary=_summary(counts),
        table=tuple(counts.items()),
    )


def _by_period(months: tuple[MonthCount, ...]) -> dict[str, dict[str, int]]:
    if not months:
        return {}
    length = 7 if len(_periods(months[0].month, months[-1].month)) <= MONTHLY else 4
    found: dict[str, dict[str, int]] = {}
    for month in months:
        quads = found.setdefault(month.month[:length], dict.fromkeys((*ABOVE, *BELOW), 0))
        quads[month.quad] = quads.get(month.quad, 0) + month.events
    return found


def _periods(first: str, last: str) -> list[str]:
    """Every month, or every year, from one to the other."""
    if len(first) == 4:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    start, end = (int(p[:4]) * 12 + int(p[5:7]) - 1 for p in (first, last))
    return [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(start, end + 1)]


def _bars(period: str, counts: dict[str, int], x: float, width: float, unit: float) -> Iterable[Bar]:
    """Words lie on the line, deeds beyond them."""
    for quads, up in ((ABOVE, True), (BELOW, False)):
        reached = 0.0
        for quad in quads:
            height = counts[quad] * unit
            y = HALF - reached - height if up else HALF + reached
            reached += height
            if height:
                label = f"{day(period)}: {counts[quad]} {quad}"
                yield Bar(x=x, y=y, width=width, height=height, quad=quad, period=period, label=label)


def _sum(counts: dict[str, int], quads: tuple[str, ...]) -> int:
    return sum(counts[quad] for quad in quads)


def _short(period: str) -> str:
    return day(period) if len(period) == 4 else f"{day(period)[:3]} {period[:4]}"


def _summary(counts: dict[str, dict[str, int]]) -> str:
    good = sum(_sum(c, ABOVE) for c in counts.values())
    bad = sum(_sum(c, BELOW) for c in counts.values())
    first, last = day(min(counts)), day(max(counts))
    span = f"in {first}" if first == last else f"from {first} to {last}"
    return f"{good} told as cooperation and {bad} as conflict, {span}, counted as reports tell them."


def draw_figures(claim: Claim) -> tuple[Dot, ...]:
    """The figures of a claim and those told otherwise, side by side; nothing where there is only one."""
    told = [*claim.figures, *(rival.figure for rival in claim.rivals)]
    ends = [value for figure in told for value in (figure.low, figure.high) if value is not None]
    if len(told) < 2 or not max(ends, default=0):
        return ()
    return tuple(dict.fromkeys(_dot(figure, 100 / max(ends)) for figure in told))


def draw_counts(count: Count) -> tuple[Dot, ...]:
    """Every telling of a number, on one line from nought to the greatest."""
    return tuple(_dot(dated.figure, 100 / max(count.high, 1)) for dated in count.told)


def _dot(figure: ToldFigure, unit: float) -> Dot:
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else low
    return Dot(
        x=round(low * unit, 2),
        end=round(high * unit, 2),
        label=wording.count(figure.what, figure.low, figure.high),
        teller=chain(figure.voices),
    )
