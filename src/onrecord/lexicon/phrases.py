"""Finding many known phrases in a text at once, whatever the text's tokens are."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
WORD = re.compile(r"\w+")


def _plain(char: str) -> str:
    """The letter under an accent, in lower case, where that is one character; else the character itself."""
    lower = unicodedata.normalize("NFD", char)[0].lower()
    return lower if len(lower) == 1 and lower.isalnum() else char


FOLDED = {ord(c): _plain(c) for c in map(chr, range(0x41, 0x250)) if c.isalpha()} | {
    0x2018: "'",
    0x2019: "'",
    0x2010: "-",
    0x2011: "-",
    0x0A: " ",
    0x0D: " ",
    0x09: " ",
    0xA0: " ",
}


def fold(text: str) -> str:
    """The text without capitals and accents, as long, character for character, as it was."""
    return text.translate(FOLDED)


def always(start: int, end: int, value: object) -> bool:
    """Whatever is found fits."""
    return True


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase at `start` to `end` of a text, and what stands for it in the index."""

    start: int
    end: int
    value: T


class Phrases(Generic[T]):
    """An index of phrases. A later value for a phrase gives way to an earlier one."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_phrase: dict[str, T] = {}
        for phrase, value in entries:
            self._by_phrase.setdefault(fold(phrase), value)
        by_word: dict[str, list[str]] = defaultdict(list)
        for phrase in self._by_phrase:
            first = WORD.search(phrase)
            if first is not None and first.start() == 0:
                by_word[first[0]].append(phrase)
        self._by_word = {w: sorted(ps, key=len, reverse=True) for w, ps in by_word.items()}

    def __len__(self) -> int:
        return len(self._by_phrase)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_phrase)

    def get(self, phrase: str) -> T | None:
        """What stands for the phrase."""
        return self._by_phrase.get(fold(phrase))

    def find(self, folded: str, fits: Callable[[int, int, T], bool] = always) -> Iterator[Found[T]]:
        """The longest phrase at each word of a folded text that `fits` (start, end, value), none within another."""
        end = 0
        for word in WORD.finditer(folded):
            if word.start() < end:
                continue
            for phrase in self._by_word.get(word[0], ()):
                stop = word.start() + len(phrase)
                if not folded.startswith(phrase, word.start()) or folded[stop : stop + 1].isalnum():
                    continue
                value = self._by_phrase[phrase]
                if fits(word.start(), stop, value):
                    yield Found(word.start(), stop, value)
                    end = stop
                    break
