"""The log of corrections: rows that are added, and of which a later one may undo an earlier."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from onrecord.errors import RecordError
from onrecord.model import from_json, to_json
from onrecord.record.correction import Action, Address, Change, CorrectionRow, Standing
from onrecord.record.decided_schema import correction

C = correction.c


def keep_correction(connection: Connection, row: CorrectionRow) -> CorrectionRow:
    """Adds the correction to the log and gives it with its number."""
    values = {c.name: to_json(getattr(row, c.name)) for c in C if c.name != "number"}
    made = connection.execute(insert(correction).values(values)).inserted_primary_key
    return replace(row, number=int(made[0]) if made else 0)


def find_correction(connection: Connection, number: int) -> CorrectionRow:
    """A correction that is not undone. Raises RecordError where none has this number."""
    found = [row for row in all_corrections(connection) if row.number == number]
    if not found or found[0].standing is Standing.UNDONE:
        raise RecordError(f"no correction in force has the number {number}; `onrecord corrections` lists them")
    return found[0]


def all_corrections(connection: Connection) -> tuple[CorrectionRow, ...]:
    """Every correction and every undoing, in the order of their making; which of them are undone is told."""
    return _read(connection, select(correction))


def live_corrections(connection: Connection, document: str | None = None) -> Mapping[str, tuple[CorrectionRow, ...]]:
    """Those of a document, or of all, that are not undone, by the document's id."""
    query = select(correction) if document is None else select(correction).where(C.document == document)
    found: dict[str, list[CorrectionRow]] = defaultdict(list)
    for row in _read(connection, query):
        if row.standing is Standing.IN_FORCE and row.action is not Action.UNDO:
            found[row.document].append(row)
    return {id: tuple(rows) for id, rows in found.items()}


def _read(connection: Connection, query: Select[Any]) -> tuple[CorrectionRow, ...]:
    rows = tuple(_row(dict(row)) for row in connection.execute(query.order_by(C.number)).mappings())
    undone = _undone(rows)
    return tuple(replace(row, standing=Standing.UNDONE) if row.number in undone else row for row in rows)


def _undone(rows: Iterable[CorrectionRow]) -> set[int]:
    """An undoing counts unless a later one undoes it."""
    undone: set[int] = set()
    for row in sorted(rows, key=lambda row: -row.number):
        if row.undoes is not None and row.number not in undone:
            undone.add(row.undoes)
    return undone


def _row(row: dict[str, Any]) -> CorrectionRow:
    parts = {name: row.pop(name) for name in ("action", "target", "other", "changes")}
    return CorrectionRow(
        **row,
        action=Action(parts["action"]),
        target=from_json(Address, parts["target"]) if parts["target"] else None,
        other=from_json(Address, parts["other"]) if parts["other"] else None,
        changes=tuple(from_json(Change, change) for change in parts["changes"]),
    )
