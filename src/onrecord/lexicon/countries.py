"""Countries and territories: codes, names, people, capitals and other seats of government."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_entries, packaged

ACRONYM = 5
"""Names of capitals up to this length ("US", "UAE", "U.S.") are not found in other spellings ("us")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory. `code` is PLOVER's (ISO 3166-1 alpha-3, KOS for Kosovo); `short` are headline forms.

    `lat` and `lon` are degrees of its middle; `seats` names what stands for its government: the capital first.
    """

    code: str
    iso3: str
    iso2: str
    name: str
    lat: float
    lon: float
    geonameid: int
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """All countries, found by code, name, demonym or seat of government. Absent is None, never an error."""

    all: tuple[Country, ...]
    codes: Mapping[str, Country]
    names: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    seats: Mapping[str, Country]

    def __iter__(self) -> Iterator[Country]:
        return iter(self.all)

    def by_code(self, code: str) -> Country | None:
        """The country of an ISO alpha-2, alpha-3 or PLOVER code."""
        return self.codes.get(code.upper())

    def by_name(self, name: str) -> Country | None:
        """The country of a name, long or short: "UK", "the United Kingdom", "Britain"."""
        return look_up(self.names, name)

    def by_demonym(self, word: str) -> Country | None:
        """The country of an adjective or of its people: "Kenyan", "Kenyans"."""
        return look_up(self.demonyms, word)

    def by_seat(self, name: str) -> Country | None:
        """The country whose government `name` can stand for: a capital, a palace, a byname."""
        return look_up(self.seats, name)

    def by_capital(self, name: str) -> Country | None:
        """The country whose capital `name` is."""
        country = self.by_seat(name)
        return country if country and country.capital and form(country.capital) == form(name) else None

    def find(self, word: str) -> Country | None:
        """The country of a name or a demonym."""
        return self.by_name(word) or self.by_demonym(word)


def look_up(table: Mapping[str, Country], name: str) -> Country | None:
    """What `table` holds for `name`, which must begin with a capital; an acronym must be written as one."""
    bare = without_article(name)
    if not bare[:1].isupper():
        return None
    return table.get(bare) or table.get(bare.replace("’", "'").casefold())


def without_article(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def form(name: str) -> str:
    """The key of a name: as it is if it is an acronym, else lower-case with plain apostrophes."""
    if len(name) <= ACRONYM and name.isupper():
        return name
    return name.replace("’", "'").casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """What stands for a government beside its capital. `text` is a sentence in which it does."""

    name: str
    country: str
    text: str


@cache
def load_countries() -> Countries:
    """Reads countries.yaml and metonyms.yaml. Raises LexiconError when an entry lacks something or names no country."""
    seats = load_entries(packaged() / "metonyms.yaml", Seat)
    found = tuple(with_seats(c, seats) for c in load_entries(packaged() / "countries.yaml", Country))
    codes = {code: c for c in found for code in (c.iso2, c.iso3, c.code)}
    lost = tuple(f"metonyms.yaml: {s.name}: {s.country} is no country" for s in seats if s.country not in codes)
    if lost:
        raise LexiconError(lost)
    places = [(name, c) for c in found for name in (c.name, *c.names)]
    clipped = [(short, c) for c in found for short in c.short]
    return Countries(
        all=found,
        codes=MappingProxyType(codes),
        names=indexed(places + [(short, c) for short, c in clipped if short.endswith("Korea")]),
        demonyms=indexed([(word, c) for c in found for word in c.demonyms] + clipped),
        seats=indexed([(seat, c) for c in found for seat in c.seats]),
    )


def with_seats(country: Country, seats: tuple[Seat, ...]) -> Country:
    capital = (country.capital,) if country.capital else ()
    others = tuple(seat.name for seat in seats if seat.country == country.code)
    return replace(country, seats=tuple(dict.fromkeys(capital + others)))


def indexed(pairs: list[tuple[str, Country]]) -> Mapping[str, Country]:
    """The first country of each name, under the key of the name; acronyms only under themselves."""
    table: dict[str, Country] = {}
    for name, country in pairs:
        table.setdefault(form(without_article(name)), country)
    return MappingProxyType(table)
