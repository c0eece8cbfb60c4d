"""What is kept is kept once, whole, and can be made again from the readings."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

from factories import Report, as_of, border_strike
from onrecord.errors import RecordError
from onrecord.model import Kind
from onrecord.record import Record
from onrecord.record.schema import METADATA, PROJECTIONS
from onrecord.record.store import Store

Dump = dict[str, list[str]]
READ = ("document", "reading")


def dump(where: str | Path, tables: tuple[str, ...] = tuple(table.name for table in PROJECTIONS)) -> Dump:
    """Every row of the tables but for a passage's own number, which a rebuilding gives anew."""
    store = Store(where, create=False)
    with store.reading() as connection:
        found = {name: connection.execute(select(METADATA.tables[name])).mappings().all() for name in tables}
    store.close()
    return {
        name: sorted(repr([value for key, value in row.items() if (name, key) != ("passage", "key")]) for row in rows)
        for name, rows in found.items()
    }


def everything(where: str | Path) -> Dump:
    return {**dump(where), **dump(where, READ)}


def index_is_sound(where: str | Path) -> bool:
    """Raises where SQLite's full-text index is not of the passages; PostgreSQL's is made of them each time."""
    store = Store(where, create=False)
    with store.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"))
    store.close()
    return True


def test_saving_twice_changes_nothing(record: Record, where: str | Path) -> None:
    assert record.add(*border_strike().made())
    before = everything(where)
    assert not record.add(*border_strike().made())
    assert everything(where) == before


def test_every_projection_is_filled(two_reports: Record, where: str | Path) -> None:
    assert [table for table, rows in dump(where).items() if not rows] == []


def test_a_document_read_again_is_replaced_and_never_doubled(record: Record, where: str | Path) -> None:
    record.add(*border_strike().made())
    shorter = border_strike()
    shorter.events.clear()
    assert record.add(*shorter.made())
    assert len(record.documents()) == 1
    assert record.reading("report-1").events == ()
    assert dump(where)["event"] == dump(where)["figure"] == []
    assert index_is_sound(where)


def test_a_document_of_the_same_id_and_another_text_takes_its_place(record: Record, where: str | Path) -> None:
    record.add(*border_strike().made())
    record.add(*Report(text="Nothing happened in Moyale.").made())
    assert record.document("report-1").text == "Nothing happened in Moyale."
    assert record.search("camp") == ()
    assert len(record.search("nothing")) == 1


def test_a_changed_title_alone_is_kept_too(record: Record) -> None:
    record.add(*border_strike().made())
    document, reading = border_strike().made()
    renamed = replace(reading, document=replace(reading.document, title="Another title"))
    assert record.add(replace(document, title="Another title"), renamed)
    assert record.documents()[0].title == "Another title"


def test_one_text_under_two_ids_is_two_documents(two_reports: Record, record: Record) -> None:
    record.add(*border_strike("report-3", killed=12).made())
    assert [d.id for d in record.documents()] == ["report-1", "report-2", "report-3"]


def test_another_edition_is_kept_beside_the_first_and_is_what_is_seen(record: Record, where: str | Path) -> None:
    record.add(*border_strike().made())
    recoded = as_of(border_strike(), "lexicon-2")
    recoded.events.clear()
    assert record.add(*recoded.made())
    assert len(dump(where, ("reading",))["reading"]) == 2
    assert record.reading("report-1").coder.lexicon == "lexicon-2"
    assert record.timeline("KEN").events == ()
    assert record.add(*border_strike().made())
    assert record.reading("report-1").coder.lexicon == "lexicon-1"
    assert len(dump(where, ("reading",))["reading"]) == 3
    assert len(record.timeline("KEN").events) == 1


def test_rebuilt_tables_are_those_that_were_written_one_by_one(two_reports: Record, where: str | Path) -> None:
    two_reports.add(*as_of(border_strike("report-1", killed=14), "lexicon-2").made())
    two_reports.add(*border_strike("report-2", killed=21).made())
    before = dump(where)
    assert two_reports.rebuild() == 2
    assert dump(where) == before
    assert index_is_sound(where)


def test_what_comes_out_is_what_went_in(record: Record) -> None:
    document, reading = border_strike().made()
    record.add(document, reading)
    assert record.document("report-1") == document
    assert record.reading("report-1") == reading
    assert list(record.readings()) == [(document, reading)]


def test_offsets_point_at_the_words_that_rows_hold(two_reports: Record) -> None:
    for hit in two_reports.search("struck camp"):
        assert hit.extent.of(two_reports.document(hit.document.id).text) == hit.words


def test_adding_many_tells_how_many_changed_the_record(record: Record) -> None:
    pairs = [border_strike(f"report-{n % 3}").made() for n in range(5)]
    assert record.add_all(pairs) == 3


def foreign_text() -> Report:
    report = border_strike()
    return replace(report, text=report.text + " More.")


def test_a_reading_of_another_text_is_refused(record: Record) -> None:
    document, _ = foreign_text().made()
    _, reading = border_strike().made()
    with pytest.raises(RecordError, match="report-1: the reading is of another text"):
        record.add(document, reading)


def unknown_party(report: Report) -> None:
    report.events[0] = replace(report.events[0], actor=("nobody",))


def unknown_source(report: Report) -> None:
    source = report.attributions[0].source
    report.attributions[0] = replace(report.attributions[0], source=replace(source, entity="nobody"))


def within_a_circle(report: Report) -> None:
    report.attributions[0] = replace(report.attributions[0], within="a1")
    report.attributions[1] = replace(report.attributions[1], within="a0")


def within_itself(report: Report) -> None:
    report.attributions[0] = replace(report.attributions[0], within="a0")


def twice_the_same_id(report: Report) -> None:
    report.entities.append(report.entities[0])


BROKEN = [unknown_party, unknown_source, within_a_circle, within_itself, twice_the_same_id]


@pytest.mark.parametrize("break_it", BROKEN)
def test_a_reading_that_does_not_hold_together_is_refused_and_nothing_of_it_kept(
    two_reports: Record, where: str | Path, break_it: object
) -> None:
    before = everything(where)
    report = border_strike("report-1", killed=99)
    assert callable(break_it)
    break_it(report)
    with pytest.raises(RecordError, match="report-1: its reading names an item") as caught:
        two_reports.add(*report.made())
    assert "\n" not in str(caught.value)
    assert everything(where) == before


def test_an_attribution_may_stand_before_the_one_that_it_is_told_in(record: Record) -> None:
    report = Report(text="The envoy wrote that Otis Ndlovu said that rain fell.")
    envoy, otis = report.entity("The envoy"), report.entity("Otis Ndlovu")
    report.said("rain fell", cue="said", source=otis, within="a1")
    report.said("Otis Ndlovu said that rain fell", cue="wrote", source=envoy)
    assert record.add(*report.made())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
def test_any_text_can_be_kept_and_keeps_its_length(record: Record, words: str) -> None:
    report = Report(text=words, title=words)
    report.entity(words, Kind.OTHER)
    record.add(*report.made())
    assert not record.add(*report.made())
    assert len(record.document("report-1").text) == len(words)
    assert len(record.reading("report-1").entities) == 1
    record.rebuild()


def test_a_number_that_no_table_holds_stays_in_the_reading(record: Record) -> None:
    report = border_strike()
    event = report.events[0]
    huge = tuple(replace(figure, low=10**30, high=3 * 10**9) for figure in event.figures)
    report.events[0] = replace(event, figures=huge)
    record.add(*report.made())
    assert record.reading("report-1").events[0].figures == huge
    figures = record.timeline("KEN").events[0].figures
    assert {(figure.low, figure.high) for figure in figures} == {(None, 3 * 10**9)}
