"""Makes texts with attributions from our own sentences, in the form of PolNeAR's: the outermost layer only.

usage: own.py SENTENCES.jsonl ... OUT.jsonl
"""

import json
import random
import sys
from pathlib import Path

from pairs import is_apart, place, rows_of

TOGETHER = 6
"""Sentences of one text."""


def main(*paths: str) -> None:
    rows = [r for path in paths[:-1] for r in rows_of(path) if not is_apart(r["id"])]
    random.Random(1).shuffle(rows)
    texts = [rows[i : i + TOGETHER] for i in range(0, len(rows), TOGETHER)]
    lines = (json.dumps(text_of(f"own-{i}", own), ensure_ascii=False) for i, own in enumerate(texts))
    Path(paths[-1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


def text_of(id: str, rows: list[dict]) -> dict:
    """Some sentences as one text, each a paragraph."""
    text, told = "", []
    for row in rows:
        low = len(text)
        told += [shifted(row["text"], a, low) for a in row["attributions"] if a["within"] is None]
        text += row["text"] + "\n"
    return {"id": id, "text": text, "attributions": told}


def shifted(text: str, attribution: dict, by: int) -> dict:
    """An attribution's parts as places in a longer text."""

    def places(words: list) -> list[list[int]]:
        return [[by + s, by + e] for w in words for s, e in place(text, w)]

    return {
        "source": places([attribution["source"]]),
        "cue": places(attribution["cue"]),
        "content": places(attribution["content"]),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
