"""Every test of the record runs on both databases: a file of its own, and a PostgreSQL emptied for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.record import Record
from postgres import Server


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> str | Path:
    """Where a new record may be made: a path or an address."""
    name = "path" if request.param == "sqlite" else "address"
    found: str | Path = request.getfixturevalue(name)
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, path: Path) -> Iterator[str | Path]:
    """Where nothing is yet, not even a table."""
    if request.param == "sqlite":
        yield path
        return
    server: Server = request.getfixturevalue("server")
    with server.database() as found:
        yield found


@pytest.fixture
def record(where: str | Path) -> Iterator[Record]:
    with Record(where) as opened:
        yield opened
