"""Names in one spelling each: Muhammad and Mohamed are one name, so that two spellings of a report find each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.lexicon.load import load_entries, packaged
from onrecord.lexicon.phrases import fold
from onrecord.lexicon.word_lists import refuse, word_problems

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
    refuse(file, word_problems(entries))
    return {word: entry.words[0] for entry in entries for word in entry.words}
