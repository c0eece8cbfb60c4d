"""A report's text in stretches that a search can show."""

import re
from collections.abc import Iterable, Iterator

from onrecord.model import Extent

SENTENCE = re.compile(r"\S(?:[^\n.!?]|[.!?](?![\"'”’)\]]*\s))*[.!?]*[\"'”’)\]]*")


def find_passages(text: str, sentences: Iterable[Extent]) -> tuple[Extent, ...]:
    """The `sentences` that a reading knows and, between them, the rest of the text cut at stops and line ends.

    A cut too many ("Gen. | Omar") costs nothing but the look of a hit; every visible character is in some passage.
    """
    found: list[Extent] = []
    done = 0
    for sentence in sorted(set(sentences)):
        if sentence.start >= done:
            found += [*_cut(text, done, sentence.start), sentence]
            done = sentence.end
    return (*found, *_cut(text, done, len(text)))


def _cut(text: str, start: int, end: int) -> Iterator[Extent]:
    for match in SENTENCE.finditer(text, start, end):
        yield Extent(match.start(), match.end())
