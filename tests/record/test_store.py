"""A record is opened where it is one, and refused in one line where it is not."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from factories import border_strike
from onrecord.errors import RecordError
from onrecord.record import Record, store
from onrecord.record.store import as_fault


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database at all\n" * 100)


def note(path: Path) -> None:
    path.write_text("buy milk\n", encoding="utf-8")


def folder(path: Path) -> None:
    path.mkdir()


def nothing(path: Path) -> None:
    pass


def another_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")


def newer_record(path: Path) -> None:
    Record(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE onrecord_version SET version_num = '9999'")


REFUSED = [
    (garbage, "file is not a database; name another file"),
    (note, "file is not a database"),
    (folder, "unable to open database file; see whether its folder is there"),
    (another_database, "no record of onrecord's"),
    (newer_record, "schema 9999 is newer"),
]


@pytest.mark.parametrize(("make", "reason"), REFUSED)
def test_what_is_no_record_is_refused_by_name_in_one_line(
    path: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(path)
    with pytest.raises(RecordError) as caught:
        Record(path)
    message = str(caught.value)
    assert str(path) in message
    assert reason in message
    assert "\n" not in message


def test_a_refused_database_is_left_as_it_was(path: Path) -> None:
    another_database(path)
    with pytest.raises(RecordError):
        Record(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("birds",)]


def test_a_missing_record_is_made_only_when_wanted(path: Path) -> None:
    with pytest.raises(RecordError, match="no record there"):
        Record(path, create=False)
    assert not path.exists()
    Record(path).close()
    Record(path, create=False).close()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="unable to open"):
        Record(tmp_path / "no" / "such" / "onrecord.db")


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "what?.db", "café#1.db", ":memory:", "postgresql.db"])
def test_any_file_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with Record(name) as record:
        record.add(*border_strike().made())
    assert (tmp_path / name).exists()
    with Record(tmp_path / name, create=False) as record:
        assert len(record.documents()) == 1


def test_postgresql_without_its_driver_is_refused_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "find_spec", lambda name: None)
    with pytest.raises(RecordError, match=r"pip install 'onrecord\[postgres\]'") as caught:
        Record("postgresql://reader:secret@localhost/onrecord")
    assert "secret" not in str(caught.value)


def test_a_reader_beside_a_writer_sees_what_was_kept_before(where: str | Path) -> None:
    with Record(where) as one, Record(where) as other:
        one.add(*border_strike("report-1").made())
        before = other.readings()
        assert next(before)[0].id == "report-1"
        one.add(*border_strike("report-2").made())
        assert list(before) == []
        assert [d.id for d in other.documents()] == ["report-1", "report-2"]


def test_many_open_and_write_at_once_and_nothing_is_lost(where: str | Path) -> None:
    def add(n: int) -> bool:
        with Record(where) as record:
            return record.add(*border_strike(f"report-{n}").made())

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(add, range(16)))
    with Record(where) as record:
        assert len(record.documents()) == 16


def test_a_second_writer_waits_and_then_gives_up_in_one_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT", 0.01)
    with Record(path) as record, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="database is locked"):
            record.add(*border_strike().made())
        other.execute("ROLLBACK")
        assert record.add(*border_strike().made())


def test_a_short_file_that_is_no_record_is_not_written_over(path: Path) -> None:
    note(path)
    with pytest.raises(RecordError):
        Record(path)
    assert path.read_text(encoding="utf-8") == "buy milk\n"


def test_a_disk_that_fails_is_told_with_what_to_do() -> None:
    """As SQLite says it where a limit on the size of files is met."""
    assert as_fault("disk I/O error\n") == (
        "disk I/O error; nothing of this was kept; see whether the disk is full or the file too large, and do it again"
    )


NAMED = [
    ("kept.db", "kept.db"),
    ("postgresql://reader@host/team", "postgresql://reader@host/team"),
    ("postgres+psycopg://reader:s%40cret@host:5433/team", "postgresql://reader:***@host:5433/team"),
    ("postgresql://reader@/team?host=/run/pg&password=s%40cret", "postgresql://reader@/team?host=/run/pg"),
]


@pytest.mark.parametrize(("where", "name"), NAMED)
def test_a_place_is_named_as_it_was_given_without_its_password(where: str, name: str) -> None:
    assert store.named(where) == name
