"""The application over a real record: empty, with two reports that disagree, or with hostile ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from factories import Report
from onrecord.link.linking import link_new
from onrecord.model import Act, Kind
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


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202e{{7*7}}\x1b[31m'


def hostile_report(id: str = "../../etc/passwd?x=<b>#y") -> Report:
    """Markup, a template, controls and a direction override wherever a report has words."""
    report = Report(
        text=f"{HOSTILE}\n\nKenya said {HOSTILE} was true. Sudan denied {HOSTILE} again.",
        id=id,
        title=HOSTILE,
        publisher=HOSTILE,
    )
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    other = report.entity(HOSTILE, Kind.PERSON, "SDN")
    claim = report.said(f"{HOSTILE} was true", cue="said", source=other, act=Act.ACCUSATION)
    report.said(f"{HOSTILE} again", cue="denied", source=kenya, act=Act.DENIAL, answers=(claim,))
    report.office(other, HOSTILE, country="SDN", since="2025-01-01", appointed_by=kenya)
    report.event(
        f"Kenya said {HOSTILE} was true.",
        "ACCUSE",
        trigger="said",
        actor=(other,),
        recipient=(kenya,),
        place=report.place(HOSTILE, "SDN"),
        attribution=claim,
    )
    return report


@pytest.fixture
def hostile(path: Path, record: Record, reader: Reader) -> Iterator[TestClient]:
    record.add(*hostile_report().made())
    link_new(record)
    with client_of(path, reader) as client:
        yield client
