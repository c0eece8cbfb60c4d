"""Names that are known beforehand: countries, their peoples and capitals, and the register's groups and bodies."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from onrecord.lexicon.countries import Country
from onrecord.lexicon.people import PeopleLexicon
from onrecord.lexicon.phrases import Phrases, fold
from onrecord.lexicon.register.entries import Group, all_names

ACRONYM = 8
"""Names of one word up to this length with a capital inside ("SLA", "LeT") are found in no other spelling ("Let")."""


class Sort(StrEnum):
    """What a known name names."""

    COUNTRY = "country"
    PEOPLE = "people"
    CAPITAL = "capital"
    SHORT = "short"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name as it is written, and what it names: a country by its code, or a group of the register.

    `rivals` are the groups that bear the name where several do; `group` then holds what is true of all of them.
    """

    written: str
    sort: Sort
    country: str | None
    group: Group | None = None
    rivals: tuple[Group, ...] = ()


@lru_cache(maxsize=8)
def index_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Phrases[Known]:
    """All known names as one index; the register comes before countries, countries before peoples and capitals."""
    return Phrases((known.written, known) for known in _all_known(lexicon, countries))


def _all_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Iterator[Known]:
    yield from _all_groups(lexicon.groups)
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


def _all_groups(groups: tuple[Group, ...]) -> Iterator[Known]:
    """Each name of a group once, with all that bear it."""
    bearers: defaultdict[str, dict[str, Group]] = defaultdict(dict)
    written: dict[str, str] = {}
    for group in groups:
        for name in all_names(group):
            bearers[fold(name)].setdefault(group.id, group)
            if fold(name) not in written or not is_acronym(name):
                written[fold(name)] = name
    for key, found in bearers.items():
        rivals = tuple(found.values())
        group = rivals[0] if len(rivals) == 1 else common(rivals)
        several = rivals if len(rivals) > 1 else ()
        yield Known(written=written[key], sort=Sort.GROUP, country=group.country, group=group, rivals=several)


def common(rivals: tuple[Group, ...]) -> Group:
    """What is true of all groups of one name; it has no id, since it is none of them."""
    first = rivals[0]
    countries = {g.country for g in rivals}
    sector = tuple(s for s in first.sector if all(s in g.sector for g in rivals))
    country = first.country if len(countries) == 1 else None
    return Group(id="", name=first.name, country=country, sector=sector, kind=first.kind)


def settle(known: Known, spoken: Mapping[str, int], date: str | None) -> Known:
    """The name as that of one group, where only one existed on the date, or the others are of countries less spoken of.

    `spoken` counts how often each country is spoken of around it. Where nothing decides it stays what is common to all.
    """
    if not known.rivals:
        return known
    alive = tuple(g for g in known.rivals if g.existed(date)) or known.rivals
    most = max((spoken.get(g.country or "", 0) for g in alive), default=0)
    left = tuple(g for g in alive if spoken.get(g.country or "", 0) == most) if most else alive
    group = left[0] if len(left) == 1 else common(left)
    return replace(known, group=group, country=group.country, rivals=())


def count_countries(found: Iterable[Known]) -> Mapping[str, int]:
    """How often each country is spoken of by names that are of one alone."""
    return Counter(known.country for known in found if known.country is not None and not known.rivals)


def written_alike(here: str, written: str) -> bool:
    """Whether a name is written as the register writes it: acronyms to the letter, other names with a capital."""
    return here == written if is_acronym(written) else here[0].isupper() or not written[0].isupper()


def is_acronym(name: str) -> bool:
    """Whether a name is one short word with a capital inside."""
    return len(name) <= ACRONYM and " " not in name and any(c.isupper() for c in name[1:])
