"""With whom an actor has to do, and these with each other, by cooperation and conflict."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, distinct, func, select

from onrecord.model import Kind
from onrecord.record import schema
from onrecord.record.hits import WANTED
from onrecord.record.page_rows import TieCount

PARTNERS = 12
"""Others that are told, those with most events first."""
LOOKED_AT = 300
"""So many of the newest reports that speak of the actor tell how the others stand with each other."""


def find_ties(connection: Connection, name: str) -> tuple[TieCount, ...]:
    """The ties of the actor in WANTED, who is called by `name`; then those between the others."""
    p, w, e, v = schema.event_party.c, WANTED.c, schema.entity.c, schema.event.c
    other = schema.event_party.alias("other")
    query: Select[Any] = (
        select(e.name, func.min(e.kind), *_counts())
        .select_from(WANTED)
        .join(schema.event_party, and_(p.document == w.document, p.entity == w.id))
        .join(other, and_(other.c.document == p.document, other.c.event == p.event, other.c.entity != p.entity))
        .join(schema.entity, and_(e.document == other.c.document, e.id == other.c.entity))
        .join(schema.event, and_(v.document == p.document, v.id == p.event))
        .where(e.kind.in_([kind.value for kind in (Kind.STATE, Kind.BODY, Kind.PERSON, Kind.GROUP)]), e.name != name)
        .group_by(e.name)
        .order_by(func.count().desc(), e.name)
        .limit(PARTNERS)
    )
    own = [
        TieCount(one=name, other=found, kind=Kind(kind), cooperation=good, conflict=bad)
        for found, kind, good, bad in connection.execute(query)
    ]
    return (*own, *_between(connection, [tie.other for tie in own]))


def _between(connection: Connection, names: Sequence[str]) -> tuple[TieCount, ...]:
    w, v = WANTED.c, schema.event.c
    one, other = schema.event_party.alias("one"), schema.event_party.alias("other")
    first, second = schema.entity.alias("first"), schema.entity.alias("second")
    newest = select(w.document).distinct().order_by(w.document.desc()).limit(LOOKED_AT).subquery()
    among: Any = bindparam("names", list(names), expanding=True)
    query: Select[Any] = (
        select(first.c.name, second.c.name, func.min(second.c.kind), *_counts())
        .select_from(newest)
        .join(schema.event, v.document == newest.c.document)
        .join(one, and_(one.c.document == v.document, one.c.event == v.id))
        .join(other, and_(other.c.document == v.document, other.c.event == v.id))
        .join(first, and_(first.c.document == v.document, first.c.id == one.c.entity))
        .join(second, and_(second.c.document == v.document, second.c.id == other.c.entity))
        .where(first.c.name < second.c.name, first.c.name.in_(among), second.c.name.in_(among))
        .group_by(first.c.name, second.c.name)
        .order_by(func.count().desc(), first.c.name, second.c.name)
    )
    return tuple(
        TieCount(one=a, other=b, kind=Kind(kind), cooperation=good, conflict=bad)
        for a, b, kind, good, bad in connection.execute(query)
    )


def _counts() -> list[ColumnElement[int]]:
    """Events of cooperation and of conflict, each once."""
    v = schema.event.c
    event = v.document.concat(":").concat(v.id)
    return [func.count(distinct(case((v.quad.like(f"%{side}"), event)))) for side in ("cooperation", "conflict")]
