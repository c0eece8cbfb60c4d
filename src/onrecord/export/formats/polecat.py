"""POLECAT's forty columns, parted by tabs: the same events as PLOVER records, in the shape of its yearly files.

Several values stand in one cell, joined by "; ", and what is not known is `None`, as in POLECAT. A row has no text and
nothing on whose word it stands: where that matters take `plover` or `csv`.
"""

from collections.abc import Callable, Iterable, Iterator

from onrecord.export import wording
from onrecord.export.cells import Cell, Row, as_tsv
from onrecord.export.formats.cow import cow_number
from onrecord.export.formats.pieces import Pieces, Readings, day_of, without_date
from onrecord.export.formats.places import place_columns, placed
from onrecord.export.lookup import Lookup
from onrecord.export.plover import QUADS, SCALES, event_type, undated
from onrecord.export.tables.table import Column, Table, column, number
from onrecord.model import Entity, Event, Kind

QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}

Side = Callable[[Event], tuple[str, ...]]


def pieces(readings: Readings) -> Pieces:
    """The table; says at the end how many events have no date."""
    left = 0
    yield as_tsv(POLECAT.head)
    for document, reading in readings:
        left += undated(reading)
        yield from map(_line, POLECAT.rows(Lookup(document, reading)))
    return without_date(left)


def plover_events(report: Lookup) -> Iterator[Event]:
    """The events that PLOVER has a place for and that have a day."""
    return (event for event in report.reading.events if event_type(event) and day_of(report, event))


def _line(row: Row) -> str:
    return as_tsv(tuple("None" if cell in (None, "") else cell for cell in row))


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(filter(None, values)))


def _promised(event: Event) -> bool:
    return event_type(event) != event.type


def _intensity(event: Event) -> float:
    return SCALES[event_type(event) or ""] if _promised(event) else event.intensity


def _titles(report: Lookup, entities: Iterable[Entity]) -> str:
    return _joined(office.title for entity in entities for office in report.offices(entity))


def _raw(report: Lookup, entities: Iterable[Entity]) -> str:
    return _joined(report.words([entity.mentions[0].extent]) for entity in entities if entity.mentions)


def _party(who: str, side: Side) -> tuple[Column, ...]:
    """The eight columns of one side."""

    def of(name: str, about: str, get: Callable[[Lookup, tuple[Entity, ...]], Cell]) -> Column:
        return column(name, about, lambda report, event: get(report, report.entities(side(event))))

    return (
        of(f"{who} Name", "names", lambda _, es: _joined(e.name for e in es)),
        of(f"{who} Country", "ISO 3166-1 alpha-3 or PLOVER codes", lambda _, es: _joined(e.country for e in es)),
        of(f"{who} COW", "Correlates of War numbers", lambda _, es: _joined(cow_number(e.country) for e in es)),
        of(f"Primary {who} Sector", "sectors", lambda _, es: _joined(e.sector[0] for e in es if e.sector)),
        of(f"{who} Sectors", "sectors", lambda _, es: _joined(sector for e in es for sector in e.sector)),
        of(f"{who} Title", "offices", _titles),
        of(f"{who} Name Raw", "what the report first calls them", _raw),
        of(f"Wikipedia {who} ID", "empty: nothing is looked up there", lambda _, es: None),
    )


def _itself(event: Event) -> Event:
    return event


def _story(*kinds: Kind) -> Callable[[Lookup, Event], Cell]:
    return lambda report, _: _joined(entity.name for entity in report.reading.entities if entity.kind in kinds)


def _words_of_place(report: Lookup, event: Event) -> Cell:
    place = report.place(event.place)
    return report.words([place.extent]) if place else None


POLECAT = Table(
    name="polecat",
    about="an event",
    items=plover_events,
    columns=(
        column("Event ID", "id of the event", lambda _, e: e.id),
        column("Event Date", "its day", day_of),
        column("Event Type", "PLOVER type", lambda _, e: event_type(e)),
        column("Event Mode", "PLOVER modes", lambda _, e: None if _promised(e) else _joined(e.mode)),
        number("Intensity", "PLOVER's score", lambda _, e: _intensity(e)),
        column("Quad Code", "in words", lambda _, e: QUAD_NAMES.get(QUADS.get(event_type(e) or "", 0))),
        column("Contexts", "PLOVER contexts", lambda _, e: _joined(e.context)),
        *_party("Actor", lambda event: event.actor),
        *_party("Recipient", lambda event: event.recipient),
        placed("Placename", "where", lambda p: p.name, _itself),
        *place_columns(_itself),
        placed("GeoNames ID", "GeoNames", lambda p: p.geonameid, _itself),
        column("Raw Placename", "the report's words", _words_of_place),
        placed("Feature Type", "how exact the point is", lambda p: p.precision.value, _itself),
        column("Source", "who brings the report", lambda r, _: wording.outlet(r)),
        column("Publication Date", "its date", lambda r, _: r.reading.document.published.value),
        column("Story People", "all people of the report", _story(Kind.PERSON)),
        column("Story Organizations", "all bodies and groups", _story(Kind.BODY, Kind.GROUP)),
        column("Story Locations", "all places", lambda r, _: _joined(p.name for p in r.reading.places)),
        column("Language", "its language", lambda r, _: r.reading.document.language),
        column("Version", "edition that coded it", lambda r, _: f"onrecord {r.reading.coder.version}"),
    ),
)
