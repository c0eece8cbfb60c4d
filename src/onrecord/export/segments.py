"""Marks that overlap in any way, laid out as a flat run of segments, each with all the marks that lie on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text that stands for something: `kind` says as what, `card` is the name of its side note."""

    start: int
    end: int
    kind: str
    card: str

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text in which no mark begins or ends. `marks`: the longest first; `begins`: those that begin here.

    `last` are the marks whose last segment this is.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]
    last: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """Cuts the text from `start` to `end` at every boundary of a mark: the segments join up to exactly that text.

    A mark that reaches over `start` or `end` counts for what lies between.
    """
    coming = sorted((m for m in marks if m.start < end and start < m.end), key=lambda m: m.start, reverse=True)
    cuts = {start, end, *(m.start for m in coming), *(m.end for m in coming)}
    on: list[Mark] = []
    for left, right in pairwise(sorted(cut for cut in cuts if start <= cut <= end)):
        while coming and coming[-1].start <= left:
            on.append(coming.pop())
        on = sorted((mark for mark in on if left < mark.end), key=lambda m: (-m.length, m.start, m.card))
        yield Segment(
            start=left,
            end=right,
            marks=tuple(on),
            begins=tuple(m for m in on if max(m.start, start) == left),
            last=tuple(m for m in on if min(m.end, end) == right),
        )


def paragraphs(text: str) -> Iterator[Extent]:
    """Every line of the text that holds more than white space."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Extent(start, start + len(line))
        start += len(line) + 1
