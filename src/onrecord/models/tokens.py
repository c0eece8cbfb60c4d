"""Words of a text and their word pieces, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W_]+|[^\s\w]|_")
"""A run of letters and digits, or one sign: the words on which the models were trained."""
LONGEST = 100
"""Characters beyond which a word is not looked up but unknown."""
PAD, UNKNOWN, FIRST, LAST = "[PAD]", "[UNK]", "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word: characters `start` to `end` of the text, and the numbers of its pieces (at least one).

    `breaks`: a paragraph ends between the word before and this one.
    """

    start: int
    end: int
    pieces: tuple[int, ...]
    breaks: bool = False


class Vocabulary:
    """Splits words into the pieces of a WordPiece vocabulary (uncased, accents dropped)."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(pieces)}
        self.pad, self.unknown = self.numbers[PAD], self.numbers[UNKNOWN]
        self.first, self.last = self.numbers[FIRST], self.numbers[LAST]
        self.split = lru_cache(maxsize=1 << 14)(self._split)

    def words(self, text: str, start: int = 0, stop: int | None = None) -> list[Word]:
        """The words of a text in order, or of its characters `start` to `stop`; no text, no words."""
        found: list[Word] = []
        end = start
        for match in WORD.finditer(text, start, len(text) if stop is None else stop):
            breaks = bool(found) and "\n" in text[end : match.start()]
            found.append(Word(start=match.start(), end=match.end(), pieces=self.split(match.group()), breaks=breaks))
            end = match.end()
        return found

    def _split(self, word: str) -> tuple[int, ...]:
        """The longest pieces from the left, or the one number for what is unknown."""
        plain = bare(word)
        if not plain or len(plain) > LONGEST:
            return (self.unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(plain):
            number, end = self._longest(plain, start)
            if number is None:
                return (self.unknown,)
            pieces.append(number)
            start = end
        return tuple(pieces)

    def _longest(self, plain: str, start: int) -> tuple[int | None, int]:
        prefix = "##" if start else ""
        for end in range(len(plain), start, -1):
            number = self.numbers.get(prefix + plain[start:end])
            if number is not None:
                return number, end
        return None, start


def bare(word: str) -> str:
    """A word in lower case without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
