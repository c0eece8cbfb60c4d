"""Rows put together into what goes through the parser at once."""

from collections.abc import Iterable, Iterator

from onrecord.ingest import Placed
from onrecord.ingest.captured import Captured
from onrecord.model import Document

BATCH = 16
"""Reports of a batch, at most."""

CHARACTERS = 100_000
"""Of text in a batch, unless one report alone has more: what bounds a process's memory."""

Batch = tuple[Placed, ...]


def make_batches(rows: Iterable[Placed], size: int = BATCH, characters: int = CHARACTERS) -> Iterator[Batch]:
    """The rows in their order, in batches that hold no more than `size` rows and about `characters` of text."""
    held: list[Placed] = []
    length = 0
    for row in rows:
        more = _length(row)
        if held and (len(held) == size or length + more > characters):
            yield tuple(held)
            held, length = [], 0
        held.append(row)
        length += more
    if held:
        yield tuple(held)


def _length(placed: Placed) -> int:
    match placed.row:
        case Document(text=text):
            return len(text)
        case Captured(body=body):
            return len(body)
        case _:
            return 0
