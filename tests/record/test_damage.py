"""A damaged file is told in lines, whatever of it is damaged, and never by a traceback."""

import random
from pathlib import Path

import pytest

from factories import border_strike
from onrecord.errors import RecordError
from onrecord.record import Record

PAGE = 4096
REPORTS = 12


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a record that is sound."""
    path = tmp_path_factory.mktemp("sound") / "onrecord.db"
    with Record(path) as record:
        record.add_all(border_strike(f"report-{n}", killed=n).made() for n in range(REPORTS))
    return path.read_bytes()


def overwritten(file: bytearray, draw: random.Random) -> None:
    start = draw.randrange(1, len(file) // PAGE) * PAGE
    file[start : start + PAGE] = draw.randbytes(PAGE)


def cut_off(file: bytearray, draw: random.Random) -> None:
    del file[draw.randrange(200, len(file) - PAGE) :]


def flipped(file: bytearray, draw: random.Random) -> None:
    for _ in range(20):
        file[draw.randrange(PAGE, len(file))] ^= 0xFF


def told(path: Path) -> tuple[str, ...]:
    try:
        with Record(path, create=False) as record:
            return record.faults()
    except RecordError as error:
        return (str(error),)


@pytest.mark.parametrize("damage", [overwritten, cut_off, flipped])
@pytest.mark.parametrize("seed", range(8))
def test_damage_is_told_in_lines(sound: bytes, path: Path, damage: object, seed: int) -> None:
    assert callable(damage)
    file = bytearray(sound)
    damage(file, random.Random(seed))
    path.write_bytes(file)
    lines = told(path)
    assert lines or damage is flipped, "bytes that nothing uses may change unseen"
    assert not any("\n" in line for line in lines)


def test_a_reading_that_is_none_any_more_is_told_and_the_others_are_looked_at(path: Path) -> None:
    with Record(path) as record:
        record.add_all(border_strike(f"report-{n}", killed=n).made() for n in range(3))
        with record._store.writing() as connection:
            connection.exec_driver_sql("UPDATE reading SET json = '{' WHERE document = 2")
            connection.exec_driver_sql("UPDATE event SET type = 'AID' WHERE document = 3")
        first, second = record.faults()
    assert first.startswith("report-1: what is kept of it can't be read (not JSON")
    assert second.startswith("report-2: its rows of event are not what its reading makes")
