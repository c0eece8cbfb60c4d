"""Trains the shared model on articles with attributions and, if they are given, on pairs of parties.

usage: train.py BASE_FOLDER OUT.pt --articles POLNEAR.jsonl [--steps N] [--pairs PAIRS.jsonl ...] [--resume WEIGHTS.pt]
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import attribution
import joint
import torch
from articles import Article, Chosen, batch_of, windows
from distil import closeness
from rounding import round_off
from shared import Shared, begin, resume
from smooth import smooth
from torch import Tensor, nn

from onrecord.models.tokens import Vocabulary

HIDDEN = 0.05
"""Share of pieces that are masked in training."""
WARM = 0.05
"""Share of the training in which the rate goes up; then it goes down evenly."""
TAUGHT = 0.6
"""Share of the training in which a teacher's vectors count, less and less."""


def rows_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def apart(path: Path, hold: int) -> tuple[list[dict], list[dict]]:
    """The rows that are trained on, and the `hold` rows on which thresholds are chosen; the same in every run."""
    rows = rows_of(path)
    random.Random(0).shuffle(rows)
    return rows[hold:], rows[:hold]


def endless(articles: list[Article], size: int, batch: int) -> Iterator[list[Chosen]]:
    """Batches of windows, cut at other places every time round."""
    while True:
        chosen = [(a, s, e) for a in articles for s, e in windows(a, size, random.randrange(size - 60))]
        chosen.sort(key=lambda c: sum(len(w.pieces) for w in c[0].words[c[1] : c[2]]) + random.uniform(0, 60))
        batches = [chosen[i : i + batch] for i in range(0, len(chosen), batch)]
        random.shuffle(batches)
        yield from batches


def hide(batch: dict[str, Tensor], share: float, vocabulary: Vocabulary) -> None:
    """Masks some pieces, against learning texts by heart."""
    hidden = (torch.rand(batch["ids"].shape) < share) & (batch["mask"] > 0)
    batch["ids"][hidden] = vocabulary.numbers["[MASK]"]


def optimiser_of(model: Shared, rate: float, frozen: int) -> torch.optim.Optimizer:
    """Faster for heads than for what was trained before; embeddings and the `frozen` lowest layers stay as they are."""
    model.table.requires_grad_(False)
    for layer in (model.encoder.places, model.encoder.norm, *model.encoder.layers[:frozen]):
        layer.requires_grad_(False)
    old = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [p for part in (model.tags, model.roles, model.pairs) for p in part.parameters()]
    return torch.optim.AdamW(
        [
            {"params": old, "lr": rate, "weight_decay": 0.01},
            {"params": heads, "lr": 4 * rate, "weight_decay": 0.01},
        ]
    )


def train(args: argparse.Namespace) -> None:
    random.seed(args.seed), torch.manual_seed(args.seed)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    articles = [Article(row, vocabulary) for row in apart(args.articles, args.hold)[0]]
    model = resume(args.resume, args.base) if args.resume else begin(args.base)
    teacher = resume(args.teacher, args.base).eval() if args.teacher else None
    if args.keep:
        model.encoder.layers = nn.ModuleList(model.encoder.layers[i] for i in args.keep)
    if args.rounded:
        round_off(model.encoder, smooth(model.encoder, model.table, args.articles, vocabulary))
    model.train()
    optimiser = optimiser_of(model, args.rate, args.frozen)
    rates = [group["lr"] for group in optimiser.param_groups]
    began, seen = time.time(), [0.0, 0.0, 0.0]
    given = [row for row in joint.rows_of(args.pairs or ()) if row["fold"] != "quiet"]
    kept = joint.sentences_of((r for r in given if args.fold is not None and r["fold"] == args.fold), vocabulary)
    typed = joint.sentences_of((r for r in given if args.fold is None or r["fold"] != args.fold), vocabulary)
    own = [Article(row, vocabulary) for path in args.own or () for row in rows_of(path)]
    print(len(articles), "articles", len(own), "of our own", len(typed), "sentences", len(kept), "apart", flush=True)
    batches = endless(articles + own, args.window, args.batch)
    of_events = joint.endless(typed, args.pieces)
    done, step = 0.0, 0
    while done < 1:
        step += 1
        done = (time.time() - began) / (60 * args.minutes) if args.minutes else step / args.steps
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * min(done / WARM, 1.0, args.floor + (1 - args.floor) * max(0.0, 1 - done))
        if random.random() < args.events:
            batch = joint.batch_of(next(of_events), vocabulary)
            hide(batch, 2 * HIDDEN, vocabulary)
            loss = joint.loss_of(model, batch)
            parts = [*seen[:2], loss.item()]
        else:
            batch = batch_of(next(batches), vocabulary)
            hide(batch, HIDDEN, vocabulary)
            x = model.read(batch["ids"], batch["mask"], args.drop)
            loss, two = attribution.loss_of(model, x, batch)
            if teacher is not None and done < TAUGHT:
                loss = loss + (1 - done / TAUGHT) * closeness(model, teacher, x, batch)
            parts = [*two, seen[2]]
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        seen = [0.95 * x + 0.05 * y for x, y in zip(seen, parts, strict=True)]
        if step % 10 == 0:
            print(step, f"{100 * done:.0f}%", [round(x, 3) for x in seen], round(time.time() - began), flush=True)
        if kept and (step % 250 == 0 or done >= 1):
            print(joint.report(model, kept, vocabulary), flush=True)
        if step % 100 == 0 or done >= 1:
            torch.save({"model": model.state_dict(), "step": step}, args.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--minutes", type=float, help="train by the clock and not by steps")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hold", type=int, default=40)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--window", type=int, default=256)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--floor", type=float, default=0.02, help="the rate's share at the last step")
    parser.add_argument("--pairs", type=Path, nargs="*", help="of pairs.py")
    parser.add_argument("--own", type=Path, nargs="*", help="further texts with attributions, of own.py")
    parser.add_argument("--events", type=float, default=0.0, help="share of steps on pairs")
    parser.add_argument("--pieces", type=int, default=1200, help="of a batch of pairs")
    parser.add_argument("--fold", type=int, help="rows of pairs that are kept apart and reported on")
    parser.add_argument("--resume", type=Path, help="weights to go on from")
    parser.add_argument("--frozen", type=int, default=2, help="lowest layers that stay; two take off a fifth")
    parser.add_argument("--drop", type=float, default=0.0, help="share of an encoder's values that are dropped out")
    parser.add_argument("--rounded", action="store_true", help="with the rounding to eight bits in it")
    parser.add_argument("--keep", type=int, nargs="*", help="layers of these weights that stay")
    parser.add_argument("--teacher", type=Path, help="weights whose vectors and tags are to be kept")
    train(parser.parse_args())
