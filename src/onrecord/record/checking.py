"""Whether a record is sound: nothing points nowhere, offsets lie in their text, tables are what the readings make."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, func, not_, select, text
from sqlalchemy.exc import DatabaseError

from onrecord.model import Extent, Reading
from onrecord.model.document import digest
from onrecord.record import schema
from onrecord.record.columns import METADATA, storable
from onrecord.record.current import LIVE, current
from onrecord.record.projection import project


def find_faults(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong; none for a record that is sound."""
    if connection.dialect.name == "sqlite":
        yield from _broken_pages(connection)
    for table in METADATA.sorted_tables:
        for key in table.foreign_key_constraints:
            yield from _orphans(connection, table, key)
    yield from _unread(connection)
    for number, document, reading in current(connection):
        if storable(document.text) == document.text and digest(document.text) != reading.document.sha256:
            yield f"{document.id}: its text is not the one that was read; add the report again"
        outside = [e for e in _extents(reading) if e.end > len(document.text)]
        if outside:
            yield f"{document.id}: {len(outside)} offsets lie outside its text; add the report again"
        else:
            yield from _differing(connection, document.id, number, project(document, reading, number))


def _broken_pages(connection: Connection) -> Iterator[str]:
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"the file is damaged ({' '.join(line.split())}); go back to a backup"
    try:
        with connection.begin_nested() as point:
            connection.execute(text("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"))
            point.rollback()
    except DatabaseError:
        yield "the full-text index is not of these sentences; `onrecord check --repair` makes it again"


def _orphans(connection: Connection, table: Table, key: ForeignKeyConstraint) -> Iterator[str]:
    target = key.referred_table.alias("target")
    pairs = [(element.parent, target.c[element.column.name]) for element in key.elements]
    found = select(target).where(and_(*(own == other for own, other in pairs))).exists()
    named = and_(*(own.is_not(None) for own, _ in pairs))
    count = connection.scalar(select(func.count()).select_from(table).where(named, not_(found)))
    if count:
        yield f"{table.name}: {count} rows name a {key.referred_table.name} that is not there"


def _unread(connection: Connection) -> Iterator[str]:
    d, r = schema.document.c, schema.reading.c
    current = select(func.count()).where(r.document == d.key, LIVE).scalar_subquery()
    for id, count in connection.execute(select(d.id, current).where(current != 1)):
        yield f"{id}: has {count} current readings; add the report again"


def _extents(value: object) -> Iterator[Extent]:
    """Every stretch of text that a reading, or a part of it, points at."""
    if isinstance(value, Extent):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _extents(part)
    elif isinstance(value, Reading) or hasattr(type(value), "__dataclass_fields__"):
        for name in type(value).__dataclass_fields__:  # type: ignore[attr-defined]
            yield from _extents(getattr(value, name))
        if hasattr(value, "extent"):
            yield value.extent


def _differing(connection: Connection, id: str, number: int, made: Any) -> Iterator[str]:
    for table, rows in made.items():
        columns = [c for c in table.columns if not (table is schema.passage and c.name == "key")]
        kept = connection.execute(select(*columns).where(table.c.document == number))
        wanted = Counter(repr([_stored(row.get(c.name)) for c in columns]) for row in rows)
        if Counter(repr(list(row)) for row in kept) != wanted:
            yield f"{id}: its rows of {table.name} are not what its reading makes; `onrecord check --repair` makes them"


def _stored(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    return value
