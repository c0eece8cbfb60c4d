"""Incidents: the reports that tell of each, with their events, sayings and speakers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import (
    Connection,
    RowMapping,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    exists,
    func,
    select,
)

from onrecord.model import Form, Kind
from onrecord.record import link_schema, schema
from onrecord.record.gather import Documents, gather_events, gather_sayings, read_documents
from onrecord.record.hits import EVENTS, WANTED, keep
from onrecord.record.newest import newest_page
from onrecord.record.paging import Page, cut
from onrecord.record.rows import DocumentRow, EventRow, IncidentRows, ReportRow, Sayings, SpeakerRow
from onrecord.record.timeline import wanted_events

BATCH = 200
"""Incidents that are put together at a time."""
Speakers = Mapping[tuple[str, str], SpeakerRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents are asked for: those with an event of these parties, days and type, told of in this report."""

    report: str | None = None
    a: str | None = None
    b: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None


def find_incidents(connection: Connection, wanted: Wanted, *, limit: int, offset: int) -> tuple[IncidentRows, ...]:
    """The incidents asked for, those last reported on first."""
    page, asked = Page(limit=limit, offset=offset), _asked(wanted)
    if wanted == Wanted():
        rows = newest_page(connection, asked, link_schema.telling.c.document, page)
    else:
        rows = connection.execute(cut(asked, page)).all()
    return gather_incidents(connection, [row.incident for row in rows])


def all_incidents(connection: Connection) -> Iterator[IncidentRows]:
    """Every incident, in the order of the ids."""
    t = link_schema.telling.c
    names = connection.scalars(select(t.incident).distinct().order_by(t.incident)).all()
    for start in range(0, len(names), BATCH):
        yield from gather_incidents(connection, names[start : start + BATCH])


def gather_incidents(connection: Connection, names: Sequence[str]) -> tuple[IncidentRows, ...]:
    """The incidents of these ids, in this order; an id that the record lacks is passed over."""
    t, d, e = link_schema.telling.c, schema.document.c, link_schema.told_event.c
    some: Any = bindparam("incidents", list(names), expanding=True)
    tellings = (
        select(t.incident, t.document, t.main, d.text, d.title)
        .join_from(link_schema.telling, schema.document, d.key == t.document)
        .where(t.incident.in_(some))
    )
    told = connection.execute(tellings.order_by(t.incident, t.document)).mappings().all()
    keep(connection, WANTED, select(t.document, t.incident).where(t.incident.in_(some)))
    keep(connection, EVENTS, select(e.document, e.event).where(e.incident.in_(some)))
    documents = read_documents(connection, d.key.in_(select(WANTED.c.document)))
    gathered = _Gathered(
        documents=documents,
        reports=_by_incident(told),
        events=_events(connection, documents, some),
        sayings=gather_sayings(connection, documents, WANTED),
        speakers=_speakers(connection, documents),
    )
    for table in (WANTED, EVENTS):
        table.drop(connection)
    return tuple(_incident(name, gathered) for name in names if name in gathered.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gathered:
    """What was found of several incidents at once."""

    documents: Documents
    reports: Mapping[str, Sequence[RowMapping]]
    events: Mapping[str, Sequence[EventRow]]
    sayings: Sayings
    speakers: Speakers


def _asked(wanted: Wanted) -> Select[tuple[str]]:
    t, d, e = link_schema.telling.c, schema.document.c, link_schema.told_event.c
    query = select(t.incident).join_from(link_schema.telling, schema.document, d.key == t.document)
    if wanted.report is not None:
        query = query.where(d.id == wanted.report)
    if wanted.a or wanted.since or wanted.until or wanted.type:
        hits = wanted_events(wanted.a, wanted.b, since=wanted.since, until=wanted.until, type=wanted.type).subquery()
        mine = and_(e.document == hits.c[0], e.event == hits.c[1])
        query = query.where(t.incident.in_(select(e.incident).join_from(hits, link_schema.told_event, mine)))
    return query.group_by(t.incident).order_by(func.max(func.coalesce(d.published, "")).desc(), t.incident)


def _by_incident(rows: Sequence[RowMapping]) -> Mapping[str, Sequence[RowMapping]]:
    found: dict[str, list[RowMapping]] = defaultdict(list)
    for row in rows:
        found[row["incident"]].append(row)
    return found


def _events(connection: Connection, documents: Documents, incidents: Any) -> Mapping[str, Sequence[EventRow]]:
    e = link_schema.told_event.c
    query = select(e.document, e.event, e.incident).where(e.incident.in_(incidents))
    belongs = {(documents[number].id, event): name for number, event, name in connection.execute(query)}
    found: dict[str, list[EventRow]] = defaultdict(list)
    for event in gather_events(connection, documents, EVENTS):
        found[belongs[event.document.id, event.id]].append(event)
    return found


def _speakers(connection: Connection, documents: Documents) -> Speakers:
    """Everybody who says something in one of the reports."""
    a, e, m, o = schema.attribution.c, schema.entity.c, schema.mention.c, schema.office.c
    mine = and_(m.document == e.document, m.entity == e.id)
    named, called = exists().where(mine, m.form == Form.NAME.value), exists().where(mine, m.form != Form.PRONOUN.value)
    office = exists().where(o.document == e.document, o.holder == e.id)
    query = (
        select(e.document, e.id, e.kind, func.coalesce(e.country, _country_elsewhere()).label("country"), e.sector)
        .add_columns(named.label("named"), called.label("called"), office.label("office"))
        .where(e.document.in_(select(WANTED.c.document)))
        .where(exists().where(a.document == e.document, a.source == e.id))
    )
    return {
        (documents[row["document"]].id, row["id"]): SpeakerRow(
            kind=Kind(row["kind"]),
            country=row["country"],
            sector=tuple(row["sector"]),
            named=bool(row["named"]),
            called=bool(row["called"]),
            office=bool(row["office"]),
        )
        for row in connection.execute(query).mappings()
    }


def _country_elsewhere() -> ScalarSelect[str | None]:
    """The country that another report of the same incident gives a person of this name."""
    e, other = schema.entity.c, schema.entity.alias("namesake").c
    here, there = (WANTED.alias(name).c for name in ("here", "there"))
    return (
        select(func.min(other.country))
        .where(e.kind == Kind.PERSON.value, other.kind == e.kind, other.name_key == e.name_key)
        .where(other.document == there.document, there.id == here.id, here.document == e.document)
        .scalar_subquery()
        .correlate(schema.entity)
    )


def _incident(name: str, gathered: _Gathered) -> IncidentRows:
    reports = tuple(_report(row, gathered.documents[row["document"]]) for row in gathered.reports[name])
    ids = {report.document.id for report in reports}
    events = tuple(gathered.events.get(name, ()))
    countries = Counter(event.country for event in events if event.country)
    return IncidentRows(
        id=name,
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        reports=reports,
        events=events,
        sayings={key: gathered.sayings[key] for key in _heard(reports, events, gathered.sayings)},
        speakers={key: speaker for key, speaker in gathered.speakers.items() if key[0] in ids},
    )


def _heard(reports: Sequence[ReportRow], events: Sequence[EventRow], sayings: Sayings) -> Iterator[tuple[str, str]]:
    """All that is said in the reports that mainly tell of it; in others only on whose word its events stand."""
    main = {report.document.id for report in reports if report.main}
    yield from (key for key in sayings if key[0] in main)
    for event in (event for event in events if event.document.id not in main):
        for attribution in {event.attribution, *(figure.attribution for figure in event.figures)}:
            saying = sayings.get((event.document.id, attribution or ""))
            while saying:
                yield saying.document.id, saying.id
                saying = sayings.get((saying.document.id, saying.within or ""))


def _report(row: RowMapping, document: DocumentRow) -> ReportRow:
    title, text = row["title"] or document.title or "", row["text"]
    start = len(text) - len(text.lstrip())
    headline = start + len(title) if title and text.startswith(title, start) else 0
    outlet = document.publisher or urlsplit(document.url or "").hostname or document.id
    return ReportRow(document=document, main=row["main"], outlet=outlet, text=text, headline=headline)
