"""What waits for a person's eye: the events of which the machine is least sure and on which most hangs."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, select

from onrecord.record import schema
from onrecord.record.decided_schema import correction
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


def find_queue(connection: Connection, page: Page, reader: str | None = None) -> QueueRows:
    """Events on which nobody has decided, by doubt times consequence; of a second `reader` those that others decided on
    and the reader has not.

    Doubt is what the machine's confidence lacks to 1; consequence is how far PLOVER's score is from nought (up to 10),
    and PEOPLE more where the event counts people.
    """
    v = schema.event.c
    waits = _undecided() if reader is None else _unseen(reader)
    ordered = cut(select(v.document, v.id).where(waits).order_by(_urgency().desc(), v.document, v.start, v.id), page)
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
        waiting=_count(connection, waits),
    )


def count_waiting(connection: Connection) -> int:
    """How many events nobody has decided on."""
    return _count(connection, _undecided())


def count_unseen(connection: Connection, reader: str) -> int:
    """How many events others have decided on, and this reader has not."""
    return _count(connection, _unseen(reader))


def _count(connection: Connection, which: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(schema.event).where(which)) or 0


def _undecided() -> ColumnElement[bool]:
    return func.coalesce(schema.event.c.rule, "").not_like(DECIDED)


def _unseen(reader: str) -> ColumnElement[bool]:
    """Whether somebody has decided on the event, and the reader has not, or has taken it back."""
    v, d, c = schema.event.c, schema.document.c, correction.c
    taken_back = correction.alias("taken_back").c
    own = exists().where(
        c.author == reader,
        c.document == d.id,
        d.key == v.document,
        c.target["item"].as_string() == v.id,
        ~exists().where(taken_back.undoes == c.number),
    )
    return and_(func.coalesce(v.rule, "").like(DECIDED), ~own)


def _urgency() -> ColumnElement[float]:
    v, f = schema.event.c, schema.figure.c
    counts = exists().where(f.document == v.document, f.event == v.id)
    return (1.0 - v.confidence) * (func.abs(v.intensity) + case((counts, PEOPLE), else_=0.0))
