"""A record is moved whole, told what is wrong with it, and holds each report whole or not at all."""

import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import event, text

from factories import as_of, border_strike
from onrecord.errors import RecordError
from onrecord.record import Record


def test_a_copy_answers_as_the_first_and_goes_on(tmp_path: Path, address: str) -> None:
    """From a file into PostgreSQL and back into a file."""
    with Record(tmp_path / "one.db") as one, Record(address) as server, Record(tmp_path / "back.db") as back:
        one.add_all(report.made() for report in (border_strike(), as_of(border_strike(killed=14), "lexicon-2")))
        one.add(*border_strike("report-2").made())
        assert one.copy_to(server) == server.copy_to(back) == 2
        for copied in (server, back):
            assert list(copied.readings()) == list(one.readings())
            assert copied.timeline("KEN") == one.timeline("KEN")
            assert len(copied.search("camp")) == len(one.search("camp"))
            assert copied.add(*border_strike("report-3").made())
            assert copied.faults() == ()


def test_a_copy_into_a_record_that_holds_something_is_refused(two_reports: Record, tmp_path: Path) -> None:
    with Record(tmp_path / "other.db") as other:
        other.add(*border_strike("report-9").made())
        with pytest.raises(RecordError, match="holds something already"):
            two_reports.copy_to(other)
        assert [d.id for d in other.documents()] == ["report-9"]


WRONG = [
    ("UPDATE event SET type = 'AID'", "report-1: its rows of event are not what its reading makes"),
    ("UPDATE reading SET withdrawn_at = '2025'", "report-1: has 0 current readings"),
    ("DELETE FROM event_party", "report-2: its rows of event_party"),
    ("UPDATE document SET text = 'Short.'", "offsets lie outside its text"),
]


@pytest.mark.parametrize(("statement", "fault"), WRONG)
def test_what_is_wrong_is_told(two_reports: Record, statement: str, fault: str) -> None:
    assert two_reports.faults() == ()
    with two_reports._store.writing() as connection:
        connection.execute(text(statement))
    assert any(fault in line for line in two_reports.faults())


def test_rows_that_name_nothing_are_told(path: Path) -> None:
    with Record(path) as record:
        record.add(*border_strike().made())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM entity")
    with Record(path) as record:
        assert any("rows name a entity that is not there" in line for line in record.faults())


def test_a_full_disk_costs_one_line_and_nothing_that_was_kept(path: Path) -> None:
    with Record(path) as record:
        record.add(*border_strike("report-1").made())

        @event.listens_for(record._store.engine, "begin")
        def fill(connection: object) -> None:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()  # type: ignore[attr-defined]
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").close()  # type: ignore[attr-defined]

        with pytest.raises(RecordError, match="disk is full; nothing of this was kept") as caught:
            record.add_all(border_strike(f"report-{n}").made() for n in range(2, 40))
        assert "\n" not in str(caught.value)
    with Record(path) as record:
        assert record.faults() == ()
        assert record.documents()[0].id == "report-1"


def add_many(path: Path) -> None:
    with Record(path) as record:
        record.add_all(border_strike(f"report-{n}", killed=n).made() for n in range(60))


def killed(path: Path, after: float) -> None:
    process = get_context("forkserver").Process(target=add_many, args=(path,))
    process.start()
    process.join(after)
    process.kill()
    process.join()
    process.close()


@pytest.mark.slow
def test_a_record_outlives_its_writer_s_death_at_any_moment(path: Path) -> None:
    draw = random.Random(5)
    for _ in range(50):
        killed(path, draw.uniform(0.0, 0.6))
        with Record(path) as record:
            assert record.faults() == ()
    add_many(path)
    with Record(path) as record:
        assert len(record.documents()) == 60
        assert record.faults() == ()


def test_a_copy_made_while_others_write_is_whole(record: Record, where: str | Path, tmp_path: Path) -> None:
    """Each copy holds the first so many reports, and each of them whole."""
    begun, copied = Event(), Event()

    def write() -> None:
        with Record(where) as writer:
            for n in range(40):
                writer.add(*border_strike(f"report-{n}").made())
                begun.set()
                if n == 20:
                    copied.wait(60)

    held = []
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        begun.wait(60)
        while not writing.done():
            with Record(tmp_path / f"copy-{len(held)}.db") as copy:
                held.append(record.copy_to(copy))
                copied.set()
                assert [d.id for d in copy.documents()] == [f"report-{k}" for k in range(held[-1])]
                assert copy.faults() == ()
        writing.result()
    assert 0 < held[0] < 40
    assert held == sorted(held)
