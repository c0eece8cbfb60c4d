"""Puts what sentences tell besides their gold pair, as coded in full, in the place of pairs only taken for none.

usage: beside.py PAIRS.jsonl CODED.jsonl OUT.jsonl

PAIRS.jsonl (of `pairs.py` or `distil.py`) has sentences with one gold pair each, CODED.jsonl (of `reports.py`) the same
sentences coded in full. Where they speak of the same two parties the gold stands. Sentences that nobody coded stay.
"""

import json
import sys
from pathlib import Path

from pairs import meets, rows_of


def together(row: dict, coded: dict) -> dict:
    """A sentence with the pairs of its gold that are not none, and those coded of other parties."""
    gold = [pair for pair in row["pairs"] if pair[2] != "none"]
    others = [pair for pair in coded["pairs"] if not any(is_same(pair, own) for own in gold)]
    return row | {"pairs": [*gold, *others]}


def is_same(pair: list, own: list) -> bool:
    """Whether a pair is that of the gold, whichever way round; one with nobody, if it has the same party."""
    (a, b), (c, d) = pair[:2], own[:2]
    if not (a and b):
        return bool(c) == bool(a) and bool(d) == bool(b) and meets(a or b, c or d)
    return bool(c and d) and ((meets(a, c) and meets(b, d)) or (meets(a, d) and meets(b, c)))


def main(pairs: str, coded: str, out: str) -> None:
    full = {row["id"].rpartition("-")[0]: row for row in rows_of(coded)}
    rows = [together(row, full[row["id"]]) if row["id"] in full else row for row in rows_of(pairs)]
    Path(out).write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
