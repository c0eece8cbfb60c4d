"""Given names that tell a person's gender: Hala Idris is "she", Peter Otieno "he"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_entries, packaged
from onrecord.lexicon.phrases import fold

FILE = "given_names.yaml"
GENDERS = ("m", "f")


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNames:
    """Given names of one gender."""

    id: str
    gender: str
    words: tuple[str, ...]


def gender_of(name: str) -> str | None:
    """The gender that the first of several names tells ("Ana Quispe": f); None of one name or of one not known."""
    words = fold(name).split()
    return given_names().get(words[0]) if len(words) > 1 else None


@cache
def given_names() -> Mapping[str, str]:
    """The gender of each given name. Raises LexiconError when the file that ships is damaged."""
    return read_given_names(packaged() / FILE)


def read_given_names(file: Traversable | Path) -> Mapping[str, str]:
    """Reads a file of given names. Raises LexiconError when a name stands twice, is not folded or of no gender."""
    entries = load_entries(file, GivenNames)
    problems = tuple(f"{file.name}: {problem}" for problem in find_problems(entries))
    if problems:
        raise LexiconError(problems)
    return {word: entry.gender for entry in entries for word in entry.words}


def find_problems(entries: Sequence[GivenNames]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        if entry.gender not in GENDERS:
            yield f"{entry.id}: gender {entry.gender!r} is neither m nor f"
        for word in entry.words:
            if word != fold(word) or " " in word:
                yield f"{entry.id}: {word!r} is not one lower-case word without accents"
            if word in seen:
                yield f"{entry.id}: {word!r} stands twice"
            seen.add(word)
