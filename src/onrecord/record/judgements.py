"""A person's word that two items are the same or not: kept, outliving a recoding, withdrawn but never deleted."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, bindparam, insert, or_, select, update

from onrecord.errors import RecordError
from onrecord.record.link_schema import judgement

J = judgement.c


class Subject(StrEnum):
    """What is judged: whether two reports tell of one incident, or two entities are one actor."""

    INCIDENT = "incident"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A report by its id, or an entity in it. `entity` is "" for the report itself."""

    document: str
    entity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`at` and `withdrawn_at` are ISO times in UTC; a judgement that is withdrawn says by whom and why."""

    key: int
    kind: Subject
    one: Item
    other: Item
    same: bool
    author: str
    at: str
    reason: str | None
    withdrawn_by: str | None
    withdrawn_at: str | None
    withdrawn_reason: str | None


def keep_judgement(
    connection: Connection, one: Item, other: Item, *, same: bool, author: str, reason: str | None, at: str
) -> Judgement:
    """Keeps the judgement beside all earlier ones; of two live ones on a pair the later counts."""
    kind = Subject.ACTOR if one.entity else Subject.INCIDENT
    if bool(one.entity) != bool(other.entity) or one == other:
        raise RecordError("a judgement is of two reports, or of two entities; name two different ones of one kind")
    first, second = sorted((one, other), key=lambda item: (item.document, item.entity))
    row = {
        "kind": kind.value,
        "one_document": first.document,
        "one_item": first.entity,
        "other_document": second.document,
        "other_item": second.entity,
        "same": same,
        "author": author,
        "at": at,
        "reason": reason,
    }
    made = connection.execute(insert(judgement).values(row)).inserted_primary_key
    return _one(connection, int(made[0]) if made else 0)


def withdraw(connection: Connection, key: int, *, author: str, reason: str | None, at: str) -> Judgement:
    """Withdraws a judgement: it stays on record and counts no more. Raises RecordError where it is not live."""
    row = {"withdrawn_by": author, "withdrawn_at": at, "withdrawn_reason": reason}
    done = connection.execute(update(judgement).where(J.key == key, J.withdrawn_at.is_(None)).values(row))
    if done.rowcount != 1:
        raise RecordError(f"no live judgement has the number {key}; `onrecord judgements` lists them")
    return _one(connection, key)


def all_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement, the withdrawn ones too, in the order in which they were made."""
    return _read(connection, select(judgement))


def live_judgements(connection: Connection, kind: str, documents: Collection[str]) -> tuple[Judgement, ...]:
    """Those that count and speak of any of the documents: the latest on each pair, in the order of their making."""
    some: Any = bindparam("documents", sorted(documents), expanding=True)
    query = select(judgement).where(J.kind == kind, J.withdrawn_at.is_(None))
    found = _read(connection, query.where(or_(J.one_document.in_(some), J.other_document.in_(some))))
    latest = {(made.one, made.other): made for made in found}
    return tuple(sorted(latest.values(), key=lambda made: made.key))


def _one(connection: Connection, key: int) -> Judgement:
    return _read(connection, select(judgement).where(J.key == key))[0]


def _read(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Judgement, ...]:
    same = ("key", "same", "author", "at", "reason", "withdrawn_by", "withdrawn_at", "withdrawn_reason")
    return tuple(
        Judgement(
            kind=Subject(row["kind"]),
            one=Item(document=row["one_document"], entity=row["one_item"]),
            other=Item(document=row["other_document"], entity=row["other_item"]),
            **{name: row[name] for name in same},
        )
        for row in connection.execute(query.order_by(J.key)).mappings()
    )
