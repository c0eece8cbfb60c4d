"""Figures as dots on a line, for an SVG. The templates draw them, each with its words."""

from dataclasses import dataclass

from onrecord.export import wording
from onrecord.views import Claim, Count
from onrecord.views.voices import ToldFigure
from onrecord.web.words import chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A figure on a line from nought to the greatest one: from `x` to `end` in per cent."""

    x: float
    end: float
    label: str
    teller: str


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
        label=wording.count(figure.what, figure.low, figure.high, figure.currency),
        teller=chain(figure.voices),
    )
