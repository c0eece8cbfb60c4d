"""Scores the reader on gold files and writes the table of docs/figures.md.

usage: figures.py SHARED [TASK ...]

SHARED is a folder with `gold/` and `scoring/score.py`. Every file is read by `onrecord.Reader` as any user's reports
would be; nothing of the gold answers is seen. Readings are kept in a temporary folder and thrown away.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from onrecord.model import Document, reading_to_json
from onrecord.read.reader import Reader

DOCS = Path(__file__).parents[1] / "docs" / "figures.md"
START, END = "<!-- figures -->", "<!-- /figures -->"
HEADING = "| file | figure | onrecord | beside it |\n| --- | --- | --- | --- |"
GOLD = (
    ("times", "timex_timebank_dev", "TempEval-3 value F1"),
    ("times", "timex_aquaint_dev", "TempEval-3 value F1"),
    ("times", "timex_meantime_dev", "TempEval-3 value F1"),
    ("places", "toponym_gwn_dev", "overlap F1, accuracy within 161 km of all gold"),
    ("places", "toponym_lgl_dev", "overlap F1, accuracy within 161 km of all gold"),
    ("quotes", "polnear_dev", "attribution F1 (cue met, source and content half right)"),
    ("events", "plv_train", "macro F1 of 15 root types, own parties; four fifths of the rows were tuned on"),
    ("events", "plv_train, every fifth row", "macro F1 of 15 root types, own parties; the fifth that was kept apart"),
    ("coref", "coref_gum_dev", "CoNLL F1, exact spans"),
)
SHOWN = {
    "times": ("strict", "relaxed", "value_acc"),
    "places": ("exact", "overlap", "acc161", "median_km"),
    "quotes": ("tokens", "cue", "content", "source", "full"),
    "events": ("parties_found", "accuracy", "events_per_sentence", "per_type"),
    "coref": ("mentions", "muc", "b3", "ceafe"),
}


def main(shared: Path, tasks: list[str]) -> None:
    reader = Reader(today=date.today())
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for task, name, what in GOLD:
            if tasks and task not in tasks:
                continue
            gold = gold_file(shared / "gold", name, Path(folder))
            scores = score(reader, shared, task, gold, Path(folder) / "readings.jsonl")
            headline = scores["headline"]
            print(f"{name:28} {headline}", {k: scores.get(k) for k in SHOWN[task]}, flush=True)
            shown = ", ".join(f"{v:.1f}" for v in (headline if isinstance(headline, list) else [headline]))
            rows.append(f"| {name} | {what} | {shown} | {details(task, scores)} |")
    if not tasks:
        write_table(rows)


def gold_file(gold: Path, name: str, folder: Path) -> Path:
    """The gold file of a name, or a file with every fifth row of it."""
    file, _, part = name.partition(", ")
    if not part:
        return gold / f"{file}.jsonl"
    rows = (gold / f"{file}.jsonl").read_text(encoding="utf-8").split("\n")
    fifth = folder / "fifth.jsonl"
    fifth.write_text("\n".join(rows[::5]) + "\n", encoding="utf-8")
    return fifth


def score(reader: Reader, shared: Path, task: str, gold: Path, out: Path) -> dict[str, object]:
    """The scorer's figures for one gold file."""
    scorer = [sys.executable, str(shared / "scoring" / "score.py")]
    inputs = subprocess.run([*scorer, "inputs", task, str(gold)], check=True, capture_output=True, text=True).stdout
    out.write_text("".join(read_all(reader, inputs)), encoding="utf-8")
    result = subprocess.run(
        [*scorer, task, str(gold), str(out), "--json"], check=True, capture_output=True, text=True
    ).stdout
    return dict(json.loads(result))


def read_all(reader: Reader, inputs: str) -> Iterator[str]:
    """Readings of the input rows, a JSON line each."""
    rows = map(json.loads, filter(None, inputs.split("\n")))
    documents = (Document.from_text(row["text"], id=row["id"], date=row.get("date")) for row in rows)
    for reading in reader.read_many(documents):
        yield reading_to_json(reading) + "\n"


def details(task: str, scores: dict[str, object]) -> str:
    """The scorer's further figures that say most, in a few words."""
    if task == "times":
        return f"strict {scores['strict']['f1']}, relaxed {scores['relaxed']['f1']}, value right {scores['value_acc']}%"
    if task == "places":
        return f"exact F1 {scores['exact'][2]}, median {scores.get('median_km')} km"
    if task == "quotes":
        return (
            "; ".join(f"{k} P {v[0]} R {v[1]}" for k, v in scores.items() if k in ("full",))
            + "; token F1 "
            + ", ".join(f"{k} {v[2]}" for k, v in scores["tokens"].items())
        )
    if task == "events":
        return f"both parties found {scores['parties_found']}%, accuracy {scores['accuracy']}%"
    return f"mention F1 {scores['mentions'][2]}"


def write_table(rows: list[str]) -> None:
    """Puts the table into docs/figures.md between its marks."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], check=True, capture_output=True, text=True).stdout
    head = f"Measured on {date.today()} at commit {commit.strip()}.\n\n{HEADING}"
    text = DOCS.read_text(encoding="utf-8")
    before, after = text.split(START)[0], text.split(END)[1]
    DOCS.write_text(before + START + "\n" + "\n".join([head, *rows]) + "\n" + END + after, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
