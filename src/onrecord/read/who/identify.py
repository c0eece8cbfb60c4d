"""The country and sectors of an actor that is described in a few words, without a report around it."""

import re
from dataclasses import dataclass

from onrecord.lexicon.countries import Countries, load_countries
from onrecord.lexicon.gazetteer import Gazetteer, load_gazetteer
from onrecord.lexicon.known import Sort, count_countries
from onrecord.lexicon.people import PeopleLexicon, load_people
from onrecord.lexicon.register.dates import is_date
from onrecord.read.who.persons import find_person
from onrecord.read.who.signs import WORD, signs_of
from onrecord.read.who.telling import Sign, tell

PLACED = re.compile(r"\b(?:of|in|from|at|near)\s+(?:the\s+)?((?:[A-Z][\w.'’-]*\s?)+)")
LONGEST = 3
"""Words of the longest place name that is looked for."""

DOMINANT = 5
"""How many times as many people a place must have as its namesakes of other countries to be the one that is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A described actor: ISO-3 country or PLOVER code of what belongs to no state, and PLOVER sectors."""

    country: str | None = None
    sectors: tuple[str, ...] = ()


def identify(mention: str, *, context: str | None = None, date: str | None = None) -> Actor:
    """`identify_actor` by the lexicons that ship. Raises ValueError where the date is none."""
    return identify_actor(mention, load_people(), load_countries(), load_gazetteer(), context=context, date=date)


def identify_actor(
    mention: str,
    lexicon: PeopleLexicon,
    countries: Countries,
    gazetteer: Gazetteer,
    *,
    context: str | None = None,
    date: str | None = None,
) -> Actor:
    """Country and sectors that the words tell; what they don't tell is absent.

    `context` is asked for a country where the mention names none; `date` (ISO: a year, a month or a day; without one,
    the present) decides who was in power and who held an office. Raises ValueError where the date is none.
    """
    day = date[:10] if date else None
    if day is not None and not is_date(day):
        raise ValueError(f"{date!r} is no ISO date such as 2025-03-18")
    around = signs_of(context, lexicon, countries, date=day) if context else ()
    spoken = count_countries(s.known for s in around if s.known is not None)
    signs = signs_of(mention, lexicon, countries, date=day, spoken=spoken)
    told = tell(signs, day)
    stranger = is_persons_name(mention, signs)
    person = find_person(mention, signs, lexicon, country=None if stranger else told.country, date=day)
    if person is not None:
        country = told.country if told.country and not stranger else person.country(day)
        return Actor(country=country, sectors=told.sectors or person.sectors(day))
    if stranger:
        return Actor()
    place = country_of_place(mention, signs, gazetteer, lexicon, countries)
    return Actor(country=told.country or place or tell(around, day).country, sectors=told.sectors)


def is_persons_name(mention: str, signs: tuple[Sign, ...]) -> bool:
    """Whether a country's or a capital's name begins what is plainly a person's: Chad Hurley, Douglas James."""
    first = signs[0].known if signs else None
    return (
        first is not None
        and first.group is None
        and first.sort in (Sort.COUNTRY, Sort.CAPITAL)
        and len(signs) > 1
        and all(s.word for s in signs[1:])
        and all(w[0].isupper() for w in WORD.findall(mention))
    )


def country_of_place(
    mention: str, signs: tuple[Sign, ...], gazetteer: Gazetteer, lexicon: PeopleLexicon, countries: Countries
) -> str | None:
    """The country of a place that stands after "in" or "of", or before a noun: a bank in Ohio, Shanghai police.

    The last of several places is the widest. None where namesakes elsewhere are not much smaller.
    """
    if not any(s.noun is not None for s in signs):
        return None
    for phrase in reversed(PLACED.findall(mention)):
        country = longest_place(phrase.split(), gazetteer)
        if country is not None:
            return country
    for length in range(LONGEST, 0, -1):
        match = re.match(rf"(?:[Tt]he )?((?:[A-Z]\S* ){{{length}}})", mention)
        after = signs_of(mention[match.end() :], lexicon, countries)[:1] if match else ()
        if match and after and after[0].noun is not None:
            country = one_country(match[1].strip(), gazetteer)
            if country is not None:
                return country
    return None


def longest_place(words: list[str], gazetteer: Gazetteer) -> str | None:
    """The country of the longest place name that begins the words."""
    names = (" ".join(words[:length]).rstrip(",.") for length in range(min(LONGEST, len(words)), 0, -1))
    return next((c for name in names if (c := one_country(name, gazetteer)) is not None), None)


def one_country(name: str, gazetteer: Gazetteer) -> str | None:
    """The country of the places of a name, if those of other countries are all much smaller."""
    size: dict[str, int] = {}
    for place in gazetteer.candidates(name):
        if place.country is not None:
            weight = max(place.population, 1)
            size[place.country] = max(size.get(place.country, 0), weight)
    ranked = sorted(size, key=lambda c: -size[c])
    if not ranked or size[ranked[0]] < 1000:
        return None
    return ranked[0] if len(ranked) == 1 or size[ranked[0]] >= DOMINANT * size[ranked[1]] else None
