"""Which events of one report may tell again of an event of another: the same type, parties and days, no other place."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from onrecord.model import Modality
from onrecord.record import schema

ACTUAL = Modality.ACTUAL.value


@dataclass(frozen=True, slots=True, kw_only=True)
class RetoldRow:
    """An event of a document, by number, whose days are stated, and one of another document that is told like it.

    `placed` where both are told to be in one place; else one of them has none.
    """

    document: int
    event: str
    other: int
    other_event: str
    placed: bool


def find_retold(
    connection: Connection, *, by: Collection[int] | None = None, of: Collection[int] | None = None
) -> tuple[RetoldRow, ...]:
    """What the documents `by` tell like other documents, or what others tell like the documents `of`."""
    one, other = schema.event.alias("one"), schema.event.alias("other")
    here, there = schema.place.alias("here"), schema.place.alias("there")
    a, b = one.c, other.c
    alike = and_(
        a.type == b.type, a.parties == b.parties, a.since == b.since, a.until == b.until, a.document != b.document
    )
    placed = func.lower(here.c.name) == func.lower(there.c.name)
    query = (
        select(a.document, a.id, b.document, b.id, here.c.name.is_not(None) & there.c.name.is_not(None))
        .join_from(one, other, alike)
        .outerjoin(here, and_(here.c.document == a.document, here.c.id == a.place))
        .outerjoin(there, and_(there.c.document == b.document, there.c.id == b.place))
        .where(a.modality == ACTUAL, b.modality == ACTUAL, a.parties != ">", a.basis == "stated")
        .where(or_(placed, here.c.name.is_(None), there.c.name.is_(None)))
        .order_by(a.document, a.id, b.document, b.id)
    )
    which, documents = (a.document, by) if by is not None else (b.document, of or ())
    numbers: Any = bindparam("numbers", sorted(documents), expanding=True, literal_execute=True)
    rows = connection.execute(query.where(which.in_(numbers)))
    return tuple(
        RetoldRow(document=document, event=event, other=number, other_event=other_event, placed=bool(both))
        for document, event, number, other_event, both in rows
    )
