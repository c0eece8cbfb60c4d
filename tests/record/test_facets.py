"""How what a search finds falls into parts: each count is that of the search that it leads to."""

from dataclasses import replace

import pytest

from factories import Report, border_strike
from onrecord.model import Act
from onrecord.record import Record, facets
from onrecord.record.facets import Facets, Part
from onrecord.record.search import Sieve

SEARCHES = [
    ("camp", Sieve()),
    ("", Sieve(act=Act.DENIAL)),
    ("camp", Sieve(type="ASSAULT", place="moyale")),
    ("camp", Sieve(outlet="the example post", since="2025")),
]


@pytest.fixture
def two_reports(record: Record) -> Record:
    record.add_all(border_strike(id).made() for id in ("report-1", "report-2"))
    return record


@pytest.mark.parametrize(("words", "sieve"), SEARCHES, ids=str)
def test_a_part_counts_what_its_condition_lets_through(two_reports: Record, words: str, sieve: Sieve) -> None:
    found = two_reports.facets(words, sieve)
    assert found.total == len(two_reports.search(words, sieve=sieve)) > 0
    for name in ("act", "type", "place", "outlet"):
        for part in getattr(found, name):
            value = Act(part.value) if name == "act" else part.value
            assert part.count == len(two_reports.search(words, sieve=replace(sieve, **{name: value}))) > 0
    for part in found.year:
        assert part.count == len(two_reports.search(words, sieve=replace(sieve, since=part.value, until=part.value)))


def test_a_condition_that_is_given_is_no_part_any_more(two_reports: Record) -> None:
    everything = two_reports.facets("camp")
    assert all(getattr(everything, name) for name in ("act", "type", "place", "outlet", "year"))
    narrowed = two_reports.facets("camp", Sieve(type="ASSAULT", outlet="The Example Post", until="2025"))
    assert (narrowed.type, narrowed.outlet, narrowed.year) == ((), (), ())
    assert narrowed.act == everything.act


def test_outlets_that_differ_in_capitals_alone_are_one(record: Record) -> None:
    for n, outlet in enumerate(("Élan Daily", "ÉLAN DAILY", "Other")):
        record.add(*Report(id=f"r{n}", text="Grain came.", publisher=outlet).made())
    parts = {part.value: part.count for part in record.facets("grain").outlet}
    for outlet, count in parts.items():
        assert len(record.search("grain", sieve=Sieve(outlet=outlet))) == count
    assert sum(parts.values()) == 3


def test_what_is_found_too_often_is_not_counted(two_reports: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "COUNTED", 2)
    assert two_reports.facets("camp") == Facets(total=None)
    assert two_reports.facets("") == Facets(total=0)


def test_the_greatest_part_is_first(record: Record) -> None:
    record.add_all(Report(id=f"r{n}", text="Grain came.", publisher="ABB"[n] + " Post").made() for n in range(3))
    assert record.facets("grain").outlet == (Part(value="B Post", count=2), Part(value="A Post", count=1))
