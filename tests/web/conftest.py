"""The application over a real record: empty, with two reports that disagree, or with hostile ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from factories import hostile_report
from onrecord.link.linking import link_new
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.web.app import make_app
from onrecord.web.reading import OneReader

HERE = "http://localhost"


def client_of(path: Path, reader: Reader | None = None) -> TestClient:
    return TestClient(make_app(str(path), reader=OneReader(reader)), base_url=HERE)


@pytest.fixture
def empty(path: Path, reader: Reader) -> Iterator[TestClient]:
    with client_of(path, reader) as client:
        yield client


@pytest.fixture
def client(path: Path, two_reports: Record, reader: Reader) -> Iterator[TestClient]:
    link_new(two_reports)
    with client_of(path, reader) as client:
        yield client


@pytest.fixture
def hostile(path: Path, record: Record, reader: Reader) -> Iterator[TestClient]:
    record.add(*hostile_report().made())
    link_new(record)
    with client_of(path, reader) as client:
        yield client
