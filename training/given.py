"""How well the weights as they ship type pairs of parties that are given: PLV's rows of a fold kept apart.

usage: given.py PLV.jsonl WEIGHTS_FOLDER [--fold 0]
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from onrecord.model import Extent
from onrecord.models.events import Question
from onrecord.models.load import Models, load_models


def typed(row: dict, models: Models) -> str:
    """The type that the model finds likeliest between the parties of a row."""
    text = row["sentence"]
    pair = (whole(row["source_spans"]), whole(row["target_spans"]))
    question = Question(sentence=Extent(0, len(text)), pairs=(pair,), triggers=())
    [[answer]] = models.look(text, {0}).answer([question])
    return answer.type if answer is not None else "none"


def whole(spans: list[list[int]]) -> Extent | None:
    """From the first letter of a party to its last; None where it isn't named."""
    return Extent(spans[0][0], spans[-1][1]) if spans else None


def main(args: argparse.Namespace) -> None:
    models = load_models(args.weights)
    rows = [json.loads(line) for i, line in enumerate(args.plv.open(encoding="utf-8")) if i % 5 == args.fold]
    pairs = [(row["root"], typed(row, models)) for row in rows]
    gold, said = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    right = Counter(a for a, b in pairs if a == b)
    f1 = {type: 100 * 2 * right[type] / (gold[type] + said[type]) for type in sorted(gold)}
    accuracy = 100 * right.total() / len(pairs)
    print(f"{len(pairs)} rows: macro-F1 {sum(f1.values()) / len(f1):.1f}, accuracy {accuracy:.1f}")
    print({type: round(value, 1) for type, value in f1.items()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plv", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--fold", type=int, default=0)
    main(parser.parse_args())
