"""What waits for a person's eye: the events of which the machine is least sure and on which most hangs."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, case, exists, func, select

from onrecord.record import schema
from onrecord.record.gather import gather_documents, gather_events, gather_sayings
from onrecord.record.hits import WANTED, keep
from onrecord.record.paging import Page, cut
from onrecord.record.rows import EventRows

DECIDED = "correction.%"
"""What stands as `rule` on an item that a person has decided on."""
PEOPLE = 5.0
"""What an event with figures counts for more: people were killed, hurt, arrested or driven out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRows:
    """A page of the events that wait, the most urgent first, and how many wait in all."""

    rows: EventRows
    waiting: int


def find_queue(connection: Connection, page: Page) -> QueueRows:
    """Events on which nobody has decided, by doubt times consequence.

    Doubt is what the machine's confidence lacks to 1; consequence is how far PLOVER's score is from nought (up to 10),
    and PEOPLE more where the event counts people.
    """
    v = schema.event.c
    ordered = cut(
        select(v.document, v.id).where(_undecided()).order_by(_urgency().desc(), v.document, v.start, v.id), page
    )
    keys = [tuple(row) for row in connection.execute(ordered)]
    keep(connection, WANTED, ordered)
    documents = gather_documents(connection, WANTED)
    place = {(documents[number].id, id): n for n, (number, id) in enumerate(keys)}
    events = gather_events(connection, documents, WANTED)
    return QueueRows(
        rows=EventRows(
            events=tuple(sorted(events, key=lambda event: place[event.document.id, event.id])),
            sayings=gather_sayings(connection, documents, WANTED),
        ),
        waiting=count_waiting(connection),
    )


def count_waiting(connection: Connection) -> int:
    """How many events nobody has decided on."""
    return connection.scalar(select(func.count()).select_from(schema.event).where(_undecided())) or 0


def _undecided() -> ColumnElement[bool]:
    return func.coalesce(schema.event.c.rule, "").not_like(DECIDED)


def _urgency() -> ColumnElement[float]:
    v, f = schema.event.c, schema.figure.c
    counts = exists().where(f.document == v.document, f.event == v.id)
    return (1.0 - v.confidence) * (func.abs(v.intensity) + case((counts, PEOPLE), else_=0.0))
