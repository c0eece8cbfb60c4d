"""Names that are known beforehand: countries, their peoples and capitals, and the register's groups and bodies."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onrecord.lexicon.countries import Country
from onrecord.lexicon.people import PeopleLexicon
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.register.entries import Group, all_names


class Sort(StrEnum):
    """What a known name names."""

    COUNTRY = "country"
    PEOPLE = "people"
    CAPITAL = "capital"
    SHORT = "short"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name as it is written, and what it names: a country by its code, or a group of the register."""

    written: str
    sort: Sort
    country: str | None
    group: Group | None = None


@lru_cache(maxsize=8)
def index_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Phrases[Known]:
    """All known names as one index; the register comes before countries, countries before peoples and capitals."""
    return Phrases((known.written, known) for known in _all_known(lexicon, countries))


def _all_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Iterator[Known]:
    for group in lexicon.groups:
        for name in all_names(group):
            yield Known(written=name, sort=Sort.GROUP, country=group.country, group=group)
    for country in countries:
        for name in (country.name, *country.names):
            yield Known(written=name, sort=Sort.COUNTRY, country=country.code)
    for country in countries:
        for name in country.demonyms:
            yield Known(written=name, sort=Sort.PEOPLE, country=country.code)
    for country in countries:
        for name in country.seats:
            yield Known(written=name, sort=Sort.CAPITAL, country=country.code)
    for country in countries:
        for name in country.short:
            yield Known(written=name, sort=Sort.SHORT, country=country.code)


def written_alike(here: str, written: str) -> bool:
    """Whether a name is written as the register writes it: acronyms in capitals, other names with a capital."""
    if written.isupper() and len(written) <= 8:
        return here == written
    return here[0].isupper() or not written[0].isupper()
