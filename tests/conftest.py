"""Real records in files, empty or with two reports of one incident, and one reader loaded once.

pytest finds `factories` and `frozen` beside this file.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from factories import border_strike
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader
from onrecord.record import Record


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(today=date(2026, 11, 24), kind=ReaderKind.RULES)


@pytest.fixture(scope="session")
def nlp(reader: Reader) -> Language:
    return reader.nlp


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
