"""Makes training pairs of reports that were coded in full: who does what to whom in a sentence, and who does nothing.

usage: reports.py LABELS.jsonl ... OUT.jsonl --texts GOLD.jsonl ...

A row of LABELS (of `reports/`) has no text but its `id`, the beginning of the text's SHA-256, where sentences stand,
and the tellings of events, all by characters of the text that one of the GOLD files has under that id.

Parties are the words of the labels, and once more the mentions of the reader that fit them best. A deed of which only
one side is told is a pair with nobody on the other; who does nothing in a sentence, or to whom nothing is done, makes
such a pair that is none.
"""

import argparse
import itertools
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pairs import MUTUAL, alone_pairs, nearest, none_pairs, own_pairs, root

from onrecord.evaluate.gold import load_gold, with_texts
from onrecord.evaluate.scoring import Row
from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader

MOST = 3
"""Parties of one side of a deed that make pairs."""


def of_sentence(reading, at: list[int], tellings: list[dict]) -> list:
    """The pairs of a sentence, in characters of the report."""
    pairs, between = [], []
    for t in tellings:
        actor, recipient, type = t["actor"][:MOST], t["recipient"][:MOST], root(t["type"][0])
        if len(actor) > 1 and not recipient and type in MUTUAL:
            actor, recipient = actor[:1], actor[1:]
        for a, b in itertools.product(actor, recipient):
            between.append(([a], [b]))
            pairs += own_pairs(reading, [a], [b], type, MUTUAL)
        weight = 0.3 if actor and recipient else 1.0
        pairs += [[nearest(reading, [a]) or [a], [], type, weight] for a in actor]
        pairs += [[[], nearest(reading, [b]) or [b], type, weight] for b in recipient]
    pairs += [[a, b, "none", 1.0] for a, b, *_ in none_pairs(reading, tuple(at), between)]
    pairs += alone_pairs(reading, tuple(at), [(t["actor"], t["recipient"], root(t["type"][0])) for t in tellings])
    return pairs if tellings else [*pairs, [[], [], "none", 1.0]]


def of_reports(reader: Reader, rows: list[Row]) -> Iterator[dict]:
    for row in rows:
        text = row["text"]
        reading = replace(reader.read(Document.from_text(text, id=row["id"])), events=())
        for n, (low, high) in enumerate(row["sentences"]):
            tellings = [t for t in row["events"] if low <= t["told"][0][0] < high]
            pairs = of_sentence(reading, [low, high], tellings)
            if pairs:
                here = [[*(moved(side, low) for side in p[:2]), *p[2:]] for p in pairs]
                yield {"id": f"{row['id']}-{n}", "text": text[low:high], "fold": None, "pairs": here}


def moved(spans: list[list[int]], by: int) -> list[list[int]]:
    """Spans of a report as those of a sentence that begins there."""
    return [[s - by, e - by] for s, e in spans]


def main(args: argparse.Namespace) -> None:
    rows = with_texts([row for path in args.labels for row in load_gold(path)], args.texts)
    with args.out.open("w", encoding="utf-8") as f:
        for row in of_reports(Reader(kind=ReaderKind.RULES), rows):
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    main(parser.parse_args())
