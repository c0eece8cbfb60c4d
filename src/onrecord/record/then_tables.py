"""Temporary tables for what some documents' projections are in another sight of the record."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import count, islice
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, Table, insert, text

from onrecord.model import Document, Reading
from onrecord.record import schema
from onrecord.record.projection import project

THEN_INDEX = "then_search"
TOGETHER = 200
"""Reports whose rows are written at once."""
TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"


@cache
def then_table(table: Table) -> Table:
    """A temporary table of the same columns, which refers to nothing."""
    columns = (Column(c.name, c.type, primary_key=c.primary_key, autoincrement=False) for c in table.c)
    return Table(f"then_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])


@cache
def changed_table() -> Table:
    """The documents whose projections are others than those that are kept."""
    return Table("changed", MetaData(), Column("document", Integer, primary_key=True), prefixes=["TEMPORARY"])


def fill_then(connection: Connection, reports: Iterable[tuple[int, Document, Reading]]) -> None:
    """Makes the tables and fills them with the projections of the reports; passages have numbers below zero."""
    for table in schema.PROJECTIONS:
        then_table(table).create(connection, checkfirst=False)
    passages, left = count(start=-1, step=-1), iter(reports)
    while some := tuple(islice(left, TOGETHER)):
        made: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        for number, document, reading in some:
            for table, rows in project(document, reading, number).items():
                made[table] += rows
        made[schema.passage] = [{**row, "key": next(passages)} for row in made[schema.passage]]
        for table, rows in made.items():
            if rows:
                connection.execute(insert(then_table(table)), rows)


def index_then(connection: Connection) -> bool:
    """Indexes the words of what this transaction of SQLite sees otherwise than it is kept; false where nothing is.

    Only a search needs it, so it is made for one.
    """
    passage = then_table(schema.passage).name
    found = "SELECT count(*) FROM sqlite_temp_master WHERE name = :name"
    if not connection.scalar(text(found), {"name": passage}):
        return False
    connection.execute(text(f"CREATE VIRTUAL TABLE temp.{THEN_INDEX} USING fts5(words, {TOKENS})"))
    connection.execute(text(f"INSERT INTO {THEN_INDEX}(rowid, words) SELECT key, words FROM {passage}"))
    return True
