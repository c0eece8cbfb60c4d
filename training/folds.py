"""What five models say of the rows of PLV that each was kept from: macro-F1 of the 15 roots with the parties given.

usage: folds.py PLV.jsonl BASE_FOLDER FOLD_0.pt FOLD_1.pt FOLD_2.pt FOLD_3.pt FOLD_4.pt

PLV.jsonl is that of `pairs.py`: of a row only the gold pair counts (weight 1). Prints a line a fold, then all rows
together with a 95% interval by 1000 draws of rows.
"""

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from events import TYPES, batch_of, begin, encode, logits_of

from onrecord.models.tokens import Vocabulary

Answer = tuple[int, int]
"""The number of a row's gold type, and of the one that was answered."""


def answers_of(rows: Sequence[dict], base: Path, weights: Path) -> list[Answer]:
    """What the model of some weights answers on the gold pairs of rows; none is not among what it may say."""
    vocabulary = Vocabulary((base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    table, model = begin(base, None, weights)
    model.eval()
    found = []
    with torch.no_grad():
        for row in rows:
            batch = batch_of([encode(row, vocabulary)], vocabulary, 99)
            chances = logits_of(model, table, batch, False)
            for chance, type, weight in zip(chances, batch["types"].tolist(), batch["weight"].tolist(), strict=True):
                if type > 0 and weight == 1:
                    found.append((type, int(chance[1:].argmax()) + 1))
    return found


def macro(answers: Sequence[Answer]) -> float:
    """The mean F1 of the types that occur, in percent."""
    told = [
        (sum(t == g == n for t, g in answers), sum(g == n for _, g in answers), sum(t == n for t, _ in answers))
        for n in range(1, len(TYPES))
    ]
    scores = [200 * hits / (answered + gold) for hits, answered, gold in told if gold]
    return sum(scores) / len(scores)


def line_of(name: str, answers: Sequence[Answer]) -> str:
    right = 100 * sum(t == g for t, g in answers) / len(answers)
    return f"{name}: {len(answers)} rows, macro-F1 {macro(answers):.1f}, accuracy {right:.1f}"


def main(plv: Path, base: Path, *weights: Path) -> None:
    rows = [json.loads(line) for line in plv.open(encoding="utf-8")]
    answers: list[Answer] = []
    for fold, path in enumerate(weights):
        own = answers_of([r for r in rows if r["fold"] == fold], base, path)
        print(line_of(f"fold {fold}", own), flush=True)
        answers += own
    draw = random.Random(0)
    drawn = sorted(macro(draw.choices(answers, k=len(answers))) for _ in range(1000))
    print(f"{line_of('all', answers)}; 95%: {drawn[25]:.1f} to {drawn[974]:.1f}")


if __name__ == "__main__":
    if len(sys.argv) != 8:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
