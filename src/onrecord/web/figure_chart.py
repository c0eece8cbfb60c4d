"""Figures as dots on a line, for an SVG. The templates draw them, each with its words."""

from dataclasses import dataclass

from onrecord.export import wording
from onrecord.views import Claim, Count
from onrecord.views.voices import ToldFigure
from onrecord.web.words import chain, report


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A figure on a line from nought to the greatest one: from `x` to `end` in per cent. It stands at `address`."""

    x: float
    end: float
    label: str
    teller: str
    address: str


def draw_figures(claim: Claim) -> tuple[Dot, ...]:
    """The figures of a claim and those told otherwise, side by side; nothing where there is only one."""
    told = [(figure, report(claim.document, claim.id)) for figure in claim.figures]
    told += [(rival.figure, report(rival.document, rival.event)) for rival in claim.rivals]
    ends = [value for figure, _ in told for value in (figure.low, figure.high) if value is not None]
    if len(told) < 2 or not max(ends, default=0):
        return ()
    found: dict[tuple[str, str], Dot] = {}
    for dot in (_dot(figure, 100 / max(ends), address) for figure, address in told):
        found.setdefault((dot.label, dot.teller), dot)
    return tuple(found.values())


def draw_counts(count: Count) -> tuple[Dot, ...]:
    """Every telling of a number, on one line from nought to the greatest."""
    unit = 100 / max(count.high, 1)
    return tuple(_dot(dated.figure, unit, report(dated.document, dated.event)) for dated in count.told)


def _dot(figure: ToldFigure, unit: float, address: str) -> Dot:
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else low
    return Dot(
        x=round(low * unit, 2),
        end=round(high * unit, 2),
        label=wording.count(figure.what, figure.low, figure.high, figure.currency),
        teller=chain(figure.voices),
        address=address,
    )
