"""With whom an actor has to do, and these with each other, by cooperation and conflict."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, distinct, func, select

from onrecord.model import Kind
from onrecord.record import schema
from onrecord.record.hits import WANTED
from onrecord.record.meant import OTHER, Dealing, Meant, as_named, dealings, kind_of, naming
from onrecord.record.page_rows import Counted, TieCount
from onrecord.record.timeline import on_two_sides

TIES, PARTNERS = 12, 25
"""Ties and partners that are told, those with most events first."""
LOOKED_AT = 300
"""So many of the newest reports that speak of the actor tell how the others stand with each other."""

Partner = tuple[str, str, int, int]
"""A name as `naming` has it, its kind, events of cooperation, events of conflict."""


def find_partners(connection: Connection, meant: Meant) -> tuple[Partner, ...]:
    """With whom the actor in WANTED has to do; with bodies of its own too, where it is a whole state."""
    named, count = naming(OTHER, meant.whole), func.count(distinct(event_key()))
    told: list[Any] = [named, func.min(OTHER.c.kind), *_counts()]
    query = dealings(WANTED, Dealing(), meant.whole).add_columns(*told).group_by(named)
    rows = connection.execute(query.order_by(count.desc(), named).limit(PARTNERS))
    return tuple((name, kind, good, bad) for name, kind, good, bad in rows)


def as_partners(partners: Sequence[Partner], whole: bool) -> tuple[Counted, ...]:
    """Each by name, with all of its events."""
    return tuple(
        Counted(
            name=as_named(name) if whole else name,
            count=good + bad,
            kind=kind_of(name, kind) if whole else Kind(kind),
        )
        for name, kind, good, bad in partners
    )


def find_ties(connection: Connection, meant: Meant, partners: Sequence[Partner]) -> tuple[TieCount, ...]:
    """The ties of the actor in WANTED with the first of the others; then those between these."""
    own = meant.candidate
    others = [row for row in partners if row[0] != (own.country if meant.whole else own.name)][:TIES]
    ties = [_tie(own.name, *row) for row in others]
    return (*ties, *_between(connection, [row[0] for row in others], meant.whole))


def _between(connection: Connection, names: Sequence[str], whole: bool) -> tuple[TieCount, ...]:
    w, v = WANTED.c, schema.event.c
    one, other = schema.event_party.alias("one"), schema.event_party.alias("other")
    first, second = schema.entity.alias("first"), schema.entity.alias("second")
    a, b = naming(first, whole), naming(second, whole)
    newest = select(w.document).distinct().order_by(w.document.desc()).limit(LOOKED_AT).subquery()
    among: Any = bindparam("names", list(names), expanding=True)
    told: list[Any] = [a, b, func.min(second.c.kind), *_counts()]
    query = (
        select(*told)
        .select_from(newest)
        .join(schema.event, v.document == newest.c.document)
        .join(one, and_(one.c.document == v.document, one.c.event == v.id))
        .join(other, and_(other.c.document == v.document, other.c.event == v.id))
        .join(first, and_(first.c.document == v.document, first.c.id == one.c.entity))
        .join(second, and_(second.c.document == v.document, second.c.id == other.c.entity))
        .where(a < b, a.in_(among), b.in_(among), on_two_sides(one, other))
        .group_by(a, b)
        .order_by(func.count().desc(), a, b)
    )
    return tuple(_tie(as_named(found[0]), *found[1:]) for found in map(tuple, connection.execute(query)))


def _tie(one: str, other: str, kind: str, good: int, bad: int) -> TieCount:
    return TieCount(one=one, other=as_named(other), kind=kind_of(other, kind), cooperation=good, conflict=bad)


def _counts() -> list[ColumnElement[int]]:
    """Events of cooperation and of conflict, each once."""
    v, event = schema.event.c, event_key()
    return [func.count(distinct(case((v.quad.like(f"%{side}"), event)))) for side in ("cooperation", "conflict")]


def event_key() -> ColumnElement[str]:
    """What no two events have alike."""
    return schema.event.c.document.concat(":").concat(schema.event.c.id)
