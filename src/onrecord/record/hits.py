"""What a query has hit, kept for the length of a reading transaction so that it is looked for only once."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert
from sqlalchemy.sql.selectable import SelectBase

from onrecord.record.columns import Words

TEMPORARY = MetaData()


def _hits(name: str) -> Table:
    columns = Column("document", Integer, primary_key=True), Column("id", Words, primary_key=True)
    return Table(name, TEMPORARY, *columns, prefixes=["TEMPORARY"], sqlite_with_rowid=False)


WANTED, EVENTS, TOLD = _hits("wanted"), _hits("wanted_event"), _hits("wanted_saying")
"""Items by their document's number and their id; they are there from `keep` to the end of the transaction."""

FOUND = Table("found", TEMPORARY, Column("key", Integer, primary_key=True), prefixes=["TEMPORARY"])
"""The passages that a search has found, by their number."""


def keep(connection: Connection, hits: Table, query: SelectBase) -> None:
    """Fills `hits` with what the query for (document's number, item's id) finds, each once."""
    hits.create(connection, checkfirst=False)
    found: Any = query.subquery()
    connection.execute(insert(hits).from_select(["document", "id"], found.select().distinct()))
    _count(connection, hits)


def keep_these(connection: Connection, hits: Table, items: Iterable[tuple[int, str]]) -> None:
    """Fills `hits` with items that were found already."""
    hits.create(connection, checkfirst=False)
    rows = [{"document": document, "id": name} for document, name in items]
    if rows:
        connection.execute(insert(hits), rows)
    _count(connection, hits)


def _count(connection: Connection, hits: Table) -> None:
    """Tells the database how few the hits are, so that it begins with them."""
    connection.exec_driver_sql(f"ANALYZE {hits.name}")
