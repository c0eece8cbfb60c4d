"""Leaves out what a teacher says of a pair where that is not the gold, and pairs taken for none that it takes for more.

usage: agreed.py PAIRS.jsonl OUT.jsonl

Of sentences that no teacher has seen its word may be wrong; and of their other pairs nobody has said that nothing
happens there, which counts where the teacher says so too.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pairs import rows_of

from onrecord.models.events import TYPES


def agreed(pairs: list[list]) -> Iterator[list]:
    """The pairs of one sentence (`pairs.py`) that may be learned, with a teacher's logits where these agree."""
    for actor, recipient, type, weight, *taught in pairs:
        agrees = bool(taught) and TYPES[max(range(len(TYPES)), key=taught[0].__getitem__)] == type
        if agrees or type != "none":
            yield [actor, recipient, type, weight, *(taught if agrees else [])]


def main(pairs: str, out: str) -> None:
    rows = (row | {"pairs": [*agreed(row["pairs"])]} for row in rows_of(pairs))
    Path(out).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
