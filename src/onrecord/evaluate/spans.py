"""Stretches of text held against each other: which meet, and which belong together one to one."""

import re
from collections.abc import Iterable, Sequence, Set

from onrecord.model import Extent, Mention

TOKEN = re.compile(r"\w+|[^\w\s]")


def extents(pairs: Iterable[Sequence[int]]) -> tuple[Extent, ...]:
    """The extents of gold spans, `[start, end]` each; empty ones are left out."""
    return tuple(Extent(start, end) for start, end in pairs if start < end)


def covered(starts: Sequence[tuple[int, int]], spans: Iterable[Extent]) -> frozenset[int]:
    """Numbers of the tokens (`tokens_of`) that lie in the spans."""
    return frozenset(i for e in spans for i, (start, end) in enumerate(starts) if e.start <= start and end <= e.end)


def tokens_of(text: str) -> list[tuple[int, int]]:
    """Where the words and marks of a text stand."""
    return [(m.start(), m.end()) for m in TOKEN.finditer(text)]


def jaccard(a: Set[int], b: Set[int]) -> float:
    """The share of what either has that both have; 0 of nothing."""
    return len(a & b) / len(a | b) if a | b else 0.0


def meets(spans: Iterable[Extent], mentions: Sequence[Mention]) -> bool:
    """Whether a mention shares a character with a span."""
    return any(m.start < e.end and e.start < m.end for e in spans for m in mentions)


def shared(a: Extent, b: Extent) -> int:
    """How many characters two extents share; negative where they lie apart."""
    return min(a.end, b.end) - max(a.start, b.start)


def align(gold: Sequence[Extent], found: Sequence[Extent]) -> dict[int, int]:
    """Gold numbers to numbers of what was found, one to one: equal extents first, then by the size of the overlap.

    As the scorer of TempEval-3 does (UzZaman et al. 2013).
    """
    where: dict[Extent, int] = {}
    for j, extent in enumerate(found):
        where.setdefault(extent, j)
    pairs: dict[int, int] = {}
    for i, extent in enumerate(gold):
        at = where.get(extent)
        if at is not None and at not in pairs.values():
            pairs[i] = at
    overlaps = sorted(
        (-shared(g, f), i, j)
        for i, g in enumerate(gold)
        if i not in pairs
        for j, f in enumerate(found)
        if shared(g, f) > 0
    )
    for _, i, j in overlaps:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs
