"""The record as a feed (Atom, RFC 4287): an entry for each dated report, with what it puts on record in plain text."""

import re
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element

from onrecord.export import wording
from onrecord.export.formats.markup import as_xml, child
from onrecord.export.formats.pieces import Pieces, Readings
from onrecord.export.lookup import Lookup
from onrecord.model import Event, Modality

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def pieces(readings: Readings, newest: str | None) -> Pieces:
    """The feed; `newest` is the date of its last report. Says at the end how many reports have no date."""
    left = 0
    yield HEAD
    for name, text in (
        ("id", _urn("onrecord")),
        ("title", "onrecord"),
        ("updated", moment(newest) or moment("1970-01-01")),
    ):
        yield as_xml(_element(name, text))
    for document, reading in readings:
        when = moment(reading.document.published.value)
        left += when is None
        if when:
            yield as_xml(_entry(Lookup(document, reading), when))
    yield "</feed>\n"
    return f"reports without a date, left out: {left}" if left else None


def moment(published: str | None) -> str | None:
    """Midnight of that day (UTC), as Atom writes it; None for what is no day."""
    found = DAY.match(published or "")
    return f"{found[0]}T00:00:00Z" if found else None


def _urn(id: str) -> str:
    return uuid5(NAMESPACE_URL, id.encode("utf-8", "replace").decode()).urn


def _element(name: str, text: str | None) -> Element:
    made = Element(name)
    made.text = text
    return made


def _entry(report: Lookup, when: str) -> Element:
    read = report.reading.document
    entry = Element("entry")
    child(entry, "id", _urn(read.id))
    child(entry, "title", report.title())
    child(entry, "updated", when)
    child(entry, "published", when)
    child(child(entry, "author"), "name", wording.outlet(report))
    if (read.url or "").startswith(("http://", "https://")):
        child(entry, "link", href=read.url or "")
    for type_ in dict.fromkeys(event.type for event in report.reading.events):
        child(entry, "category", term=type_)
    told = " · ".join(_line(report, event) for event in report.reading.events)
    child(entry, "summary", told or "no events", type="text")
    return entry


def _line(report: Lookup, event: Event) -> str:
    """ "ASSAULT: Kenya → a camp, 2025-03-17 [denied; only supposed]" """
    sides = " → ".join(filter(None, (report.names(event.actor) or "somebody", report.names(event.recipient))))
    doubts = [event.evidence.value] + (
        [wording.MODALITIES[event.modality]] if event.modality != Modality.ACTUAL else []
    )
    return f"{event.type}: {sides}, {wording.days(event.date.start, event.date.end)} [{'; '.join(doubts)}]"
