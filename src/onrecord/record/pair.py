"""What two parties did to each other, a page at a time, with the counts of all of it, and who held office in them."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, distinct, func, or_, select, tuple_
from sqlalchemy.sql.selectable import SelectBase

from onrecord.model import Precision
from onrecord.record import schema
from onrecord.record.desk import as_holders, holders
from onrecord.record.gather import gather_documents, gather_events, gather_sayings, read_documents
from onrecord.record.hits import EVENTS, WANTED, keep
from onrecord.record.page_rows import EventPage, HolderRow, PairRows, SpotCount
from onrecord.record.paging import Page, cut
from onrecord.record.parties import as_party, entities_of
from onrecord.record.rows import DocumentRow, EventRows
from onrecord.record.series import gather_series
from onrecord.record.timeline import wanted_events

SPOTS = 60
"""Places that are given, those of most events first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Events of a party, or between two: from a day, month or year to another, of a PLOVER type, of a quad (or of both
    quads of `cooperation` or `conflict`), told by so many of the newest reports."""

    a: str
    b: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    quad: str | None = None
    newest: int | None = None


def find_pair(connection: Connection, asked: Between, page: Page) -> PairRows:
    """A page of the events asked for, and when and where all of them were."""
    return PairRows(
        events=find_between(connection, asked, page),
        series=gather_series(connection, EVENTS),
        spots=_spots(connection),
    )


def find_between(connection: Connection, asked: Between, page: Page) -> EventPage:
    """A page of what `find_events` finds, the newest first and those without a date last."""
    return page_of_events(connection, events_between(asked), page)


def page_of_events(connection: Connection, found: SelectBase, page: Page) -> EventPage:
    """A page of the events that the query for document and id finds, the newest first and those without a date last.

    All of them are in EVENTS then.
    """
    v, e = schema.event.c, EVENTS.c
    mine = (v.document == e.document) & (v.id == e.id)
    keep(connection, EVENTS, found)
    newest = select(v.document, v.id).join_from(EVENTS, schema.event, mine)
    newest = newest.order_by(func.coalesce(v.since, v.until, "").desc(), v.document.desc(), v.start, v.id)
    keep(connection, WANTED, cut(newest, page))
    documents = gather_documents(connection, WANTED)
    total, reports = connection.execute(
        select(func.count(), func.count(distinct(e.document))).select_from(EVENTS)
    ).one()
    return EventPage(
        rows=EventRows(
            events=gather_events(connection, documents, WANTED),
            sayings=gather_sayings(connection, documents, WANTED),
        ),
        total=total,
        reports=reports,
    )


def find_reports(connection: Connection, asked: Between, page: Page) -> tuple[DocumentRow, ...]:
    """A page of the reports that tell of the events asked for, the one that came last first."""
    found, d = events_between(asked).subquery(), schema.document.c
    newest = cut(select(found.c.document).distinct().order_by(found.c.document.desc()), page)
    keys = connection.scalars(newest).all()
    return tuple(reversed(read_documents(connection, d.key.in_(keys)).values()))


def events_between(asked: Between) -> Select[int, str]:
    """Asks for document and id of the events."""
    return wanted_events(**asdict(asked))


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
    last_first = func.coalesce(o.since, "").desc(), o.document.desc(), o.n
    these = select(o.document, o.n).where(wanted).order_by(*last_first).limit(limit).subquery()
    mine = (o.document == these.c.document) & (o.n == these.c.n)
    return as_holders(connection, holders(select().join_from(these, schema.office, mine)).order_by(*last_first))
