"""What the record holds of one person, body or state, however many reports speak of it."""

from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, exists, func, or_, select, tuple_

from onrecord.lexicon.countries import load_countries
from onrecord.model import Form, Kind
from onrecord.record import schema
from onrecord.record.desk import as_holders, holders, told
from onrecord.record.gather import read_documents
from onrecord.record.hits import WANTED, keep
from onrecord.record.meant import (
    ACTING,
    MINE,
    OTHER,
    Dealing,
    Meant,
    dealings,
    entities_meant,
    naming,
)
from onrecord.record.names import name_key
from onrecord.record.page_rows import ActorRows, Candidate, Counted, EventPage, HolderRow, KinCount
from onrecord.record.paging import Page, cut
from onrecord.record.pair import page_of_events
from onrecord.record.parties import as_party
from onrecord.record.rows import DocumentRow
from onrecord.record.said import Said, acts_of, counted, deniers_of, sayings_of
from onrecord.record.ties import as_partners, event_key, find_partners, find_ties
from onrecord.record.who import candidates

SHOWN, TOLD_OFTEN = 25, 200
"""Names, accused and reports that are given of one actor, the most told first; tellings of offices."""


def find_candidates(connection: Connection, name: str, kind: Kind | None = None) -> tuple[Candidate, ...]:
    """Everybody whom a name, a surname or a country's code may mean, those whom most reports speak of first."""
    e = schema.entity.c
    found = candidates(as_party(name)).subquery()
    reports = func.count(distinct(e.document))
    query = (
        select(func.min(e.name), e.name_key, e.kind, func.min(e.country), reports)
        .join(found, and_(found.c[0] == e.document, found.c[1] == e.id))
        .group_by(e.name_key, e.kind)
        .order_by(reports.desc(), e.name_key, e.kind)
        .limit(SHOWN)
    )
    rows = connection.execute(query if kind is None else query.where(e.kind == kind.value))
    named = tuple(Candidate(name=n, key=key, kind=Kind(k), country=c, reports=r) for n, key, k, c, r in rows)
    return named or (_country(connection, name) if kind in (None, Kind.STATE) else ())


def _country(connection: Connection, name: str) -> tuple[Candidate, ...]:
    """The country of a code or name of which no report speaks itself, but of its bodies or people."""
    e, country = schema.entity.c, load_countries().by_code(as_party(name).country or "")
    if country is None:
        return ()
    told = connection.scalar(select(func.count(distinct(e.document))).where(e.country == country.code)) or 0
    own = Candidate(name=country.name, key=name_key(country.name), kind=Kind.STATE, country=country.code, reports=told)
    return (own,) if told else ()


def find_actor(connection: Connection, meant: Meant, said: Said, page: Page) -> ActorRows:
    """Everything of whom is meant; what they said as far as it is asked for, a page at a time."""
    e, whole = schema.entity.c, meant.whole
    keep(connection, WANTED, entities_meant(meant))
    partners = find_partners(connection, meant)
    countries = connection.scalars(_of_mine(select(e.country)).where(e.country.is_not(None)).distinct()).all()
    sectors = connection.scalars(_of_mine(select(e.sector)).limit(SHOWN)).all()
    return ActorRows(
        candidate=meant.candidate,
        told_in=connection.scalar(select(func.count(distinct(WANTED.c.document)))) or 0,
        names=_members(connection) if whole else _names(connection),
        countries=tuple(sorted(countries)),
        sectors=tuple(dict.fromkeys(sector for row in sectors for sector in row)),
        offices=_offices(connection),
        kin=_kin(connection),
        acts=acts_of(connection),
        said=told(connection, sayings_of(said, page)),
        accuses=_accused(connection, whole),
        denied_by=deniers_of(connection),
        partners=as_partners(partners, whole),
        ties=find_ties(connection, meant, partners),
        reports=_reports(connection, Page(limit=SHOWN)),
    )


def find_dealings(connection: Connection, meant: Meant, dealing: Dealing, page: Page) -> EventPage:
    """A page of the actor's events with others, the newest first."""
    mine = entities_meant(meant).subquery()
    found = dealings(mine, dealing, meant.whole).add_columns(MINE.c.document, MINE.c.event)
    return page_of_events(connection, found, page)


def find_reports_of(connection: Connection, meant: Meant, called: str | None, page: Page) -> tuple[DocumentRow, ...]:
    """A page of the reports that speak of the actor, or that call one of those who are meant so, the newest first."""
    keep(connection, WANTED, entities_meant(meant))
    return _reports(connection, page, called)


def _of_mine(query: Select[Any]) -> Select[Any]:
    e, w = schema.entity.c, WANTED.c
    return query.join_from(WANTED, schema.entity, and_(e.document == w.document, e.id == w.id))


def _names(connection: Connection) -> tuple[Counted, ...]:
    m, w = schema.mention.c, WANTED.c
    reports = func.count(distinct(m.document))
    query = (
        select(m.words, reports)
        .join_from(WANTED, schema.mention, and_(m.document == w.document, m.entity == w.id))
        .where(m.form == Form.NAME.value)
        .group_by(m.words)
        .order_by(reports.desc(), m.words)
        .limit(SHOWN)
    )
    return counted(connection, query)


def _members(connection: Connection) -> tuple[Counted, ...]:
    """The bodies and people of a state, by name; people of no name are left out."""
    e, w, m = schema.entity.c, WANTED.c, schema.mention.c
    named = m.form == Form.NAME.value
    reports = func.count(distinct(e.document))
    told: list[Any] = [func.min(e.name), reports, e.kind]
    query = (
        select(*told)
        .join_from(WANTED, schema.entity, and_(e.document == w.document, e.id == w.id))
        .where(e.kind.in_([kind.value for kind in ACTING]))
        .where(or_(e.kind == Kind.BODY.value, exists().where(m.document == e.document, m.entity == e.id, named)))
        .group_by(e.name_key, e.kind)
        .order_by(reports.desc(), func.min(e.name))
        .limit(SHOWN)
    )
    return counted(connection, query)


def _offices(connection: Connection) -> tuple[HolderRow, ...]:
    o, w = schema.office.c, WANTED.c
    mine = select().select_from(WANTED).join(schema.office, and_(o.document == w.document, o.holder == w.id))
    query = holders(mine).order_by(func.coalesce(o.since, "9999"), o.document, o.n).limit(TOLD_OFTEN)
    return as_holders(connection, query)


def _kin(connection: Connection) -> tuple[KinCount, ...]:
    k, w = schema.kin.c, WANTED.c
    person, of = schema.entity.alias("person"), schema.entity.alias("relative")
    reports = func.count(distinct(k.document))
    mine = or_(
        tuple_(k.document, k.person).in_(select(w.document, w.id)),
        tuple_(k.document, k.of).in_(select(w.document, w.id)),
    )
    query = (
        select(person.c.name, k.relation, of.c.name, reports)
        .join_from(schema.kin, person, and_(person.c.document == k.document, person.c.id == k.person))
        .join(of, and_(of.c.document == k.document, of.c.id == k.of))
        .where(mine)
        .group_by(person.c.name, k.relation, of.c.name)
        .order_by(reports.desc(), person.c.name)
        .limit(SHOWN)
    )
    return tuple(KinCount(person=p, relation=r, of=o, reports=n) for p, r, o, n in connection.execute(query))


def _accused(connection: Connection, whole: bool) -> tuple[Counted, ...]:
    """Whom they accuse, in how many events."""
    named, count = naming(OTHER, whole), func.count(distinct(event_key()))
    told: list[Any] = [named, count, func.min(OTHER.c.kind)]
    query = dealings(WANTED, Dealing(accusing=True), whole).add_columns(*told).group_by(named)
    return counted(connection, query.order_by(count.desc(), named).limit(SHOWN), coded=whole)


def _reports(connection: Connection, page: Page, called: str | None = None) -> tuple[DocumentRow, ...]:
    w, d, m, e = WANTED.c, schema.document.c, schema.mention.c, schema.entity.c
    newest = select(w.document).distinct().order_by(w.document.desc())
    if called:
        newest = newest.join(schema.entity, and_(e.document == w.document, e.id == w.id))
        words = exists().where(m.document == w.document, m.entity == w.id, m.words == called)
        newest = newest.where(or_(e.name == called, words))
    keys = connection.scalars(cut(newest, page)).all()
    return tuple(reversed(read_documents(connection, d.key.in_(keys)).values()))
