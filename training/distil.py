"""What a smaller model learns from larger ones: its vectors from the model it was cut out of, and soft answers.

usage: distil.py PAIRS.jsonl BASE_FOLDER OUT.jsonl [--teacher E.pt ...] [--larger MPNET_FOLDER M.pt ...]
                 [--more KBP37.jsonl N]

Writes the pairs with what the teachers (event models of `events.py`) say of each: sixteen logits, the weighted mean of
those of the small teachers (whose weights are averaged) and of the larger ones (the same), or those of the one kind. A
pair with nobody on one side keeps its label alone. Of KBP37, N further sentences come with them, whose answers are the
teachers' alone.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import bert
import mpnet
import torch
from events import Events, batch_of, encode, logits_of
from shared import TYPES, Shared
from torch import Tensor
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

SOFT = 2.0
"""By what the logits of teacher and student are divided: it shows which types the teacher takes for near."""
FREE = 0.5
"""Weight of a pair that only the teachers have answered."""
TOGETHER = 8
"""Sentences, of alike length, that the teachers read at a time."""
LARGER = 0.7
"""What the larger teacher's word weighs beside the small one's."""
Teacher = tuple[Events, Tensor]


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
    teachers = [teacher_of(*bert.load(args.base), args.teacher)] if args.teacher else []
    if args.larger:
        folder, *weights = args.larger
        teachers.append(teacher_of(*mpnet.load(folder), weights))
    rows = [json.loads(line) for line in args.pairs.open(encoding="utf-8")]
    rows += further(Path(args.more[0]), int(args.more[1])) if args.more else []
    asked = sorted((r for r in rows if r["pairs"]), key=lambda r: len(r["text"]))
    with args.out.open("w", encoding="utf-8") as f:
        for low in range(0, len(asked), TOGETHER):
            some = asked[low : low + TOGETHER]
            for row, logits in zip(some, said(teachers, some, vocabulary), strict=True):
                told = [
                    [*p, [round(v, 2) for v in own]] if bool(p[0]) == bool(p[1]) else p
                    for p, own in zip(row["pairs"], logits, strict=True)
                ]
                f.write(json.dumps(row | {"pairs": told}, ensure_ascii=False) + "\n")


def teacher_of(table: Tensor, encoder: bert.Encoder | mpnet.Encoder, weights: list[Path]) -> Teacher:
    """An event model with the mean of some weights, and its word embeddings."""
    state = averaged([torch.load(path, weights_only=False)["model"] for path in weights])
    if isinstance(encoder, bert.Encoder):
        encoder = bert.Encoder.of(state)
    model = Events(encoder).eval()
    model.load_state_dict(state)
    return model, table


def averaged(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights of several models."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def said(teachers: list[Teacher], rows: list[dict], vocabulary: Vocabulary) -> Iterator[list[list[float]]]:
    """Of each row the logits of every pair, in its order."""
    asked = [row | {"pairs": [[a, b, TYPES[1], 1.0] for a, b, *_ in row["pairs"]]} for row in rows]
    batch = batch_of([encode(row, vocabulary) for row in asked], vocabulary)
    own = [logits_of(model, table, batch, False).log_softmax(-1) for model, table in teachers]
    mean = LARGER * own[1] + (1 - LARGER) * own[0] if len(own) > 1 else own[0]
    return (row.tolist() for row in mean.split([len(row["pairs"]) for row in rows]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, nargs="+", default=[])
    parser.add_argument("--larger", type=Path, nargs="+")
    parser.add_argument("--more", nargs=2)
    main(parser.parse_args())
