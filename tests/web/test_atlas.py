"""A map shows its countries, and a dot only where a place is known: never in the middle of a country."""

import re

import pytest
from fastapi.testclient import TestClient

from onrecord.lexicon.countries import load_countries
from onrecord.model import Precision
from onrecord.record.page_rows import SpotCount
from onrecord.web.atlas import draw_map, load_shapes


def spot(name: str, lat: float | None, lon: float | None, precision: Precision, events: int = 1) -> SpotCount:
    return SpotCount(name=name, country="KEN", lat=lat, lon=lon, precision=precision, events=events)


MOYALE = spot("Moyale", 3.53, 39.06, Precision.CITY)


def test_every_shape_is_of_a_known_country_and_inside_the_world() -> None:
    shapes = load_shapes()
    assert len(shapes) > 170
    assert [code for code in shapes if not load_countries().by_code(code)] == []
    for shape in shapes.values():
        assert re.fullmatch(r"(M[-\d. ]+l[-\d. ]+z)+", shape.path)
        assert -180 <= shape.window.west < shape.window.east <= 360
        assert -90 <= shape.window.north < shape.window.south <= 90


@pytest.mark.parametrize(("code", "inside"), [("KEN", (-1.3, 36.8)), ("PER", (-12.0, -77.0)), ("FRA", (48.9, 2.4))])
def test_a_capital_lies_in_its_countrys_window(code: str, inside: tuple[float, float]) -> None:
    window, (lat, lon) = load_shapes()[code].window, inside
    assert window.west < lon < window.east
    assert window.north < -lat < window.south


def test_a_map_takes_in_both_countries_their_neighbours_and_the_places() -> None:
    drawn = draw_map(["KEN", "ETH"], [MOYALE])
    assert [shape.code for shape in drawn.parties] == ["KEN", "ETH"]
    assert {"SOM", "UGA"} <= {shape.code for shape in drawn.land}
    assert not {"PER", "KEN"} & {shape.code for shape in drawn.land}
    (x, y, width, height), (dot,) = drawn.box, drawn.dots
    assert x < dot.x < x + width
    assert y < dot.y < y + height
    assert dot.exact


@pytest.mark.parametrize(
    ("precision", "lat", "drawn", "exact"),
    [
        (Precision.POINT, 3.5, 1, True),
        (Precision.CITY, 3.5, 1, True),
        (Precision.ADMIN1, 3.5, 1, False),
        (Precision.COUNTRY, 3.5, 0, None),
        (Precision.REGION, 3.5, 0, None),
        (Precision.CITY, None, 0, None),
    ],
)
def test_a_dot_stands_only_where_the_place_is_known(precision, lat, drawn: int, exact: bool | None) -> None:
    found = draw_map(["KEN"], [spot("Somewhere", lat, 39.0, precision)])
    assert [dot.exact for dot in found.dots] == [exact] * drawn
    assert len(found.elsewhere) == 1 - drawn


def test_more_events_make_a_larger_dot() -> None:
    drawn = draw_map(["KEN"], [MOYALE, spot("Garissa", -0.46, 39.65, Precision.CITY, events=9)])
    assert drawn.dots[0].radius < drawn.dots[1].radius


def test_without_a_country_or_a_place_there_is_no_map() -> None:
    assert draw_map([], []) is None
    assert draw_map(["SGP"], [spot("Somewhere", None, None, Precision.CITY)]) is None


def test_pair_page_has_the_map_with_its_table(client: TestClient) -> None:
    page = client.get("/pair?a=KEN&b=ETH").text
    assert page.count('class="land party-') == 2
    assert 'aria-label="Map of Kenya and Ethiopia.' in page
    assert re.search(r'href="/search\?place=Moyale&amp;party=KEN">Moyale</a>', page)
