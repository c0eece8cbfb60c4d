"""Who is called by a name that sounds like another, or by a part of it."""

from collections.abc import Mapping

from sqlalchemy import Connection, Select, and_, select

from onrecord.model import Kind
from onrecord.record import schema
from onrecord.record.names import last_key, may_be_one, sound_key, sound_keys

LEAST = 2
"""Consonants that the last part of a name must have: "Abdelghani" is found as "Abdel Ghani" by its "kn"."""


def find_alike(connection: Connection, key: str, limit: int) -> Mapping[tuple[int, str], str]:
    """The names, as keys, of the newest entities that may be whom `key` names, by document and entity.

    A surname alone means every person of that last name; a full name also whoever is called by its surname alone.
    """
    if not key:
        return {}
    n, e = schema.name_part.c, schema.entity.c
    named = (
        select(e.document, e.id, e.name_key)
        .join_from(schema.name_part, schema.entity, and_(e.document == n.document, e.id == n.entity))
        .order_by(e.document.desc(), e.id)
        .distinct()
        .limit(limit)
    )
    queries = _full(named, key) if " " in key else (named.where(n.part == sound_key(key), e.kind == Kind.PERSON.value),)
    found = (row for query in queries for row in connection.execute(query))
    return {(document, entity): name for document, entity, name in found if may_be_one(name, key)}


def _full(named: Select[int, str, str], key: str) -> tuple[Select[int, str, str], ...]:
    """Those of two parts that sound so, and those of the surname alone."""
    n, e = schema.name_part.c, schema.entity.c
    sounds, last = sound_keys(key), sound_key(last_key(key))
    ends = {last, "".join(sounds[-2:]), *(last[start:] for start in range(1, len(last) - LEAST + 1))}
    other = schema.name_part.alias("other")
    both = and_(other.c.document == n.document, other.c.entity == n.entity, other.c.part != n.part)
    return (
        named.join(other, both).where(n.part.in_(sorted(ends)), other.c.part.in_(sounds[:-1])),
        named.where(n.part == last, e.name_key == e.last_key, e.kind == Kind.PERSON.value),
    )
