"""Lists of single words, each of which may stand once in a file: names that share a spelling, or tell a gender."""

from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

from onrecord.errors import LexiconError
from onrecord.lexicon.phrases import fold


class WordList(Protocol):
    """An entry with words of its own."""

    @property
    def id(self) -> str: ...

    @property
    def words(self) -> tuple[str, ...]: ...


def word_problems(entries: Iterable[WordList]) -> Iterator[str]:
    """What is wrong with the words of entries: one that is not folded or not single, and one that stands twice."""
    seen: set[str] = set()
    for entry in entries:
        for word in entry.words:
            if word != fold(word) or " " in word:
                yield f"{entry.id}: {word!r} is not one lower-case word without accents"
            if word in seen:
                yield f"{entry.id}: {word!r} stands twice"
            seen.add(word)


def refuse(file: Traversable | Path, problems: Iterable[str]) -> None:
    """Raises LexiconError with a line for each problem of a file, if there are any."""
    lines = tuple(f"{file.name}: {problem}" for problem in problems)
    if lines:
        raise LexiconError(lines)
