"""What two parties did to each other, a page at a time, with the counts of all of it, and who held office in them."""

from sqlalchemy import Connection, distinct, func, or_, select, tuple_

from onrecord.model import Modality, Precision
from onrecord.record import schema
from onrecord.record.desk import as_holders, holders
from onrecord.record.gather import gather_documents, gather_events, gather_sayings
from onrecord.record.hits import EVENTS, WANTED, keep
from onrecord.record.page_rows import HolderRow, MonthCount, PairRows, SpotCount
from onrecord.record.paging import Page, cut
from onrecord.record.parties import as_party, entities_of
from onrecord.record.rows import EventRows
from onrecord.record.timeline import wanted_events

SPOTS = 60
"""Places that are given, those of most events first."""


def find_between(
    connection: Connection,
    a: str,
    b: str | None,
    *,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,
    page: Page,
    charted: bool,
) -> PairRows:
    """A page of what `find_events` finds, the newest first and those without a date last.

    The counts by month and by place are of all of it, and are left out where it is not to be `charted`.
    """
    v, e = schema.event.c, EVENTS.c
    mine = (v.document == e.document) & (v.id == e.id)
    keep(connection, EVENTS, wanted_events(a, b, since=since, until=until, type=type))
    newest = select(v.document, v.id).join_from(EVENTS, schema.event, mine)
    newest = newest.order_by(func.coalesce(v.since, v.until, "").desc(), v.document.desc(), v.start, v.id)
    keep(connection, WANTED, cut(newest, page))
    documents = gather_documents(connection, WANTED)
    total, reports = connection.execute(
        select(func.count(), func.count(distinct(e.document))).select_from(EVENTS)
    ).one()
    return PairRows(
        rows=EventRows(
            events=gather_events(connection, documents, WANTED),
            sayings=gather_sayings(connection, documents, WANTED),
        ),
        total=total,
        reports=reports,
        months=_months(connection) if charted else (),
        spots=_spots(connection) if charted else (),
    )


def _spots(connection: Connection) -> tuple[SpotCount, ...]:
    """Where the events were, the places of most of them first."""
    v, e, p = schema.event.c, EVENTS.c, schema.place.c
    where = (func.min(p.name), p.country, p.lat, p.lon, p.precision)
    query = (
        select(*where, func.count())
        .join_from(EVENTS, schema.event, (v.document == e.document) & (v.id == e.id))
        .join(schema.place, (p.document == v.document) & (p.id == v.place))
        .group_by(func.lower(p.name), *where[1:])
        .order_by(func.count().desc(), func.min(p.name))
        .limit(SPOTS)
    )
    return tuple(
        SpotCount(name=name, country=c, lat=lat, lon=lon, precision=Precision(precision), events=n)
        for name, c, lat, lon, precision, n in connection.execute(query)
    )


def find_holders(connection: Connection, party: str, limit: int) -> tuple[HolderRow, ...]:
    """Who holds or held office in a country, or in a body, those who began last first."""
    o, whose = schema.office.c, as_party(party)
    inside = tuple_(o.document, o.body).in_(entities_of(whose))
    wanted = or_(o.country == whose.country, inside) if whose.country else inside
    query = holders(select().select_from(schema.office)).where(wanted)
    return as_holders(
        connection, query.order_by(func.coalesce(o.since, "").desc(), o.document.desc(), o.n).limit(limit)
    )


def _months(connection: Connection) -> tuple[MonthCount, ...]:
    v, e = schema.event.c, EVENTS.c
    month = func.substr(func.coalesce(v.since, v.until), 1, 7)
    query = (
        select(month, v.quad, func.count(), func.count(distinct(v.document)))
        .join_from(EVENTS, schema.event, (v.document == e.document) & (v.id == e.id))
        .where(v.modality == Modality.ACTUAL.value, func.coalesce(v.since, v.until).is_not(None))
        .group_by(month, v.quad)
        .order_by(month, v.quad)
    )
    return tuple(MonthCount(month=m, quad=q, events=n, reports=r) for m, q, n, r in connection.execute(query))
