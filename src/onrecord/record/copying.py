"""A record moved whole from one database to another, or into a file beside it while it is in use."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, text

from onrecord.errors import RecordError
from onrecord.record import schema, writer
from onrecord.record.columns import METADATA

BATCH = 500
"""Rows that are written together."""


def kept_tables() -> tuple[Table, ...]:
    """The tables that are not made from others, each after those that it points at."""
    return tuple(table for table in METADATA.sorted_tables if table not in schema.PROJECTIONS)


def copy(source: Connection, target: Connection, *, name: str) -> int:
    """Fills an empty record with all that `source` holds and gives how many reports that is.

    What can be made from the readings is made again. Raises RecordError where `target`, called `name`, holds anything.
    """
    if any(target.execute(select(table).limit(1)).first() for table in kept_tables()):
        raise RecordError(f"{name}: holds something already; name a place where no record is yet")
    for table in kept_tables():
        for rows in _batches(source, table):
            target.execute(insert(table), rows)
        _count_on(target, table)
    return writer.rebuild(target)


def _batches(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    found = iter(source.execution_options(yield_per=BATCH).execute(select(table)).mappings())
    while batch := [dict(row) for row in islice(found, BATCH)]:
        yield batch


def _count_on(target: Connection, table: Table) -> None:
    """PostgreSQL numbers the next row after the greatest number that was copied; SQLite does so by itself."""
    counted = table.autoincrement_column
    if target.dialect.name == "postgresql" and counted is not None:
        sequence = target.scalar(select(func.pg_get_serial_sequence(table.name, counted.name)))
        greatest = target.scalar(select(func.max(counted)))
        if sequence and greatest:
            target.execute(text("SELECT setval(:sequence, :greatest)"), {"sequence": sequence, "greatest": greatest})
