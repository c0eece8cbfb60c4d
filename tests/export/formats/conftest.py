"""Two reports to export: the sample, and the strike that is denied; and the strike without any date."""

from dataclasses import replace

import pytest

from factories import border_strike
from onrecord.model import Document, Reading

Readings = tuple[tuple[Document, Reading], ...]


@pytest.fixture(scope="session")
def readings(told: tuple[Document, Reading]) -> Readings:
    return told, border_strike("report-2").made()


@pytest.fixture(scope="session")
def undated() -> Readings:
    document, reading = border_strike("report-3").made()
    published = replace(reading.document.published, value=None)
    events = tuple(replace(event, date=replace(event.date, start=None, end=None)) for event in reading.events)
    return ((document, replace(reading, document=replace(reading.document, published=published), events=events)),)
