"""Meetings as a calendar (iCalendar, RFC 5545): CONSULT events, held or announced, on the days in which they lie."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.export import wording
from onrecord.export.formats.pieces import Pieces, Readings, day_of, without_date
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Event, Modality
from onrecord.version import __version__

WIDTH = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""
SPECIAL = re.compile(r"([\\;,])")


def pieces(readings: Readings) -> Pieces:
    """The calendar; says at the end how many meetings have no date."""
    left = 0
    yield from _folded("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//onrecord//{__version__}//EN")
    for document, reading in readings:
        report = Lookup(document, reading)
        for event in filter(_is_meeting, reading.events):
            days = _days(report, event)
            if days is None:
                left += 1
            else:
                yield from _folded(*_entry(report, event, *days))
    yield from _folded("END:VCALENDAR")
    return without_date(left)


def _is_meeting(event: Event) -> bool:
    return event.type == "CONSULT" and event.modality in (Modality.ACTUAL, Modality.FUTURE)


def _days(report: Lookup, event: Event) -> tuple[date, date] | None:
    """First day and last day."""
    try:
        first = date.fromisoformat((day_of(report, event) or "")[:10])
        return first, max(first, date.fromisoformat(event.date.end)) if event.date.end else first
    except ValueError:
        return None


def _entry(report: Lookup, event: Event, first: date, last: date) -> Iterator[str]:
    who = " and ".join(filter(None, (report.names(event.actor), report.names(event.recipient)))) or "somebody"
    place = report.place(event.place)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.id)}"
    yield f"DTSTAMP:{first:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{who}: ' + (', '.join(event.mode) or 'meeting'))}"
    if place:
        yield f"LOCATION:{_text(', '.join(filter(None, (place.name, place.country))))}"
    if place and place.lat is not None and place.lon is not None:
        yield f"GEO:{place.lat};{place.lon}"
    if event.modality is Modality.FUTURE:
        yield "STATUS:TENTATIVE"
    told = (
        f"{report.words([event.sentence])} ({event.evidence}: {wording.word(report, event)}; {wording.outlet(report)})"
    )
    yield f"DESCRIPTION:{_text(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    return SPECIAL.sub(r"\\\1", one_line(words))


def _folded(*lines: str) -> Iterator[str]:
    """Lines with their ends, none longer than it may be; a character is never parted."""
    for line in lines:
        room = WIDTH
        for character in line:
            size = len(character.encode("utf-8", "replace"))
            if size > room:
                yield "\r\n "
                room = WIDTH - 1
            yield character
            room -= size
        yield "\r\n"
