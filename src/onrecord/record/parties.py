"""Whom a question means: a state with all its bodies and people, or whoever bears a name."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, select, tuple_, union
from sqlalchemy.sql.selectable import SelectBase

from onrecord.lexicon.countries import load_countries
from onrecord.record import schema
from onrecord.record.names import is_pronoun, name_key

CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """`country` is an ISO-3 or PLOVER code, absent for what is no country; `key` is the name as names are compared."""

    country: str | None
    key: str


def as_party(words: str) -> Party:
    """The party that a user's words name: an ISO-3 or PLOVER code, a country's name, or a person's or body's name.

    A pronoun names nobody: its key is empty, which is no entity's.
    """
    bare = " ".join(words.split())
    countries = load_countries()
    code = bare if CODE.fullmatch(bare) else ""
    country = countries.by_code(code) or countries.by_name(bare[:1].upper() + bare[1:])
    key = "" if is_pronoun(bare) else name_key(bare)
    return Party(country=country.code if country else code or None, key=key)


def entities_of(party: Party) -> SelectBase:
    """Asks for document and id of every entity of the country, or of whoever bears the name somewhere in a report.

    A country is known by its code: who only bears its name (a woman called Chad) is none of it.
    """
    e, m = schema.entity.c, schema.mention.c
    if party.country is not None:
        return select(e.document, e.id).where(e.country == party.country)
    named = select(e.document, e.id).where(e.name_key == party.key)
    return union(named, select(m.document, m.entity).where(m.name_key == party.key))


def is_party(document: ColumnElement[int], entity: ColumnElement[Any], party: Party) -> ColumnElement[bool]:
    """Whether the entity in the document is the party's. Many are a country's: each is looked up for itself."""
    if party.country is None:
        return tuple_(document, entity).in_(entities_of(party))
    e = schema.entity.alias("of_country").c
    return exists().where(e.document == document, e.id == entity, e.country == party.country)
