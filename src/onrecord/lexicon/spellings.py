"""Names in one spelling each: Muhammad and Mohamed are one name, so that two spellings of a report find each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.load import load_entries, packaged
from onrecord.lexicon.phrases import fold

FILE = "spellings.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """The ways in which one name is spelt; the first stands for all."""

    id: str
    words: tuple[str, ...]


def in_one_spelling(name: str) -> tuple[str, ...]:
    """The words of a name, folded, each in the spelling that stands for its others; "el-Bashir" as "al-bashir"."""
    known = spellings()
    return tuple(one_article(known.get(word, word)) for word in fold(name).split())


def one_article(word: str) -> str:
    """The Arabic article has one spelling too, and what it stands before."""
    article, dash, rest = word.partition("-")
    return f"al-{spellings().get(rest, rest)}" if dash and article in ("al", "el") and rest else word


@cache
def spellings() -> Mapping[str, str]:
    """The spelling that stands for each other one. Raises LexiconError when the file that ships is damaged."""
    return read_spellings(packaged() / FILE)


def read_spellings(file: Traversable | Path) -> Mapping[str, str]:
    """Reads a file of spellings. Raises LexiconError when a word stands twice or is not folded."""
    entries = load_entries(file, Spellings)
    problems = tuple(f"{file.name}: {problem}" for problem in find_problems(entries))
    if problems:
        raise LexiconError(problems)
    return {word: entry.words[0] for entry in entries for word in entry.words}


def find_problems(entries: Sequence[Spellings]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        for word in entry.words:
            if word != fold(word) or " " in word:
                yield f"{entry.id}: {word!r} is not one lower-case word without accents"
            if word in seen:
                yield f"{entry.id}: {word!r} stands twice"
            seen.add(word)
