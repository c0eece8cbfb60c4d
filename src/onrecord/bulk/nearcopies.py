"""Near-copies in a corpus, found in one pass by sketches of runs of four words."""

from dataclasses import replace

from rensa import RMinHash, RMinHashLSH

from onrecord.bulk.corpus import Marks
from onrecord.errors import InputError
from onrecord.ingest import Placed
from onrecord.link.minhash import PERMUTATIONS, make_sketch, words_of
from onrecord.model import Document

ALIKE = 0.85
"""Share of runs of words that two reports have in common, from which the later one is a near-copy."""

RUN = 4
BANDS = 16
MIN_WORDS = 20
"""A shorter text is like another by chance."""


class NearCopy(InputError):
    """Not read, since an earlier report is nearly the same; no failure."""


def mark_copies() -> Marks:
    """Marks a report that is a near-copy of an earlier one which is read. Keeps about two kilobytes for each report."""
    index = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    kept: list[tuple[str, RMinHash]] = []

    def mark(placed: Placed) -> Placed:
        row = placed.opened()
        words = words_of(row.text) if isinstance(row, Document) else []
        if not isinstance(row, Document) or len(words) < MIN_WORDS:
            return replace(placed, row=row)
        sketch = make_sketch(words, RUN)
        for key in sorted(index.query(sketch)):
            first, other = kept[key]
            if sketch.jaccard(other) >= ALIKE:
                return replace(placed, row=NearCopy(placed.where, f"is a near-copy of {first!r}, which is read"))
        index.insert(len(kept), sketch)
        kept.append((row.id, sketch))
        return replace(placed, row=row)

    return mark
