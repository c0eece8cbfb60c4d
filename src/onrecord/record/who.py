"""Whom a name may mean, and what the record holds of them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, and_, or_, select, tuple_, union

from onrecord.model import Form, Kind
from onrecord.record import schema
from onrecord.record.gather import Documents, extent, gather_documents, gather_sayings
from onrecord.record.hits import WANTED, keep
from onrecord.record.names import last_key
from onrecord.record.parties import Party, as_party
from onrecord.record.rows import EntityRow, KinRow, OfficeRow, WhoRows


def find_who(connection: Connection, name: str) -> WhoRows:
    """Every entity that is called so in its report, has this last name, or is the state of this code."""
    keep(connection, WANTED, candidates(as_party(name)))
    documents = gather_documents(connection, WANTED)
    return WhoRows(
        entities=_entities(connection, documents),
        offices=_offices(connection, documents),
        kin=_kin(connection, documents),
        sayings=gather_sayings(connection, documents, WANTED),
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
