"""Which report tells of which incident, from when to when."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, insert, literal, select, true

from onrecord.record.link_schema import PAST, telling, told_event

Rows = set[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingRow:
    """A document's number, the incident that it tells of, whether mainly, and with which of its events."""

    document: int
    incident: str
    main: bool
    events: tuple[str, ...]


def keep_tellings(connection: Connection, tellings: Sequence[TellingRow], *, at: str) -> None:
    """Puts `tellings` in place of what is kept of their documents; what is the same already stays as it is."""
    documents = {one.document for one in tellings}
    told: dict[Table, Rows] = {telling: set(), told_event: set()}
    for one in tellings:
        told[telling].add((one.document, one.incident, one.main))
        told[told_event].update((one.document, event, one.incident) for event in one.events)
    for table, rows in told.items():
        before, after = _by_document(_kept(connection, table, documents)), _by_document(rows)
        changed = [number for number in documents if before[number] != after[number]]
        _withdraw(connection, table, table.c.document.in_(_expanded(sorted(changed))), at)
        fresh = sorted(row for number in changed for row in after[number])
        if fresh:
            names = [c.name for c in _columns(table)]
            connection.execute(
                insert(table), [{**dict(zip(names, row, strict=True)), "recorded_at": at} for row in fresh]
            )


def withdraw_tellings(connection: Connection, incidents: Sequence[str] | None, *, at: str) -> None:
    """Lets no report tell of these incidents any more, or of any; what was told stays in the past."""
    for table in PAST:
        of_these = true() if incidents is None else table.c.incident.in_(_expanded(incidents))
        _withdraw(connection, table, of_these, at)


def _withdraw(connection: Connection, table: Table, which: ColumnElement[bool], at: str) -> None:
    names = [c.name for c in table.c]
    gone = select(*table.c, literal(at)).where(which)
    connection.execute(insert(PAST[table]).from_select([*names, "withdrawn_at"], gone))
    connection.execute(delete(table).where(which))


def _kept(connection: Connection, table: Table, documents: Collection[int]) -> Rows:
    query = select(*_columns(table)).where(table.c.document.in_(_expanded(sorted(documents))))
    return {tuple(row) for row in connection.execute(query)}


def _columns(table: Table) -> list[Any]:
    return [c for c in table.c if c.name != "recorded_at"]


def _by_document(rows: Rows) -> defaultdict[int, Rows]:
    found: defaultdict[int, Rows] = defaultdict(set)
    for row in rows:
        found[row[0]].add(row)
    return found


def _expanded(values: Sequence[Any]) -> Any:
    return bindparam("values", list(values), expanding=True, literal_execute=True, unique=True)
