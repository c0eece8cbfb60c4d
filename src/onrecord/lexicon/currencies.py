"""Currencies by their signs and names: what a sum of money is a sum of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_entries, packaged

FILE = "currencies.yaml"
SHARED = "peso dinar rupee franc shilling riyal rial dirham krona krone real kwacha crown".split()
"""Names that several currencies bear: a sum is in one of them, and it takes another word to know in which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """A currency by its ISO 4217 code, with the signs before an amount and the names, in small letters, behind it."""

    id: str
    signs: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Currencies:
    """`signs` and `names` lead to ISO 4217 codes; `nouns` are the last words of all names, shared ones too."""

    signs: Mapping[str, str]
    names: Mapping[str, str]
    nouns: frozenset[str]


@cache
def currencies() -> Currencies:
    """The currencies that ship. Raises LexiconError when their file is damaged."""
    return read_currencies(packaged() / FILE)


def read_currencies(file: Traversable | Path) -> Currencies:
    """Reads a file of currencies. Raises LexiconError when a sign or name stands for two."""
    entries = load_entries(file, Currency)
    problems = tuple(f"{file.name}: {problem}" for problem in find_problems(entries))
    if problems:
        raise LexiconError(problems)
    names = {name: entry.id for entry in entries for name in entry.names}
    return Currencies(
        signs=MappingProxyType({sign: entry.id for entry in entries for sign in entry.signs}),
        names=MappingProxyType(names),
        nouns=frozenset(name.split()[-1] for name in names) - {"sterling", "sol", "leu", "som"} | {*SHARED},
    )


def find_problems(entries: Sequence[Currency]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        for word in (*entry.signs, *entry.names):
            if word in seen:
                yield f"{entry.id}: {word!r} stands twice"
            seen.add(word)
        yield from (f"{entry.id}: {name!r} is not in small letters" for name in entry.names if name != name.lower())
