"""The twenty columns of ICEWS's yearly files, parted by tabs: a row for each pair of source and target.

The events are those of PLOVER records. Their CAMEO codes come from `cameo.tsv`. Where both sides do it, each stands as
source once, as in ICEWS. Three things differ from ICEWS: the date is the event's, not the report's; the intensity is
PLOVER's; sectors are PLOVER's codes. The number of the sentence is not known and empty.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from onrecord.export import wording
from onrecord.export.cells import Cell, as_tsv
from onrecord.export.formats.crosswalk import load_crosswalk
from onrecord.export.formats.pieces import Pieces, Readings, day_of, without_date
from onrecord.export.formats.places import place_columns
from onrecord.export.formats.polecat import plover_events
from onrecord.export.lookup import Lookup
from onrecord.export.plover import event_type, undated
from onrecord.export.tables.table import Column, Table, column, listed, number
from onrecord.model import Entity, Event

Pair = tuple[Entity | None, Entity | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One source and one target of an event; `n` counts them."""

    event: Event
    n: int
    source: Entity | None
    target: Entity | None


def pieces(readings: Readings) -> Pieces:
    """The table; says at the end how many events have no date."""
    left = 0
    yield as_tsv(ICEWS.head)
    for document, reading in readings:
        left += undated(reading)
        yield from map(as_tsv, ICEWS.rows(Lookup(document, reading)))
    return without_date(left)


def dyads(report: Lookup) -> Iterator[Dyad]:
    """Every pair of every event; a side of which nobody is named is None."""
    for event in plover_events(report):
        for n, (source, target) in enumerate(pairs(report, event), 1):
            yield Dyad(event=event, n=n, source=source, target=target)


def pairs(report: Lookup, event: Event) -> Iterator[Pair]:
    """Each actor with each recipient; where there is no recipient but several actors, each with each other one."""
    actors, recipients = report.entities(event.actor), report.entities(event.recipient)
    if not recipients and len(actors) > 1:
        yield from permutations(actors, 2)
        return
    yield from product(actors or (None,), recipients or (None,))


def cameo(event: Event) -> str | None:
    """The CAMEO code of an event as PLOVER counts it."""
    type_ = event_type(event) or event.type
    found = load_crosswalk("cameo").of(type_, event.mode if type_ == event.type else ())
    return found[0] if found else None


def _of(entity: Entity | None, get: Callable[[Entity], Cell]) -> Cell:
    return get(entity) if entity else None


def _party(who: str, side: Callable[[Dyad], Entity | None]) -> tuple[Column, ...]:
    return (
        column(f"{who} Name", "name", lambda _, d: _of(side(d), lambda e: e.name)),
        column(f"{who} Sectors", "PLOVER sectors", lambda _, d: _of(side(d), lambda e: listed(e.sector))),
        column(f"{who} Country", "code", lambda _, d: _of(side(d), lambda e: e.country)),
    )


ICEWS = Table(
    name="icews",
    about="a source and a target of an event",
    items=dyads,
    columns=(
        column("Event ID", "id, with the pair's number", lambda _, d: f"{d.event.id}.{d.n}"),
        column("Event Date", "the event's day", lambda r, d: day_of(r, d.event)),
        *_party("Source", lambda dyad: dyad.source),
        column("Event Text", "PLOVER type and modes", lambda _, d: " ".join((d.event.type, *d.event.mode))),
        column("CAMEO Code", "from PLOVER's type and mode", lambda _, d: cameo(d.event)),
        number("Intensity", "PLOVER's score", lambda _, d: d.event.intensity),
        *_party("Target", lambda dyad: dyad.target),
        column("Story ID", "id of the report", lambda r, _: r.reading.document.id),
        column("Sentence Number", "empty: not known", lambda _, d: None),
        column("Publisher", "who brings the report", lambda r, _: wording.outlet(r)),
        *place_columns(lambda dyad: dyad.event),
    ),
)
