"""Whether a record is sound: nothing points nowhere, offsets lie in their text, tables are what the readings make."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, func, not_, select, text
from sqlalchemy.exc import DatabaseError

from onrecord.errors import ReadingError
from onrecord.model import Extent, Reading
from onrecord.model.document import digest
from onrecord.record import schema
from onrecord.record.columns import METADATA, storable
from onrecord.record.current import LIVE, as_corrected, coded_of
from onrecord.record.projection import project

DAMAGES = 20
"""Lines that are told of a damaged file, at most."""


def find_faults(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong; none for a record that is sound. Of a damaged file no more is asked."""
    if connection.dialect.name == "sqlite":
        damages = tuple(_damages(connection))
        if damages:
            yield from damages
            return
        yield from _index_faults(connection)
    for table in METADATA.sorted_tables:
        for key in table.foreign_key_constraints:
            yield from _orphans(connection, table, key)
    yield from _unread(connection)
    d = schema.document.c
    for number, id in connection.execute(select(d.key, d.id).order_by(d.key)).all():
        try:
            yield from _unsound(connection, number)
        except (DatabaseError, ReadingError, ValueError) as error:
            yield f"{storable(id)}: what is kept of it can't be read ({_line(error)}); go back to a backup"


def _unsound(connection: Connection, number: int) -> Iterator[str]:
    """What is wrong with one document, its reading and the rows that are made from it."""
    for document, coded in coded_of(connection, number):
        reading = as_corrected(connection, document, coded)
        if storable(document.text) == document.text and digest(document.text) != reading.document.sha256:
            yield f"{document.id}: its text is not the one that was read; add the report again"
        outside = [e for e in _extents(reading) if e.end > len(document.text)]
        if outside:
            yield f"{document.id}: {len(outside)} offsets lie outside its text; add the report again"
        else:
            yield from _differing(connection, document.id, number, project(document, reading, number))


def _damages(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong with the file's pages."""
    try:
        for (line,) in connection.execute(text(f"PRAGMA integrity_check({DAMAGES})")):
            if line != "ok":
                yield f"the file is damaged ({' '.join(line.split())}); go back to a backup"
    except (DatabaseError, ValueError) as error:
        yield f"the file is damaged ({_line(error)}); go back to a backup"


def _index_faults(connection: Connection) -> Iterator[str]:
    try:
        with connection.begin_nested() as point:
            connection.execute(text("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"))
            point.rollback()
    except DatabaseError:
        yield "the full-text index is not of these sentences; `onrecord check --repair` makes it again"


def _line(error: Exception) -> str:
    said = str(error.orig) if isinstance(error, DatabaseError) else str(error)
    return " ".join(said.split())


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
