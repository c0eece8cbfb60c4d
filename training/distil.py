"""What a smaller model learns from larger ones: its vectors from the model it was cut out of, and soft answers.

usage: distil.py PAIRS.jsonl BASE_FOLDER OUT.jsonl --teacher E.pt ... [--more KBP37.jsonl N]

Writes the pairs with what the teachers' mean (event models of `events.py`) says of each: sixteen logits. Of KBP37,
N further sentences come with them, whose answers are the teachers' alone.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import torch
from bert import Encoder, load
from events import Events, batch_of, encode, logits_of
from shared import TYPES, Shared
from torch import Tensor
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

SOFT = 2.0
"""By what the logits of teacher and student are divided: it shows which types the teacher takes for near."""
FREE = 0.5
"""Weight of a pair that only the teachers have answered."""


def closeness(model: Shared, teacher: Shared, x: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """How far the vectors of a batch are from the teacher's, as a share of their own size, and so for the tags."""
    held = batch["mask"] > 0
    with torch.no_grad():
        wanted = teacher.read(batch["ids"], batch["mask"])[held]
        tags = teacher.tags(wanted).softmax(-1)
    return F.mse_loss(x[held], wanted) / wanted.square().mean() + F.cross_entropy(model.tags(x[held]), tags)


def softly(logits: Tensor, wanted: Tensor) -> Tensor:
    """The loss of each pair against a teacher's logits (Hinton, Vinyals and Dean 2015)."""
    return SOFT**2 * F.cross_entropy(logits / SOFT, (wanted / SOFT).softmax(-1), reduction="none")


def further(path: Path, most: int) -> Iterator[dict]:
    """Sentences with two parties of which nobody has said what the one does to the other."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    for r in random.Random(2).sample(rows, most):
        a, b = ([[r[k]["start"], r[k]["end"]]] for k in ("head", "tail"))
        pairs = [[a, b, None, FREE], [b, a, None, FREE]]
        yield {"id": f"{r['id']}-free", "text": r["text"], "fold": None, "pairs": pairs}


@torch.no_grad()
def main(args: argparse.Namespace) -> None:
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    teacher = Events(Encoder()).eval()
    teacher.load_state_dict(averaged([torch.load(path, weights_only=False)["model"] for path in args.teacher]))
    table, _ = load(args.base)
    rows = [json.loads(line) for line in args.pairs.open(encoding="utf-8")]
    rows += further(Path(args.more[0]), int(args.more[1])) if args.more else []
    with args.out.open("w", encoding="utf-8") as f:
        for row in rows:
            logits = said(teacher, table, row, vocabulary) if row["pairs"] else []
            told = [[*p, [round(v, 2) for v in own]] for p, own in zip(row["pairs"], logits, strict=True)]
            f.write(json.dumps(row | {"pairs": told}, ensure_ascii=False) + "\n")


def averaged(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of several models."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def said(teacher: Events, table: Tensor, row: dict, vocabulary: Vocabulary) -> list[list[float]]:
    """The logits of every pair of a row, in its order."""
    asked = [[actor, recipient, TYPES[1], 1.0] for actor, recipient, *_ in row["pairs"]]
    return logits_of(teacher, table, batch_of([encode(row | {"pairs": asked}, vocabulary)], vocabulary), False).tolist()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, nargs="+", required=True)
    parser.add_argument("--more", nargs=2)
    main(parser.parse_args())
