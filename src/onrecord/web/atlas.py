"""A map of some countries and of what happened where, as numbers for an SVG in degrees. The templates draw it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians, sqrt

from onrecord.model import Precision
from onrecord.record.page_rows import SpotCount

SHAPES = "shapes.tsv"
"""Made by `tools/make_shapes.py`: code, west, north, east, south, path; north is negative, as SVG counts."""
EXACT = (Precision.POINT, Precision.CITY)
NOWHERE = (Precision.COUNTRY, Precision.REGION)
"""What has no place on a map: a dot in the middle of a country would say that something happened there."""
LEAST, MARGIN = 6.0, 0.12
"""Degrees that a map shows at least, and what it shows beyond its countries, as a share of them."""
WIDE, TALL = 1.6, 0.75
"""How much wider, or narrower, than high a map may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Part of the earth: degrees east of Greenwich and south of the equator."""

    west: float
    north: float
    east: float
    south: float

    def meets(self, other: "Window") -> bool:
        beside = self.east < other.west or other.east < self.west
        return not (beside or self.south < other.north or other.south < self.north)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A country's outline; `window` is that of its greatest part."""

    code: str
    window: Window
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """Events of one place: where, how large (by their number) and whether the place is known to the town."""

    x: float
    y: float
    radius: float
    exact: bool
    spot: SpotCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """`box` is the view box, `stretch` what a degree east is worth there; `elsewhere` has what no dot can show."""

    box: tuple[float, float, float, float]
    stretch: float
    land: tuple[Shape, ...]
    parties: tuple[Shape, ...]
    dots: tuple[Dot, ...]
    elsewhere: tuple[SpotCount, ...]


def draw_map(countries: Iterable[str], spots: Iterable[SpotCount]) -> Map | None:
    """The countries (codes) with their neighbours, and a dot for each place; None where neither has a shape."""
    shapes, told = load_shapes(), tuple(spots)
    placed = [spot for spot in told if spot.lat is not None and spot.precision not in NOWHERE]
    parties = tuple(shapes[code] for code in dict.fromkeys(countries) if code in shapes)
    edges = [shape.window for shape in parties]
    edges += [Window(west=dot.x, north=dot.y, east=dot.x, south=dot.y) for dot in map(_point, placed)]
    if not edges:
        return None
    window, stretch = _frame(edges)
    height = window.south - window.north
    return Map(
        box=(window.west * stretch, window.north, (window.east - window.west) * stretch, height),
        stretch=stretch,
        land=tuple(shape for shape in shapes.values() if shape not in parties and shape.window.meets(window)),
        parties=parties,
        dots=tuple(_dot(spot, stretch, height) for spot in placed),
        elsewhere=tuple(spot for spot in told if spot not in placed),
    )


@cache
def load_shapes() -> Mapping[str, Shape]:
    """Every shape by its country's code."""
    text = files("onrecord.web").joinpath(SHAPES).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {code: Shape(code=code, window=_window(edges), path=path) for code, *edges, path in rows}


def _window(edges: Iterable[str]) -> Window:
    west, north, east, south = map(float, edges)
    return Window(west=west, north=north, east=east, south=south)


def _frame(edges: Iterable[Window]) -> tuple[Window, float]:
    """What takes in all of them with a margin, within the proportions of a page, and the stretch at its middle."""
    several = list(edges)
    west, east = min(w.west for w in several), max(w.east for w in several)
    north, south = min(w.north for w in several), max(w.south for w in several)
    stretch = max(cos(radians((north + south) / 2)), 0.2)
    width = max((east - west) * stretch, LEAST) * (1 + 2 * MARGIN)
    height = max(south - north, LEAST) * (1 + 2 * MARGIN)
    width, height = max(width, height * TALL), max(height, width / WIDE)
    x, y = (west + east) / 2, (north + south) / 2
    half = width / stretch / 2
    return Window(west=x - half, north=y - height / 2, east=x + half, south=y + height / 2), stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    x: float
    y: float


def _point(spot: SpotCount) -> _Point:
    return _Point(x=spot.lon or 0.0, y=-(spot.lat or 0.0))


def _dot(spot: SpotCount, stretch: float, height: float) -> Dot:
    """The area of a dot grows with the number of its events, up to a bound."""
    point = _point(spot)
    return Dot(
        x=point.x * stretch,
        y=point.y,
        radius=height * (0.009 + 0.006 * min(sqrt(spot.events), 4)),
        exact=spot.precision in EXACT,
        spot=spot,
    )
