"""With whom an actor has to do, and these with each other, by cooperation and conflict."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, bindparam, case, distinct, func, select

from onrecord.lexicon.countries import load_countries
from onrecord.model import Kind
from onrecord.record import schema
from onrecord.record.hits import WANTED
from onrecord.record.page_rows import Candidate, TieCount

ACTING = (Kind.STATE, Kind.BODY, Kind.PERSON, Kind.GROUP)
"""Kinds that act."""
UNIONS = ("EUR", "IGO", "UNO")
"""PLOVER's codes for what has no country: its bodies are named one by one."""

PARTNERS = 12
"""Others that are told, those with most events first."""
LOOKED_AT = 300
"""So many of the newest reports that speak of the actor tell how the others stand with each other."""


def find_ties(connection: Connection, candidate: Candidate, whole: bool) -> tuple[TieCount, ...]:
    """The ties of the actor in WANTED; then those between the others. `whole` states stand for all that is theirs."""
    p, w, e, v = schema.event_party.c, WANTED.c, schema.entity.c, schema.event.c
    other, named = schema.event_party.alias("other"), naming(schema.entity, whole)
    me = candidate.country if whole else candidate.name
    told: list[Any] = [named, func.min(e.kind), *_counts()]
    query = (
        select(*told)
        .select_from(WANTED)
        .join(schema.event_party, and_(p.document == w.document, p.entity == w.id))
        .join(other, and_(other.c.document == p.document, other.c.event == p.event, other.c.entity != p.entity))
        .join(schema.entity, and_(e.document == other.c.document, e.id == other.c.entity))
        .join(schema.event, and_(v.document == p.document, v.id == p.event))
        .where(e.kind.in_([kind.value for kind in ACTING]), named != me)
        .group_by(named)
        .order_by(func.count().desc(), named)
        .limit(PARTNERS)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    own = [_tie(candidate.name, *row) for row in rows]
    return (*own, *_between(connection, [row[0] for row in rows], whole))


def naming(entity: FromClause, whole: bool) -> ColumnElement[str]:
    """By what an entity is named: its name, or where states stand for all that is theirs its country's code."""
    name, country = entity.c.name, entity.c.country
    return case((country.in_(UNIONS), name), else_=func.coalesce(country, name)) if whole else name


def as_named(name: str) -> str:
    """A country's name for its code, any other name as it stands."""
    country = load_countries().by_code(name)
    return country.name if country else name


def kind_of(name: str, kind: str) -> Kind:
    """A state for a country's code, else the kind."""
    return Kind.STATE if load_countries().by_code(name) else Kind(kind)


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
        .where(a < b, a.in_(among), b.in_(among))
        .group_by(a, b)
        .order_by(func.count().desc(), a, b)
    )
    return tuple(_tie(as_named(found[0]), *found[1:]) for found in map(tuple, connection.execute(query)))


def _tie(one: str, other: str, kind: str, good: int, bad: int) -> TieCount:
    return TieCount(one=one, other=as_named(other), kind=kind_of(other, kind), cooperation=good, conflict=bad)


def _counts() -> list[ColumnElement[int]]:
    """Events of cooperation and of conflict, each once."""
    v = schema.event.c
    event = v.document.concat(":").concat(v.id)
    return [func.count(distinct(case((v.quad.like(f"%{side}"), event)))) for side in ("cooperation", "conflict")]
