"""Whom a question means: a state with all its bodies and people, or whoever bears a name."""

import re
from dataclasses import dataclass

from sqlalchemy import CompoundSelect, select, union

from onrecord.lexicon.countries import load_countries
from onrecord.record import schema
from onrecord.record.names import name_key

CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """`country` is an ISO-3 or PLOVER code, absent for what is no country; `key` is the name as names are compared."""

    country: str | None
    key: str


def as_party(words: str) -> Party:
    """The party that a user's words name: an ISO-3 or PLOVER code, a country's name, or a person's or body's name."""
    bare = " ".join(words.split())
    countries = load_countries()
    code = bare if CODE.fullmatch(bare) else ""
    country = countries.by_code(code) or countries.by_name(bare[:1].upper() + bare[1:])
    return Party(country=country.code if country else code or None, key=name_key(bare))


def entities_of(party: Party) -> CompoundSelect[int, str]:
    """Document and id of every entity that is the party, is called so somewhere in its report, or belongs to it."""
    e, m = schema.entity.c, schema.mention.c
    named = select(e.document, e.id).where(e.name_key == party.key)
    called = select(m.document, m.entity).where(m.name_key == party.key)
    if party.country is None:
        return union(named, called)
    return union(named, called, select(e.document, e.id).where(e.country == party.country))
