"""What a query has hit, kept for the length of a reading transaction so that it is looked for only once."""

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


def keep(connection: Connection, hits: Table, query: SelectBase) -> None:
    """Fills `hits` with what the query for (document's number, item's id) finds, each once."""
    hits.create(connection, checkfirst=False)
    found: Any = query.subquery()
    connection.execute(insert(hits).from_select(["document", "id"], found.select().distinct()))
