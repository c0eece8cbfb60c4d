"""Real records, empty or with two reports of one incident, one PostgreSQL, and one reader loaded once.

pytest finds `casting`, `factories`, `frozen` and `postgres` beside this file.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

import postgres
from factories import border_strike
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader
from onrecord.record import Record


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests begin first, so that no process is left with them at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(today=date(2026, 11, 24), kind=ReaderKind.RULES)


@pytest.fixture(scope="session")
def nlp(reader: Reader) -> Language:
    return reader.nlp


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL for this run; without one the tests that ask for it are skipped, or fail where none may be."""
    programs = postgres.find_programs()
    if programs is None:
        reason = f"no PostgreSQL in {postgres.PROGRAMS}; Debian's package postgresql is one"
        (pytest.fail if os.environ.get(postgres.REQUIRED) else pytest.skip)(reason)
    with postgres.running(programs) as started:
        yield started


@pytest.fixture(scope="session")
def made_once(server: postgres.Server) -> str:
    """A database that holds an empty record, to be copied."""
    server.run("CREATE DATABASE made_once")
    Record(server.address("made_once")).close()
    return "made_once"


@pytest.fixture
def address(server: postgres.Server, made_once: str) -> Iterator[str]:
    """The address of an empty record in PostgreSQL."""
    with server.database(like=made_once) as found:
        yield found


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
