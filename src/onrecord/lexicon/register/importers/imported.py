"""What an import gives: entries of the register, and each row that is refused, with its line and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.phrases import fold
from onrecord.lexicon.register.entries import STATELESS, Group
from onrecord.lexicon.register.persons import slug
from onrecord.lexicon.register.table import PersonRow


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that can't be taken. `line` counts from 1; of JSON it is the number of the row."""

    line: int
    reason: str


Entry = Group | PersonRow | Refused
Taken = tuple[int, Entry]
"""A line's number and what was made of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The entries of a file, in its order, and what was refused."""

    groups: tuple[Group, ...]
    persons: tuple[PersonRow, ...]
    refused: tuple[Refused, ...]


def gather(taken: Iterable[Taken]) -> Imported:
    """All that was taken; a second group of one id is refused."""
    groups: dict[str, Group] = {}
    persons: list[PersonRow] = []
    refused: list[Refused] = []
    for line, entry in taken:
        if isinstance(entry, Refused):
            refused.append(entry)
        elif isinstance(entry, PersonRow):
            persons.append(entry)
        elif entry.id in groups:
            refused.append(Refused(line, f"the id {entry.id} stands above already"))
        else:
            groups[entry.id] = entry
    return Imported(groups=tuple(groups.values()), persons=tuple(persons), refused=tuple(refused))


def code_of(country: str) -> str:
    """PLOVER's code of a country given by code or name. Raises ValueError where there is none of it."""
    if not country or country in STATELESS:
        return country
    found = load_countries().by_code(country) or load_countries().by_name(country)
    if found is None:
        raise ValueError(f"country {country!r} is neither a code nor a name of a country")
    return found.code


def make_id(name: str, country: str) -> str:
    """An id for a group that has none."""
    return "-".join(filter(None, (slug(name), country.lower())))


def different(names: Iterable[str], from_: str) -> Iterator[str]:
    """The names that are not the main one in other letters, each once."""
    seen = {fold(from_)}
    for name in names:
        if name and fold(name) not in seen:
            seen.add(fold(name))
            yield name
