"""Countries and territories: codes, names, people, capitals and other seats of government."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from onrecord.errors import LexiconError

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
    """What `table` holds for `name` as it is written, or in other capitals if it begins with one."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if not bare[:1].isupper():
        return None
    return table.get(bare) or table.get(form(bare))


def form(name: str) -> str:
    """The key of a name: as it is if it is an acronym, else lower-case with plain apostrophes."""
    if len(name) <= ACRONYM and name.isupper():
        return name
    return name.replace("’", "'").casefold()


@cache
def load_countries() -> Countries:
    """Reads countries.yaml and metonyms.yaml. Raises LexiconError when an entry lacks something or names no country."""
    seats: dict[str, list[str]] = {}
    for entry in read_yaml("metonyms.yaml"):
        seats.setdefault(entry["country"], []).append(entry["name"])
    found = tuple(as_country(entry, seats.pop(str(entry.get("code")), [])) for entry in read_yaml("countries.yaml"))
    if seats:
        raise LexiconError(tuple(f"metonyms.yaml: {code} is no country of countries.yaml" for code in sorted(seats)))
    names = [(name, c) for c in found for name in (c.name, *c.names)] + [
        (short, c) for c in found for short in c.short if short.startswith(("N.", "S."))
    ]
    return Countries(
        all=found,
        codes=MappingProxyType({code: c for c in found for code in (c.iso2, c.iso3, c.code)}),
        names=indexed(names),
        demonyms=indexed([(word, c) for c in found for word in (*c.demonyms, *c.short)]),
        seats=indexed([(seat, c) for c in found for seat in c.seats]),
    )


def indexed(pairs: list[tuple[str, Country]]) -> Mapping[str, Country]:
    """The first country of each name, under the key of the name; acronyms only under themselves."""
    table: dict[str, Country] = {}
    for name, country in pairs:
        table.setdefault(form(name), country)
    return MappingProxyType(table)


def as_country(entry: dict[str, Any], seats: list[str]) -> Country:
    lists = {key: tuple(entry.get(key, ())) for key in ("names", "demonyms", "short")}
    plain = {key: value for key, value in entry.items() if key not in lists}
    capital = [entry["capital"]] if "capital" in entry else []
    try:
        return Country(**plain, **lists, seats=tuple(dict.fromkeys(capital + seats)))
    except TypeError as error:
        problem = str(error).replace("Country.__init__()", "").strip()
        raise LexiconError((f"countries.yaml: {entry.get('name', entry)}: {problem}",)) from error


def read_yaml(file: str) -> list[dict[str, Any]]:
    text = files("onrecord.lexicon").joinpath("data").joinpath(file).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        entries = yaml.load(text, loader)
    except yaml.YAMLError as error:
        raise LexiconError((f"{file}: {' '.join(str(error).split())}",)) from error
    if not isinstance(entries, list):
        raise LexiconError((f"{file}: a list of entries is wanted",))
    return entries
