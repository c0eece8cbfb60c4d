"""What came into the record last: reports, whom they tell of, denials, office-holders."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, and_, case, distinct, exists, func, select

from onrecord.model import Act, Kind
from onrecord.record import schema
from onrecord.record.gather import Documents, gather_documents, gather_sayings, read_documents
from onrecord.record.hits import TOLD, keep
from onrecord.record.page_rows import Counts, DeskRows, HolderRow, PairCount, Told
from onrecord.record.paging import Page, cut
from onrecord.record.rows import DocumentRow
from onrecord.record.timeline import newest_reports, on_two_sides

LOOKED_AT = 500
"""So many of the newest reports tell which pairs of countries are in the news."""
HOLDER, BODY, APPOINTER = (schema.entity.alias(name) for name in ("holder", "body_of_office", "appointer"))


def find_desk(connection: Connection, page: Page) -> DeskRows:
    """The newest of everything, `page.limit` of each."""
    return DeskRows(
        counts=count_all(connection),
        reports=find_newest(connection, page),
        pairs=_pairs(connection, page.limit),
        looked_at=LOOKED_AT,
        denials=_denials(connection, page.limit),
        holders=_new_holders(connection, page.limit),
    )


def count_all(connection: Connection) -> Counts:
    """How many reports, events and attributions the record holds."""
    tables = (schema.document, schema.event, schema.attribution)
    reports, events, attributions = (connection.scalar(select(func.count()).select_from(t)) or 0 for t in tables)
    return Counts(reports=reports, events=events, attributions=attributions)


def find_newest(connection: Connection, page: Page) -> tuple[DocumentRow, ...]:
    """Reports in the order in which they came, the last one first."""
    d = schema.document.c
    keys = connection.scalars(cut(select(d.key).order_by(d.key.desc()), page)).all()
    return tuple(reversed(read_documents(connection, d.key.in_(keys)).values()))


def find_neighbours(connection: Connection, report: str) -> tuple[DocumentRow | None, DocumentRow | None]:
    """The reports that came into the record just before this one and just after it."""
    d = schema.document.c
    here = select(d.key).where(d.id == report).scalar_subquery()
    keys = [select(func.max(d.key)).where(d.key < here), select(func.min(d.key)).where(d.key > here)]
    found = [connection.scalar(key) for key in keys]
    rows = read_documents(connection, d.key.in_(found))
    before, after = (rows.get(key) if key is not None else None for key in found)
    return before, after


def holders(query: Select[Any]) -> Select[Any]:
    """The query, which selects from `office`, with the names that a HolderRow is made of."""
    o, holder, body, appointer = schema.office.c, HOLDER.c, BODY.c, APPOINTER.c
    return (
        query.add_columns(schema.office)
        .add_columns(holder.name.label("holder_name"), holder.kind.label("holder_kind"))
        .add_columns(body.name.label("body_name"), appointer.name.label("appointer_name"))
        .join(HOLDER, and_(holder.document == o.document, holder.id == o.holder))
        .outerjoin(BODY, and_(body.document == o.document, body.id == o.body))
        .outerjoin(APPOINTER, and_(appointer.document == o.document, appointer.id == o.appointed_by))
    )


def as_holders(connection: Connection, query: Select[Any]) -> tuple[HolderRow, ...]:
    """The rows of a query by `holders`, in its order."""
    rows = connection.execute(query).mappings().all()
    documents = read_documents(connection, schema.document.c.key.in_({row["document"] for row in rows}))
    return tuple(_holder(row, documents) for row in rows)


def _holder(row: RowMapping, documents: Documents) -> HolderRow:
    return HolderRow(
        document=documents[row["document"]],
        holder=row["holder_name"],
        kind=Kind(row["holder_kind"]),
        title=row["title"],
        body=row["body_name"],
        country=row["country"],
        since=row["since"],
        until=row["until"],
        appointed_by=row["appointer_name"],
    )


def _new_holders(connection: Connection, limit: int) -> tuple[HolderRow, ...]:
    o = schema.office.c
    begun = holders(select().select_from(schema.office)).where(o.since.is_not(None))
    return as_holders(connection, begun.order_by(o.since.desc(), o.document.desc(), o.n).limit(limit))


def _pairs(connection: Connection, limit: int) -> tuple[PairCount, ...]:
    """Pairs of countries on two sides of an event, or both actors in a reciprocal one, the most told first."""
    v = schema.event.c
    one, other = schema.event_party.alias("one"), schema.event_party.alias("other")
    first, second = schema.entity.alias("first"), schema.entity.alias("second")
    newest = newest_reports(LOOKED_AT).subquery()
    events = distinct(v.document.concat(":").concat(v.id))
    good, bad = (case((v.quad.like(f"%{side}"), events.element)) for side in ("cooperation", "conflict"))
    reports = func.count(distinct(v.document))
    query = (
        select(first.c.country, second.c.country, reports, func.count(distinct(good)), func.count(distinct(bad)))
        .select_from(newest)
        .join(schema.event, v.document == newest.c.key)
        .join(one, and_(one.c.document == v.document, one.c.event == v.id))
        .join(other, and_(other.c.document == v.document, other.c.event == v.id))
        .join(first, and_(first.c.document == v.document, first.c.id == one.c.entity))
        .join(second, and_(second.c.document == v.document, second.c.id == other.c.entity))
        .where(first.c.country < second.c.country, on_two_sides(one, other))
        .group_by(first.c.country, second.c.country)
        .order_by(reports.desc(), first.c.country, second.c.country)
        .limit(limit)
    )
    return tuple(
        PairCount(one=a, other=b, reports=n, cooperation=c, conflict=k) for a, b, n, c, k in connection.execute(query)
    )


def _denials(connection: Connection, limit: int) -> Told:
    a, w = schema.attribution.c, schema.answer.c
    query = (
        select(a.document, a.id)
        .where(a.act == Act.DENIAL.value)
        .where(exists().where(w.document == a.document, w.attribution == a.id))
        .order_by(a.document.desc(), a.start, a.id)
        .limit(limit)
    )
    return told(connection, query)


def told(connection: Connection, query: Select[Any]) -> Told:
    """The attributions that the query for document and id finds, in its order."""
    keep(connection, TOLD, query)
    keys = connection.execute(query).all()
    documents = gather_documents(connection, TOLD)
    sayings = gather_sayings(connection, documents, TOLD)
    return Told(keys=tuple((documents[number].id, name) for number, name in keys), sayings=sayings)
