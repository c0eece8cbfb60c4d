"""Pairs of parties of which nobody has said what one does to the other: only teachers answer them (`distil.py`).

usage: further.py POLNEAR.jsonl OUT.jsonl [--most 4000] [--seed 12]

Sentences of articles, in random order, that name two parties; of those for which the rules tell no event one in four.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import spacy
from pairs import HALF, none_pairs, rows_of

from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader

SHORTEST, LONGEST = 10, 59
"""Words of a sentence."""
QUIET = 0.25
"""Share of the sentences without an event that are taken."""
MOST = 4
"""Pairs of a sentence."""
TOGETHER = 200


def sentences(path: str, chance: random.Random) -> list[Document]:
    """The sentences of all articles in random order."""
    split = spacy.blank("en")
    split.add_pipe("sentencizer")
    found = [
        Document.from_text(s.text.strip(), id=f"{row['id']}-far{i}")
        for row in rows_of(path)
        for i, s in enumerate(split(row["text"]).sents)
        if SHORTEST <= len(s) <= LONGEST
    ]
    chance.shuffle(found)
    return found


def rows(documents: list[Document], chance: random.Random) -> Iterator[dict]:
    """A row for each sentence with pairs."""
    reader = Reader(kind=ReaderKind.RULES)
    for low in range(0, len(documents), TOGETHER):
        some = documents[low : low + TOGETHER]
        with reader.forgetting():
            for document, reading in zip(some, reader.read_many(some), strict=True):
                pairs = none_pairs(replace(reading, events=()), (0, len(document.text)), [])
                if pairs and (reading.events or chance.random() < QUIET):
                    some_pairs = [[a, b, None, HALF] for a, b, *_ in chance.sample(pairs, min(MOST, len(pairs)))]
                    yield {"id": document.id, "text": document.text, "fold": None, "pairs": some_pairs}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=12)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with given.out.open("w", encoding="utf-8") as lines:
        for found in islice(rows(sentences(given.articles, chance), chance), given.most):
            lines.write(json.dumps(found, ensure_ascii=False) + "\n")
