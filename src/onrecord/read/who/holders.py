"""Persons of a report who are known from the register: who held an office on the report's day.

A name alone proves nothing: the report must also speak of the country, or give the office. No name is put into a text:
an entity takes the register's id, and country and sector where the text tells none.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.lexicon.people import PeopleLexicon
from onrecord.lexicon.register.entries import Held, Person
from onrecord.model import Entity, Form, Kind
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene


def held_by_name(scene: Scene, lexicon: PeopleLexicon, date: str | None) -> Iterator[Claim]:
    """Offices that persons named whole held on the report's day, so that "the Kenyan president" finds its holder."""
    if date is None:
        return
    spoken = countries_of(scene.mentions)
    for mention in scene.mentions:
        if mention.form != Form.NAME or mention.kind != Kind.PERSON:
            continue
        person = one_of(lexicon.persons.named(mention.text), spoken)
        for term in person.terms_on(date) if person is not None else ():
            yield Claim(
                holder=mention, title=term.title, country=term.country, body=None, spans=(), rule="office.register"
            )


def countries_of(mentions: Sequence[Reference]) -> frozenset[str]:
    """The countries that a report speaks of."""
    return frozenset(m.country for m in mentions if m.country is not None)


def one_of(persons: Sequence[Person], spoken: Collection[str]) -> Person | None:
    """The one person who acted for a country that is spoken of."""
    found = [p for p in persons if any(t.country in spoken for t in p.terms)]
    return found[0] if len(found) == 1 else None


def known_to_register(
    entity: Entity,
    members: Sequence[Reference],
    claims: Sequence[Claim],
    spoken: frozenset[str],
    lexicon: PeopleLexicon,
    date: str | None,
) -> Entity:
    """The entity with the register's id for the person, and with the country and sectors that the text leaves out."""
    if entity.kind != Kind.PERSON or entity.register is not None:
        return entity
    person = who_is(entity, members, claims, spoken, lexicon, date)
    if person is None:
        return entity
    country = entity.country or person.country(date)
    sector = entity.sector or (person.sectors(date) if date is not None else ())
    return replace(entity, register=person.id, country=country, sector=sector)


def who_is(
    entity: Entity,
    members: Sequence[Reference],
    claims: Sequence[Claim],
    spoken: frozenset[str],
    lexicon: PeopleLexicon,
    date: str | None,
) -> Person | None:
    """The person whom an entity's whole name, its surname and office, or its office alone tells."""
    names = dict.fromkeys(m.text for m in members if m.form == Form.NAME)
    countries = {entity.country} if entity.country is not None else spoken
    for name in names:
        person = one_of(lexicon.persons.named(name), countries)
        if person is not None:
            return person
    if date is None or "ELI" in entity.sector:
        return None
    if names:
        held = [(office, c.country) for c in claims if not c.former for office in lexicon.offices.get(c.title, ())]
        bearers = [p for name in names for p in lexicon.persons.surnamed(name.split()[-1])]
        return in_office(bearers, held, countries, date)
    for member in members:
        if member.form == Form.NOMINAL and member.definite and not member.plural and member.noun is not None:
            held = [(office, member.country) for office in lexicon.offices.get(member.noun.lemma, ())]
            found = {p for o, c in held if c is not None for p in lexicon.persons.holders(o, c, date)}
            if len(found) == 1 and "elect" not in member.words:
                return found.pop()
    return None


def in_office(
    persons: Sequence[Person], held: Sequence[tuple[Held, str | None]], countries: Collection[str], date: str
) -> Person | None:
    """The one person who held one of the offices on the day, in the office's country or in one of `countries`."""
    for office, country in held:
        where = {country} if country is not None else countries
        found = {p for p in persons if any(t.held == office and t.country in where for t in p.terms_on(date))}
        if len(found) == 1:
            return found.pop()
    return None
