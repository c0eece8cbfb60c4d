"""Puts readings into a record and makes its projections again."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from onrecord.errors import RecordError
from onrecord.model import Document, Published, Reading, reading_to_json, to_json
from onrecord.model.document import digest
from onrecord.record import link_schema, schema
from onrecord.record.columns import storable
from onrecord.record.current import GIVEN, LIVE, as_corrected, current, current_of
from onrecord.record.projection import project
from onrecord.record.tellings import withdraw_tellings


def write(connection: Connection, document: Document, reading: Reading, *, at: str) -> bool:
    """Keeps the document and makes `reading` its current one, recorded `at`.

    A document is known by its id. What was kept of it before, its text and its readings, is withdrawn and stays. False
    where the record holds just this already. Raises RecordError for a reading of another text, or one that names an
    item that it does not hold.
    """
    row = _document_row(document, reading)
    d = schema.document.c
    kept = connection.execute(select(schema.document).where(d.id == row["id"])).mappings().first()
    changed = kept is None or _differs(kept, row)
    if kept and not changed and _is_current(connection, kept["key"], reading):
        return False
    key = _keep_document(connection, {**row, "recorded_at": at}, kept) if changed or kept is None else kept["key"]
    _keep_reading(connection, key, reading, at)
    if kept:
        _empty(connection, key)
        _unlink(connection, key, at)
    _fill(connection, document, as_corrected(connection, document, reading), key)
    return True


def rebuild(connection: Connection) -> int:
    """Empties every projection and fills it again from the current readings; gives how many there are."""
    _empty(connection)
    count = 0
    for key, document, reading in current(connection):
        _fill(connection, document, reading, key)
        count += 1
    return count


def refill(connection: Connection, id: str, *, at: str) -> None:
    """Makes the projections of one document again after people corrected it; it is to be linked again."""
    key = connection.scalar(select(schema.document.c.key).where(schema.document.c.id == id))
    if key is not None:
        document, reading = current_of(connection, key)
        _empty(connection, key)
        _unlink(connection, key, at)
        _fill(connection, document, reading, key)


def _document_row(document: Document, reading: Reading) -> dict[str, Any]:
    sha256 = digest(document.text)
    if (reading.document.id, reading.document.sha256) != (document.id, sha256):
        raise RecordError(f"{document.id}: the reading is of another text; read the document again before keeping it")
    published: Published = reading.document.published
    return {
        **{name: getattr(document, name) for name in GIVEN},
        "title": document.title or reading.document.title,
        "publisher": document.publisher or reading.document.publisher,
        "language": document.language or reading.document.language,
        "date_basis": document.date_basis.value,
        "sha256": sha256,
        "published": published.value,
        "published_basis": published.basis.value,
    }


def _differs(kept: RowMapping, row: Mapping[str, Any]) -> bool:
    """Whether anything that came in with the report is another than what is kept; its digest stands for the text."""
    return any(kept[name] != (value and storable(value)) for name, value in row.items() if name != "text")


def _is_current(connection: Connection, key: int, reading: Reading) -> bool:
    r = schema.reading.c
    current_json = connection.scalar(select(r.json).where(r.document == key, LIVE))
    return current_json == storable(reading_to_json(reading))


def _keep_document(connection: Connection, row: dict[str, Any], kept: RowMapping | None) -> int:
    if kept is None:
        made = connection.execute(insert(schema.document).values(row)).inserted_primary_key
        return int(made[0]) if made else 0
    key = int(kept["key"])
    former = {name: value for name, value in kept.items() if name != "key"}
    connection.execute(insert(schema.version).values(**former, document=key, withdrawn_at=row["recorded_at"]))
    connection.execute(update(schema.document).where(schema.document.c.key == key).values(row))
    return key


def _keep_reading(connection: Connection, key: int, reading: Reading, at: str) -> None:
    r = schema.reading.c
    connection.execute(update(schema.reading).where(r.document == key, LIVE).values(withdrawn_at=at))
    row = {**to_json(reading.coder), "document": key, "json": reading_to_json(reading), "recorded_at": at}
    connection.execute(insert(schema.reading).values(row))


def _fill(connection: Connection, document: Document, reading: Reading, key: int) -> None:
    try:
        for table, rows in project(document, reading, key).items():
            if rows:
                connection.execute(insert(table), rows)
    except IntegrityError as error:
        reason = "its reading names an item that it does not hold, or one item twice; read the document again"
        raise RecordError(f"{document.id}: {reason}") from error


def _empty(connection: Connection, key: int | None = None) -> None:
    """Empties the projections, of one document or of all."""
    for table in reversed(schema.PROJECTIONS):
        whole = delete(table)
        connection.execute(whole if key is None else whole.where(table.c.document == key))


def _unlink(connection: Connection, key: int, at: str) -> None:
    """Forgets what was decided of the document, and which reports were told to be of one incident with it.

    Reports that mention one of its incidents beside their own are to be linked again with all of theirs.
    """
    t, k = link_schema.telling.c, link_schema.link.c
    mine = select(t.incident).where(t.document == key)
    beside = select(t.document).where(t.incident.in_(mine))
    told = select(t.incident).where(t.document.in_(beside)).distinct()
    withdraw_tellings(connection, connection.scalars(told).all(), at=at)
    for table in link_schema.LINKED:
        connection.execute(delete(table).where(table.c.document == key))
    connection.execute(delete(link_schema.link).where(or_(k.one == key, k.other == key)))
