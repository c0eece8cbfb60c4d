"""What the record holds of one person, body or state, however many reports speak of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, exists, func, or_, select, tuple_

from onrecord.lexicon.countries import load_countries
from onrecord.model import Act, Form, Kind, Modality
from onrecord.record import schema
from onrecord.record.desk import as_holders, holders, told
from onrecord.record.gather import read_documents
from onrecord.record.hits import WANTED, keep
from onrecord.record.names import name_key
from onrecord.record.page_rows import ActorRows, Candidate, Counted, HolderRow, KinCount
from onrecord.record.paging import Page, cut
from onrecord.record.parties import as_party
from onrecord.record.rows import DocumentRow
from onrecord.record.ties import ACTING, as_named, find_ties, kind_of, naming
from onrecord.record.who import candidates

SHOWN, TOLD_OFTEN = 25, 200
"""Names, ties, partners and reports that are given of one actor, the most told first; tellings of offices."""


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


def find_actor(
    connection: Connection,
    candidate: Candidate,
    act: Act | None,
    page: Page,
    *,
    bodies: bool = False,
    entities: Collection[tuple[str, str]] = (),
) -> ActorRows:
    """Everything of one candidate; what they said, or did of one act by saying it, a page at a time.

    With `bodies` a state stands for its bodies and people too, and so do those with whom it has to do. `entities`, by
    document and id, are those that are meant, where the name alone does not tell them.
    """
    e, whole = schema.entity.c, bodies and candidate.country is not None
    keep(connection, WANTED, _meant(candidate, whole, entities))
    countries = connection.scalars(_of_mine(select(e.country)).where(e.country.is_not(None)).distinct()).all()
    sectors = connection.scalars(_of_mine(select(e.sector)).limit(SHOWN)).all()
    return ActorRows(
        candidate=candidate,
        told_in=connection.scalar(select(func.count(distinct(WANTED.c.document)))) or 0,
        names=_members(connection) if whole else _names(connection),
        countries=tuple(sorted(countries)),
        sectors=tuple(dict.fromkeys(sector for row in sectors for sector in row)),
        offices=_offices(connection),
        kin=_kin(connection),
        acts=_acts(connection),
        said=told(connection, _said(act, page)),
        accuses=_others(connection, "ACCUSE", whole),
        denied_by=_denied_by(connection),
        partners=_others(connection, None, whole),
        ties=find_ties(connection, candidate, whole),
        reports=_reports(connection),
    )


def _meant(candidate: Candidate, whole: bool, entities: Collection[tuple[str, str]]) -> Select[int, str]:
    e, d = schema.entity.c, schema.document.c
    found = select(e.document, e.id)
    if entities:
        return found.join(schema.document, d.key == e.document).where(tuple_(d.id, e.id).in_(sorted(entities)))
    if whole:
        return found.where(e.country == candidate.country, e.kind.in_([kind.value for kind in ACTING]))
    return found.where(e.name_key == candidate.key, e.kind == candidate.kind.value)


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
    return _counted(connection, query)


def _members(connection: Connection) -> tuple[Counted, ...]:
    """The bodies and people of a state, by name; people of no name are left out."""
    e, w, m = schema.entity.c, WANTED.c, schema.mention.c
    named = m.form == Form.NAME.value
    reports = func.count(distinct(e.document))
    told: list[Any] = [func.min(e.name), reports, e.kind]
    query = (
        select(*told)
        .join_from(WANTED, schema.entity, and_(e.document == w.document, e.id == w.id))
        .where(or_(e.kind == Kind.BODY.value, exists().where(m.document == e.document, m.entity == e.id, named)))
        .group_by(e.name_key, e.kind)
        .order_by(reports.desc(), func.min(e.name))
        .limit(SHOWN)
    )
    return _counted(connection, query)


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


def _mine() -> Select[Any]:
    a, w = schema.attribution.c, WANTED.c
    return (
        select()
        .select_from(WANTED)
        .join(schema.attribution, and_(a.document == w.document, a.source == w.id))
        .where(a.modality == Modality.ACTUAL.value)
    )


def _acts(connection: Connection) -> tuple[tuple[Act, int], ...]:
    a = schema.attribution.c
    query = _mine().add_columns(a.act, func.count()).group_by(a.act).order_by(func.count().desc(), a.act)
    return tuple((Act(act), count) for act, count in connection.execute(query))


def _said(act: Act | None, page: Page) -> Select[Any]:
    a = schema.attribution.c
    query = _mine().add_columns(a.document, a.id).order_by(a.document.desc(), a.start, a.id)
    return cut(query if act is None else query.where(a.act == act.value), page)


def _others(connection: Connection, accusing: str | None, whole: bool) -> tuple[Counted, ...]:
    """Whom they accuse, or with whom they have anything to do, in how many events."""
    p, w, v, e = schema.event_party.c, WANTED.c, schema.event.c, schema.entity.c
    other, named = schema.event_party.alias("other"), naming(schema.entity, whole)
    count = func.count()
    told: list[Any] = [named, count, func.min(e.kind)]
    query = (
        select(*told)
        .select_from(WANTED)
        .join(schema.event_party, and_(p.document == w.document, p.entity == w.id))
        .join(other, and_(other.c.document == p.document, other.c.event == p.event, other.c.entity != p.entity))
        .join(schema.entity, and_(e.document == other.c.document, e.id == other.c.entity))
        .group_by(named)
        .order_by(count.desc(), named)
        .limit(SHOWN)
    )
    if accusing:
        query = query.join(schema.event, and_(v.document == p.document, v.id == p.event))
        query = query.where(v.type == accusing, p.role == "actor", other.c.role == "recipient")
    return _counted(connection, query)


def _denied_by(connection: Connection) -> tuple[Counted, ...]:
    a, r, e = schema.attribution.c, schema.answer.c, schema.entity.c
    denial = schema.attribution.alias("denial")
    said_by, count = func.coalesce(e.name, denial.c.source_words), func.count()
    query = (
        _mine()
        .add_columns(said_by, count, func.min(e.kind))
        .join(schema.answer, and_(r.document == a.document, r.answers == a.id))
        .join(denial, and_(denial.c.document == r.document, denial.c.id == r.attribution))
        .outerjoin(schema.entity, and_(e.document == denial.c.document, e.id == denial.c.source))
        .where(denial.c.act == Act.DENIAL.value, said_by.is_not(None))
        .group_by(said_by)
        .order_by(count.desc(), said_by)
        .limit(SHOWN)
    )
    return _counted(connection, query)


def _reports(connection: Connection) -> tuple[DocumentRow, ...]:
    w, d = WANTED.c, schema.document.c
    newest = select(w.document).distinct().order_by(w.document.desc()).limit(SHOWN)
    return tuple(reversed(read_documents(connection, d.key.in_(connection.scalars(newest).all())).values()))


def _counted(connection: Connection, query: Select[Any]) -> tuple[Counted, ...]:
    """The rows of a query for name, count and, where it is known, kind."""
    rows = (tuple(row) for row in connection.execute(query))
    return tuple(
        Counted(name=as_named(name), count=n, kind=kind_of(name, kind[0]) if any(kind) else None)
        for name, n, *kind in rows
    )
