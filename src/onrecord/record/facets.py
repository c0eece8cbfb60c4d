"""How what a search finds falls into parts: what it is said as, tells of, where, by whom and when it was published."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, insert, literal_column, select

from onrecord.model import Precision
from onrecord.record import schema
from onrecord.record.hits import FOUND
from onrecord.record.search import Sieve, finds_nothing, found_keys

COUNTED = 3000
"""Finds up to which the parts are counted."""
SHOWN = 10
"""Parts of a kind that are given, the greatest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Those finds that a further condition lets through: `value` is the condition's."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many passages a search finds, and its parts by the conditions that it does not have yet; no parts where
    there are more than COUNTED: `total` is absent then. A passage has one outlet and year, but may tell of several
    types of event, and its report name many places; countries are left out of these."""

    total: int | None
    act: tuple[Part, ...] = ()
    type: tuple[Part, ...] = ()
    place: tuple[Part, ...] = ()
    outlet: tuple[Part, ...] = ()
    year: tuple[Part, ...] = ()


def find_facets(connection: Connection, words: str, sieve: Sieve) -> Facets:
    """The parts of what `find_hits` finds; each count is that of the same search with the part's condition.

    Raises RecordError for a date of another form.
    """
    if finds_nothing(words, sieve):
        return Facets(total=0)
    FOUND.create(connection, checkfirst=False)
    some = found_keys(connection, words, sieve).limit(COUNTED + 1).subquery()
    connection.execute(insert(FOUND).from_select(["key"], select(some.c[0])))
    total = connection.scalar(select(func.count()).select_from(FOUND)) or 0
    if total > COUNTED:
        return Facets(total=None)
    return Facets(total=total, **{name: _parts(connection, query) for name, query in _questions(sieve)})


def _questions(sieve: Sieve) -> Iterator[tuple[str, Select[Any, int]]]:
    """For each condition that is not given yet what asks for its values and their counts."""
    p, a, d, v, place = (table.c for table in _TABLES)
    if not sieve.act:
        yield "act", _counting(a.act).join(schema.attribution, and_(a.document == p.document, a.id == p.attribution))
    if not sieve.type:
        told = and_(v.document == p.document, v.start < p.end, v.end > p.start)
        yield "type", _counting(v.type).join(schema.event, told)
    if not sieve.place:
        smaller = and_(place.document == p.document, place.precision != Precision.COUNTRY.value)
        yield "place", _counting(place.name).join(schema.place, smaller)
    if not sieve.outlet:
        yield "outlet", _counting(d.publisher).join(schema.document, d.key == p.document)
    if not (sieve.since or sieve.until):
        yield "year", _counting(func.substr(d.published, 1, 4)).join(schema.document, d.key == p.document)


_TABLES = (schema.passage, schema.attribution, schema.document, schema.event, schema.place)


def _counting(value: ColumnElement[Any]) -> Select[Any, int]:
    """Counts the passages found by a value; capitals make no difference, as in a condition."""
    p = schema.passage.c
    return (
        select(func.max(value), func.count(distinct(p.key)).label("count"))
        .join_from(FOUND, schema.passage, p.key == FOUND.c.key)
        .where(value != "")
        .group_by(func.lower(value))
        .order_by(literal_column("count").desc(), func.max(value))
        .limit(SHOWN)
    )


def _parts(connection: Connection, query: Select[Any, int]) -> tuple[Part, ...]:
    return tuple(Part(value=value, count=count) for value, count in connection.execute(query))
