"""Each score by itself: what it gives, and what it must leave alone."""

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.gazetteer import Candidate, Match
from onrecord.model import Precision
from onrecord.read.where.placing import (
    Sense,
    Surroundings,
    by_capital,
    by_container,
    by_country,
    by_distance,
    by_match,
    by_province,
    by_size,
    by_type,
    kilometres,
)


def place(kind: Precision = Precision.CITY, **given: object) -> Candidate:
    base = {"name": "Ayla", "country": "KEN", "code": "05", "admin1": "Coast", "lat": 0.0, "lon": 0.0, "geonameid": 1}
    return Candidate(**({"kind": kind, "population": 1000, "match": Match.NAME} | base | given))  # type: ignore[arg-type]


def around(
    countries: dict[str, float] | None = None,
    provinces: dict[tuple[str, str], float] | None = None,
    points: tuple[tuple[float, float], ...] = (),
) -> Surroundings:
    return Surroundings(countries=countries or {}, provinces=provinces or {}, points=points)


def test_more_people_score_higher() -> None:
    assert by_size(place(population=1_000_000)) > by_size(place(population=1_000))
    assert by_size(place(Precision.COUNTRY)) > by_size(place(population=1_000_000))


def test_a_by_name_scores_lower_than_a_name() -> None:
    assert by_match(place(match=Match.OTHER)) < by_match(place()) == by_match(place(match=Match.DEMONYM))


def test_a_type_word_favours_its_kind_only() -> None:
    sense = Sense(candidates=())
    assert by_type(place(Precision.ADMIN1), sense) == 0
    sense.types[Precision.ADMIN1] += 1
    assert by_type(place(Precision.ADMIN1), sense) > 0 > by_type(place(), sense)


def test_a_capital_scores_and_its_namesake_does_not() -> None:
    countries = load_countries()
    assert by_capital(place(name="Nairobi"), countries) > 0
    assert by_capital(place(name="Nairobi", country="UGA"), countries) == 0
    assert by_capital(place(Precision.ADMIN1, name="Nairobi"), countries) == 0


def test_the_name_after_the_comma_must_hold_the_place() -> None:
    province = Sense(candidates=(), best=place(Precision.ADMIN1))
    inside = Sense(candidates=(), containers=[province])
    assert by_container(place(), inside) > 0
    assert by_container(place(code="99"), inside) == 0
    assert by_container(place(), Sense(candidates=())) == 0


def test_countries_and_provinces_of_the_report_count_by_their_share() -> None:
    report = around({"KEN": 0.5, "UGA": 0.1}, {("KEN", "05"): 0.4})
    assert by_country(place(), report) > by_country(place(country="UGA"), report) > 0
    assert by_country(place(country="PER"), report) == by_country(place(country=None), report) == 0
    assert by_province(place(), report) > by_province(place(Precision.ADMIN1), report) > 0
    assert by_province(place(code="06"), report) == 0


def test_near_places_support_each_other_and_far_ones_do_not() -> None:
    assert by_distance(place(), around(points=((0.5, 0.5),))) > 0
    assert by_distance(place(), around(points=((10.0, 10.0),))) == 0
    assert by_distance(place(), around()) == 0
    assert by_distance(place(Precision.COUNTRY), around(points=((0.0, 0.0),))) == 0


def test_a_degree_of_longitude_shrinks_towards_the_pole() -> None:
    assert round(kilometres(0, 0, 0, 1)) == 111
    assert round(kilometres(60, 0, 60, 1)) == 56
