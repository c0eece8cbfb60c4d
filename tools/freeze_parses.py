"""Parses every example sentence of the lexicons and keeps the parses in tests/parses.jsonl (`make parses`)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from frozen import FILE, freeze
from onrecord.lexicon.check import example_sentences
from onrecord.model import Document
from onrecord.read.parse import PIPELINE, parse_many
from onrecord.read.pipeline import load_pipeline


def main() -> None:
    nlp = load_pipeline(PIPELINE)
    documents = (Document.from_text(text) for text in sorted(set(example_sentences())))
    lines = [freeze(parsed.doc) for parsed in parse_many(nlp, documents)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} parses in {FILE}")


if __name__ == "__main__":
    main()
