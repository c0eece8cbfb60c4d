"""Words beside a name that show whether it is a place's name."""

from dataclasses import dataclass, fields
from functools import cache

from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_entries, packaged

FILE = "place_words.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """One list of place_words.yaml."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The lists of place_words.yaml, which says of each what it is for. All lower case."""

    placing: frozenset[str]
    weakly_placing: frozenset[str]
    sides: frozenset[str]
    kinds: frozenset[str]
    followers: frozenset[str]
    seats: frozenset[str]
    tails: frozenset[str]
    part_of_names: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Reads place_words.yaml. Raises LexiconError when a list is missing, unknown, or not in lower case."""
    lists = {entry.id: frozenset(entry.words) for entry in load_entries(packaged() / FILE, WordList)}
    wanted = {field.name for field in fields(PlaceWords)}
    problems = [f"{FILE}: {name}: {'unknown' if name in lists else 'missing'} list" for name in wanted ^ lists.keys()]
    problems += [f"{FILE}: {k}: {w!r} is not lower-case" for k, v in lists.items() for w in v if w != w.lower()]
    if problems:
        raise LexiconError(tuple(sorted(problems)))
    return PlaceWords(**lists)
