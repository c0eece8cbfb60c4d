"""What stands of each document: its text, and its current reading with people's corrections in it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select, true

from onrecord.errors import MissingError
from onrecord.model import Document, Reading, reading_from_json
from onrecord.model.document import Basis
from onrecord.record import schema
from onrecord.record.correcting import corrected
from onrecord.record.corrections import live_corrections
from onrecord.record.scene import Scene

GIVEN = ("id", "text", "title", "url", "publisher", "language", "date")
"""The fields of a Document that a row keeps as they are."""

BATCH = 50
"""Documents that are read from the database at a time."""

LIVE = schema.reading.c.withdrawn_at.is_(None)
"""Whether a reading is the current one of its document."""


def as_document(row: Any) -> Document:
    """The document that a row of `document` keeps."""
    return Document(**{name: row[name] for name in GIVEN}, date_basis=Basis(row["date_basis"]))


def current(
    connection: Connection, which: ColumnElement[bool] | None = None
) -> Iterator[tuple[int, Document, Reading]]:
    """Every document, or those for which the condition holds, with number and reading, in the order of their coming."""
    d = schema.document.c
    corrections = live_corrections(connection)
    keys = connection.scalars(select(d.key).where(true() if which is None else which).order_by(d.key)).all()
    for start in range(0, len(keys), BATCH):
        query = _coded(d.key.in_(keys[start : start + BATCH])).order_by(d.key)
        for row in connection.execute(query).mappings().all():
            document, coded = as_document(row), reading_from_json(row["json"])
            rows = corrections.get(document.id)
            yield row["key"], document, corrected(document, coded, rows)[0] if rows else coded


def current_of(connection: Connection, key: int) -> tuple[Document, Reading]:
    """The document of that number, which must be there, with its reading."""
    ((document, coded),) = coded_of(connection, key)
    return document, as_corrected(connection, document, coded)


def coded_of(connection: Connection, key: int) -> Iterator[tuple[Document, Reading]]:
    """The document of that number, if it is there and was read, with its reading as the machine coded it."""
    for row in connection.execute(_coded(schema.document.c.key == key)).mappings():
        yield as_document(row), reading_from_json(row["json"])


def _coded(which: ColumnElement[bool]) -> Select[Any]:
    return select(schema.document, schema.reading.c.json).join_from(schema.document, schema.reading).where(LIVE, which)


def scene_of(connection: Connection, document: str) -> Scene:
    """The report of that id with all corrections so far. Raises MissingError where there is none."""
    key = connection.scalar(select(schema.document.c.key).where(schema.document.c.id == document))
    for found, coded in coded_of(connection, key) if key is not None else ():
        return Scene(document=found, coded=coded, reading=as_corrected(connection, found, coded))
    raise MissingError(f"{document}: the record holds no such report; `Record.documents()` lists them")


def as_corrected(connection: Connection, document: Document, coded: Reading) -> Reading:
    """A reading of the document with the corrections that are in force."""
    rows = live_corrections(connection, document.id).get(document.id)
    return corrected(document, coded, rows)[0] if rows else coded
