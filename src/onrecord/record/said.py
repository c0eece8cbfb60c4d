"""What one actor said, and who denies it. The actor is in WANTED."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, select, tuple_

from onrecord.model import Act, Kind, Modality
from onrecord.record import schema
from onrecord.record.hits import WANTED
from onrecord.record.meant import as_named, kind_of
from onrecord.record.page_rows import Counted
from onrecord.record.paging import Page, cut

DENIERS = 25
"""Who denies most of what an actor says."""
DENIAL, DENIER = schema.attribution.alias("denial"), schema.entity.alias("denier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What of an actor's sayings is asked for: of one act, or denied by somebody of this name."""

    act: Act | None = None
    denied_by: str | None = None


ALL_SAID = Said()


def _mine() -> Select[Any]:
    a, w = schema.attribution.c, WANTED.c
    return (
        select()
        .select_from(WANTED)
        .join(schema.attribution, and_(a.document == w.document, a.source == w.id))
        .where(a.modality == Modality.ACTUAL.value)
    )


def acts_of(connection: Connection) -> tuple[tuple[Act, int], ...]:
    """What they do by saying it, and how often."""
    a = schema.attribution.c
    query = _mine().add_columns(a.act, func.count()).group_by(a.act).order_by(func.count().desc(), a.act)
    return tuple((Act(act), count) for act, count in connection.execute(query))


def sayings_of(said: Said, page: Page) -> Select[Any]:
    """Asks for document and id of a page of what they said, the newest reports first."""
    a, r = schema.attribution.c, schema.answer.c
    query = _mine().add_columns(a.document, a.id).order_by(a.document.desc(), a.start, a.id)
    if said.act is not None:
        query = query.where(a.act == said.act.value)
    if said.denied_by is not None:
        denied = _denials(select(r.document, r.answers)).where(_denier() == said.denied_by)
        query = query.where(tuple_(a.document, a.id).in_(denied))
    return cut(query, page)


def deniers_of(connection: Connection) -> tuple[Counted, ...]:
    """Who denies how many of their sayings."""
    a, r = schema.attribution.c, schema.answer.c
    said_by, count = _denier(), func.count(distinct(a.document.concat(":").concat(a.id)))
    query = (
        _denials(_mine().add_columns(said_by, count, func.min(DENIER.c.kind)).join(schema.answer, _answered(a, r)))
        .where(said_by.is_not(None))
        .group_by(said_by)
        .order_by(count.desc(), said_by)
        .limit(DENIERS)
    )
    return counted(connection, query)


def _answered(a: Any, r: Any) -> ColumnElement[bool]:
    return and_(r.document == a.document, r.answers == a.id)


def _denials(query: Select[Any]) -> Select[Any]:
    """The query, which selects from `answer`, as far as the answers are denials, with who makes them."""
    r, d, e = schema.answer.c, DENIAL.c, DENIER.c
    return (
        query.join(DENIAL, and_(d.document == r.document, d.id == r.attribution))
        .outerjoin(DENIER, and_(e.document == d.document, e.id == d.source))
        .where(d.act == Act.DENIAL.value)
    )


def _denier() -> ColumnElement[str]:
    return func.coalesce(DENIER.c.name, DENIAL.c.source_words)


def counted(connection: Connection, query: Select[Any], *, coded: bool = False) -> tuple[Counted, ...]:
    """The rows of a query for name and count and, where it is known, kind; `coded` names may be countries' codes."""
    rows = (tuple(row) for row in connection.execute(query))
    return tuple(
        Counted(
            name=as_named(name) if coded else name,
            count=n,
            kind=(kind_of(name, kind[0]) if coded else Kind(kind[0])) if any(kind) else None,
        )
        for name, n, *kind in rows
    )
