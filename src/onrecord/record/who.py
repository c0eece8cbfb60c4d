"""Whom a name may mean, and what the record holds of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, and_, distinct, func, or_, select, tuple_, union

from onrecord.lexicon.offices import load_sole_offices
from onrecord.model import Form, Kind
from onrecord.record import link_schema, schema
from onrecord.record.desk import as_holders, holders
from onrecord.record.gather import Documents, extent, gather_documents, gather_sayings
from onrecord.record.hits import WANTED, keep_these
from onrecord.record.judgements import Item, Judgement, Subject, live_judgements
from onrecord.record.names import last_key
from onrecord.record.page_rows import HolderRow
from onrecord.record.parties import Party, as_party
from onrecord.record.rows import EntityRow, KinRow, OfficeRow
from onrecord.record.sounding import find_alike
from onrecord.record.who_rows import WhoRows

LOOKED_AT = 400
"""So many of the newest entities that a name may mean are put together."""


def find_who(connection: Connection, name: str) -> WhoRows:
    """Every entity that is called so in its report, sounds so, has this last name, or is the state of this code.

    With them come those that may be one with them: a surname alone, or what a person has judged the same.
    """
    party = as_party(name)
    meant = candidates(party).subquery()
    newest = select(meant.c[0], meant.c[1]).order_by(meant.c[0].desc(), meant.c[1]).limit(LOOKED_AT)
    sought = {(document, entity) for document, entity in connection.execute(newest)}
    alike = {} if party.country else find_alike(connection, party.key, LOOKED_AT)
    sought |= {hit for hit, key in alike.items() if " " in key}
    judgements, judged = _judged(connection, sought | alike.keys())
    keep_these(connection, WANTED, sorted(sought | alike.keys() | judged))
    documents = gather_documents(connection, WANTED)
    offices = _offices(connection, documents)
    return WhoRows(
        entities=_entities(connection, documents),
        sought=frozenset((documents[document].id, entity) for document, entity in sought),
        offices=offices,
        holders=_others(connection, offices),
        kin=_kin(connection, documents),
        sayings=gather_sayings(connection, documents, WANTED),
        company=_company(connection, documents),
        incidents=_incidents(connection, documents),
        judgements=judgements,
        reports=connection.scalar(select(func.count(distinct(meant.c[0])))) or 0,
    )


def candidates(party: Party) -> CompoundSelect[int, str]:
    """Asks for document and id of every entity that a name may mean."""
    e, m = schema.entity.c, schema.mention.c
    found = [
        select(e.document, e.id).where(e.name_key == party.key),
        select(m.document, m.entity).where(m.name_key == party.key),
    ]
    if party.key and party.key == last_key(party.key):
        found.append(select(e.document, e.id).where(e.last_key == party.key, e.kind == Kind.PERSON.value))
    if party.country:
        found.append(select(e.document, e.id).where(e.country == party.country, e.kind == Kind.STATE.value))
    return union(*found)


def _entities(connection: Connection, documents: Documents) -> tuple[EntityRow, ...]:
    e = schema.entity.c
    names = _names(connection)
    query = select(schema.entity).where(tuple_(e.document, e.id).in_(select(WANTED))).order_by(e.document, e.id)
    return tuple(
        EntityRow(
            document=documents[row["document"]],
            id=row["id"],
            kind=Kind(row["kind"]),
            name=row["name"],
            key=row["name_key"],
            country=row["country"],
            sector=tuple(row["sector"]),
            register=row["register"],
            names=names.get((row["document"], row["id"]), ()),
        )
        for row in connection.execute(query).mappings()
    )


def _names(connection: Connection) -> Mapping[tuple[int, str], tuple[str, ...]]:
    """What each report calls each entity by name, in the order of its text."""
    m = schema.mention.c
    query = select(m.document, m.entity, m.words).where(
        m.form == "name", tuple_(m.document, m.entity).in_(select(WANTED))
    )
    found: dict[tuple[int, str], dict[str, None]] = {}
    for number, entity, words in connection.execute(
        query.where(m.form == Form.NAME.value).order_by(m.document, m.start, m.end.desc(), m.entity)
    ):
        found.setdefault((number, entity), {})[words] = None
    return {key: tuple(names) for key, names in found.items()}


def _offices(connection: Connection, documents: Documents) -> tuple[OfficeRow, ...]:
    o = schema.office.c
    body, appointer = schema.entity.alias("body_of_office"), schema.entity.alias("appointer")
    query: Select[Any] = (
        select(schema.office, body.c.name.label("body_name"), appointer.c.name.label("appointer_name"))
        .outerjoin_from(schema.office, body, and_(body.c.document == o.document, body.c.id == o.body))
        .outerjoin(appointer, and_(appointer.c.document == o.document, appointer.c.id == o.appointed_by))
        .where(tuple_(o.document, o.holder).in_(select(WANTED)))
        .order_by(o.document, o.n)
    )
    return tuple(
        OfficeRow(
            document=documents[row["document"]],
            holder=row["holder"],
            title=row["title"],
            body=row["body_name"],
            country=row["country"],
            since=row["since"],
            until=row["until"],
            appointed_by=row["appointer_name"],
            extent=extent(row),
        )
        for row in connection.execute(query).mappings()
    )


def _kin(connection: Connection, documents: Documents) -> tuple[KinRow, ...]:
    k = schema.kin.c
    person, of = schema.entity.alias("person"), schema.entity.alias("relative")
    query: Select[Any] = (
        select(schema.kin, person.c.name.label("person_name"), of.c.name.label("of_name"))
        .join_from(schema.kin, person, and_(person.c.document == k.document, person.c.id == k.person))
        .join(of, and_(of.c.document == k.document, of.c.id == k.of))
        .where(or_(tuple_(k.document, k.person).in_(select(WANTED)), tuple_(k.document, k.of).in_(select(WANTED))))
        .order_by(k.document, k.n)
    )
    same = ("person", "person_name", "relation", "of", "of_name")
    return tuple(
        KinRow(document=documents[row["document"]], **{name: row[name] for name in same}, extent=extent(row))
        for row in connection.execute(query).mappings()
    )


def _judged(connection: Connection, found: set[tuple[int, str]]) -> tuple[tuple[Judgement, ...], set[tuple[int, str]]]:
    """People's words on the entities, on those that they are judged to be, and so on; and all these entities."""
    d, e = schema.document.c, schema.entity.c
    known: set[tuple[int, str]] = set()
    made: dict[int, Judgement] = {}
    while edge := found - known:
        known |= edge
        numbers = {number for number, _ in edge}
        ids = dict(connection.execute(select(d.key, d.id).where(d.key.in_(numbers))).all())
        items = {Item(document=ids[number], entity=entity) for number, entity in edge}
        judged = [j for j in live_judgements(connection, Subject.ACTOR, ids.values()) if items & {j.one, j.other}]
        made |= {j.key: j for j in judged}
        same = {(item.document, item.entity) for j in judged if j.same for item in (j.one, j.other)}
        query = select(d.id, e.document, e.id).join_from(schema.document, schema.entity, e.document == d.key)
        rows = connection.execute(query.where(d.id.in_({document for document, _ in same})))
        found = known | {(number, entity) for document, number, entity in rows if (document, entity) in same}
    return tuple(made.values()), known


def _company(connection: Connection, documents: Documents) -> Mapping[str, tuple[str, ...]]:
    """The keys of the names of persons, bodies and groups, document by document."""
    e = schema.entity.c
    kinds = (Kind.PERSON.value, Kind.BODY.value, Kind.GROUP.value)
    query = select(e.document, e.name_key).where(e.document.in_(select(WANTED.c.document)), e.kind.in_(kinds))
    found: dict[str, list[str]] = {}
    for number, key in connection.execute(query.order_by(e.document, e.id)):
        found.setdefault(documents[number].id, []).append(key)
    return {document: tuple(keys) for document, keys in found.items()}


def _incidents(connection: Connection, documents: Documents) -> Mapping[str, str]:
    t = link_schema.telling.c
    query = select(t.document, t.incident).where(t.main, t.document.in_(select(WANTED.c.document)))
    return {documents[number].id: incident for number, incident in connection.execute(query)}


def _others(connection: Connection, offices: Iterable[OfficeRow]) -> tuple[HolderRow, ...]:
    """Everybody who is told to hold one of these offices of a state, where one person holds it at a time."""
    o, sole = schema.office.c, load_sole_offices()
    asked = {(office.country, sole[title]) for office in offices if (title := office.title.casefold()) in sole}
    same = [and_(o.country == country, func.lower(o.title).in_(sorted(titles))) for country, titles in asked if country]
    if not same:
        return ()
    query = holders(select().select_from(schema.office)).where(or_(*same))
    return as_holders(connection, query.order_by(o.document.desc(), o.n).limit(LOOKED_AT))
