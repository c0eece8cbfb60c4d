"""Given names that tell a person's gender: Hala Idris is "she", Peter Otieno "he"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.lexicon.load import load_entries, packaged
from onrecord.lexicon.phrases import fold
from onrecord.lexicon.word_lists import refuse, word_problems

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
    refuse(file, (*gender_problems(entries), *word_problems(entries)))
    return {word: entry.gender for entry in entries for word in entry.words}


def gender_problems(entries: Iterable[GivenNames]) -> Iterator[str]:
    """The entries of no known gender."""
    for entry in entries:
        if entry.gender not in GENDERS:
            yield f"{entry.id}: gender {entry.gender!r} is neither m nor f"
