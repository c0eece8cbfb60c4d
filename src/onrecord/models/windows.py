"""Cuts a text into windows that the encoder can hold: whole sentences, with words around them for context."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.models.tokens import Word

CORE = 222
"""Pieces that a window decides on."""
AROUND = 16
"""Pieces of context on either side of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words `start` to `end` are read, of which `first` to `last` are decided on; both ends exclusive."""

    start: int
    end: int
    first: int
    last: int


def cut(words: Sequence[Word], begins: Collection[int]) -> list[Window]:
    """Windows whose cores cover all words once, each of whole sentences where a sentence isn't longer than a core.

    `begins` holds the characters at which sentences begin.
    """
    cores: list[tuple[int, int]] = []
    start, used, sentence = 0, 0, 0
    for i, word in enumerate(words):
        if word.start in begins:
            sentence = i
        used += weight(word)
        while used > CORE and i > start:
            end = sentence if sentence > start else i
            cores.append((start, end))
            start, used = end, sum(weight(w) for w in words[end : i + 1])
    if start < len(words):
        cores.append((start, len(words)))
    return [
        Window(start=reach(words, first, -1), end=reach(words, last - 1, 1) + 1, first=first, last=last)
        for first, last in cores
    ]


def weight(word: Word) -> int:
    """How many pieces a word takes up, with the mark of a paragraph's end before it."""
    return len(word.pieces) + word.breaks


def reach(words: Sequence[Word], at: int, step: int) -> int:
    """How far from a word the context goes in one direction."""
    used = 0
    while 0 <= at + step < len(words):
        used += weight(words[at + step])
        if used > AROUND:
            break
        at += step
    return at
