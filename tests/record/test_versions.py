"""A report that its outlet changed keeps what it said before, and since when."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factories import Report, as_of, border_strike
from onrecord.errors import MissingError
from onrecord.model import Document, Reading
from onrecord.record import Record


@pytest.fixture
def record(where: str | Path) -> Iterator[Record]:
    """Whose every writing falls on a day of its own: the first on 1 May."""
    days = iter(range(1, 32))
    with Record(where, clock=lambda: f"2025-05-{next(days):02}T12:00:00+00:00") as opened:
        yield opened


def at_address(url: str, report: Report) -> tuple[Document, Reading]:
    document, reading = report.made()
    return replace(document, url=url), replace(reading, document=replace(reading.document, url=url))


def test_another_text_under_the_same_id_is_another_version(record: Record) -> None:
    record.add(*border_strike(killed=12).made())
    record.add(*border_strike(killed=14).made())
    first, second = record.versions("report-1")
    assert ("killing 12" in first.text, "killing 14" in second.text) == (True, True)
    assert (first.number, first.recorded_at[:10], (first.withdrawn_at or "")[:10]) == (1, "2025-05-01", "2025-05-02")
    assert (second.number, second.recorded_at[:10], second.withdrawn_at) == (2, "2025-05-02", None)


def test_another_date_is_another_version_too(record: Record) -> None:
    record.add(*border_strike().made())
    record.add(*replace(border_strike(), published="2025-03-19").made())
    assert [v.published for v in record.versions("report-1")] == ["2025-03-18", "2025-03-19"]


def test_reading_a_report_again_makes_no_version(record: Record) -> None:
    record.add(*border_strike().made())
    record.add(*as_of(border_strike(), "lexicon-2").made())
    assert len(record.versions("report-1")) == 1


def test_an_older_text_that_comes_back_is_a_version_of_its_own(record: Record) -> None:
    for killed in (12, 14, 12):
        record.add(*border_strike(killed=killed).made())
    assert [v.number for v in record.versions("report-1")] == [1, 2, 3]
    assert record.document("report-1").text == record.versions("report-1")[0].text


def test_reports_of_one_address_are_its_versions_and_none_is_lost(record: Record) -> None:
    """Two ids are two reports, since some lists give one address for all; asked by address they stand together."""
    address = "https://example.org/strike"
    record.add(*at_address(address, border_strike("by-wire")))
    record.add(*at_address(address, border_strike("by-feed", killed=14)))
    assert [v.id for v in record.versions(address)] == ["by-wire", "by-feed"]
    assert len(record.documents()) == 2


def test_no_versions_of_what_is_not_there(record: Record) -> None:
    with pytest.raises(MissingError, match="holds no document nowhere"):
        record.versions("nowhere")


def test_a_reading_finds_the_text_that_it_was_made_of(record: Record) -> None:
    made = [border_strike(killed=killed).made() for killed in (12, 14, 16)]
    for document, reading in made[:2]:
        record.add(document, reading)
    texts = [record.text_read(reading) for _, reading in made]
    assert texts == [made[0][0].text, made[1][0].text, None]
