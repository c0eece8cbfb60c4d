"""Real records in files, empty or with two reports of one incident. pytest finds `factories` beside this file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factories import border_strike
from onrecord.record import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "onrecord.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record(path) as opened:
        yield opened


@pytest.fixture
def two_reports(record: Record) -> Record:
    record.add(*border_strike("report-1", killed=12).made())
    record.add(*border_strike("report-2", killed=20).made())
    return record
