"""Near-copies in a corpus, found in one pass by MinHash (Broder 1997) over runs of words."""

import re
from dataclasses import replace

from rensa import RMinHash, RMinHashLSH

from onrecord.bulk.corpus import Marks
from onrecord.errors import InputError
from onrecord.ingest import Placed
from onrecord.model import Document

ALIKE = 0.85
"""Share of runs of words that two reports have in common, from which the later one is a near-copy."""

RUN = 4
HASHES = 128
BANDS = 16
SEED = 7
MIN_WORDS = 20
"""A shorter text is like another by chance."""

WORD = re.compile(r"\w+")


class NearCopy(InputError):
    """Not read, since an earlier report is nearly the same; no failure."""


def mark_copies() -> Marks:
    """Marks a report that is a near-copy of an earlier one which is read. Keeps about two kilobytes for each report."""
    index = RMinHashLSH(threshold=ALIKE, num_perm=HASHES, num_bands=BANDS)
    kept: list[tuple[str, RMinHash]] = []

    def mark(placed: Placed) -> Placed:
        row = placed.opened()
        words = WORD.findall(row.text.casefold()) if isinstance(row, Document) else []
        if not isinstance(row, Document) or len(words) < MIN_WORDS:
            return replace(placed, row=row)
        sketch = RMinHash(num_perm=HASHES, seed=SEED)
        sketch.update([" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)])
        for key in sorted(index.query(sketch)):
            first, other = kept[key]
            if sketch.jaccard(other) >= ALIKE:
                return replace(placed, row=NearCopy(placed.where, f"is a near-copy of {first!r}, which is read"))
        index.insert(len(kept), sketch)
        kept.append((row.id, sketch))
        return replace(placed, row=row)

    return mark
