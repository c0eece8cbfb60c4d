"""Trains the event model: the PLOVER type (or none) of every pair of parties of a sentence, in one pass a sentence.

usage: events.py PAIRS.jsonl ... BASE_FOLDER OUT.pt [--larger MPNET_FOLDER] [--epochs 8] [--seed 1] [--fold N]
                 [--resume E.pt] [--rounded POLNEAR.jsonl]

PAIRS.jsonl (of `pairs.py`, `reports.py` or `distil.py`): {"id", "text", "fold": 0..4|null|"quiet", "pairs": [[actor
spans, recipient spans, type, weight, logits of a teacher if one was asked]]}.
Rows of fold N are kept apart and reported on; without --fold all rows are trained on. Rows of a file that is given
twice are seen twice an epoch. With --larger the encoder is MPNet's: a teacher that is too slow to ship. With --rounded
it learns with the rounding to eight bits in it, by scales that the articles tell.
"""

import argparse
import json
import random
import time
from pathlib import Path

import bert
import mpnet
import torch
from rounding import round_off
from smooth import smooth
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

TYPES = (
    "none AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    " ASSAULT"
).split()
LONGEST = 126
FROZEN = 4
"""Layers of the larger encoder, from below, that stay as they are."""
MOST = 12
"""Pairs of a sentence between whom nothing happens that are asked about in one step."""
UNTOLD, SOFT = -100, 2.0
"""The type of a pair that only a teacher has answered; by what its logits are divided (as in `distil.py`)."""
HIDDEN = 0.1
"""Share of pieces that are masked in training, against learning the few sentences by heart."""


class Events(nn.Module):
    """Logits of the types (P x 16) and where in the sentence each pair was read off (P x T).

    `actor` and `recipient` (P x T) weigh the pieces of a party, all zero where there is none; `row` (P) is the pair's
    sentence.
    """

    def __init__(self, encoder: bert.Encoder | mpnet.Encoder) -> None:
        super().__init__()
        width = encoder.width
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.nobody = nn.Parameter(torch.zeros(2, width))
        self.ask = nn.Linear(2 * width, width)
        self.key = nn.Linear(width, width)
        self.join = nn.Linear(4 * width, width)
        self.types = nn.Linear(width, len(TYPES))

    def forward(
        self, embedded: Tensor, mask: Tensor, actor: Tensor, recipient: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor]:
        x = self.encoder(embedded, mask)
        own = x[row]
        a = (actor[:, None, :] @ own)[:, 0] + (1 - actor.sum(1, keepdim=True)) * self.nobody[0]
        b = (recipient[:, None, :] @ own)[:, 0] + (1 - recipient.sum(1, keepdim=True)) * self.nobody[1]
        parties = torch.cat([a, b], 1)
        scores = (self.key(x)[row] @ self.ask(parties)[:, :, None])[:, :, 0] * x.shape[-1] ** -0.5
        looks = (scores + (1.0 - mask[row]) * -1e4).softmax(-1)
        seen = (looks[:, None, :] @ own)[:, 0]
        mean = (own * mask[row][:, :, None]).sum(1) / mask[row].sum(1, keepdim=True)
        joined = F.gelu(self.join(self.drop(torch.cat([parties, seen, mean], 1))))
        return self.types(self.drop(joined)), looks


def begin(base: Path, larger: Path | None, resume: Path | None) -> tuple[Tensor, Events]:
    """The word embeddings and the model to train on, with the encoder of the base or a larger one, or with some weights
    and as large as these are."""
    table, encoder = mpnet.load(larger, FROZEN) if larger else bert.load(base)
    if resume is None:
        return table, Events(encoder)
    state = torch.load(resume, weights_only=False)["model"]
    model = Events(encoder if larger else bert.Encoder.of(state))
    model.load_state_dict(state)
    return table, model


def encode(row: dict, vocabulary: Vocabulary) -> dict:
    """A row with its pieces, and for each pair the pieces of its parties."""
    words = vocabulary.words(row["text"])
    ids, at = [vocabulary.first], []
    for word in words:
        at.append(range(len(ids), len(ids) + len(word.pieces)))
        ids += word.pieces
    ids = [*ids[: LONGEST + 1], vocabulary.last]

    def pieces(spans: list[list[int]]) -> list[int]:
        return [
            i
            for w, own in zip(words, at, strict=True)
            if any(w.start < e and s < w.end for s, e in spans)
            for i in own
            if i <= LONGEST
        ]

    pairs = [
        (pieces(a), pieces(b), TYPES.index(t) if t else UNTOLD, weight, taught[0] if taught else [])
        for a, b, t, weight, *taught in row["pairs"]
    ]
    return {"id": row["id"], "ids": ids, "pairs": pairs}


def batch_of(rows: list[dict], vocabulary: Vocabulary, most: int = MOST) -> dict[str, Tensor]:
    width = max(len(r["ids"]) for r in rows)
    ids, mask = torch.full((len(rows), width), vocabulary.pad), torch.zeros(len(rows), width)
    chosen = []
    for b, r in enumerate(rows):
        ids[b, : len(r["ids"])] = torch.tensor(r["ids"])
        mask[b, : len(r["ids"])] = 1
        real = [p for p in r["pairs"] if p[2]]
        none = [p for p in r["pairs"] if not p[2]]
        chosen += [(b, p) for p in (*real, *random.sample(none, min(most, len(none))))]
    parties = torch.zeros(2, len(chosen), width)
    for k, (_, p) in enumerate(chosen):
        for side in (0, 1):
            if p[side]:
                parties[side, k, p[side]] = 1 / len(p[side])
    return {
        "ids": ids,
        "mask": mask,
        "actor": parties[0],
        "recipient": parties[1],
        "row": torch.tensor([b for b, _ in chosen]),
        "types": torch.tensor([p[2] for _, p in chosen]),
        "weight": torch.tensor([p[3] for _, p in chosen]),
        "taught": torch.tensor([p[4] or [0.0] * len(TYPES) for _, p in chosen]),
        "is_taught": torch.tensor([bool(p[4]) for _, p in chosen]),
    }


def logits_of(model: Events, table: Tensor, batch: dict[str, Tensor], bf16: bool) -> Tensor:
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        out, _ = model(
            F.embedding(batch["ids"], table), batch["mask"], batch["actor"], batch["recipient"], batch["row"]
        )
    return out.float()


def loss_of(logits: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """The weighted mean loss of all pairs of a batch, against their answers and a teacher's (Hinton, Vinyals and Dean
    2015)."""
    told = F.cross_entropy(logits, batch["types"], ignore_index=UNTOLD, reduction="none")
    soft = SOFT**2 * F.cross_entropy(logits / SOFT, (batch["taught"] / SOFT).softmax(-1), reduction="none")
    return ((told + soft * batch["is_taught"]) * batch["weight"]).sum() / batch["weight"].sum().clamp(min=1e-6)


def report(model: Events, table: Tensor, rows: list[dict], vocabulary: Vocabulary) -> str:
    """Accuracy and macro-F1 of the gold pairs (none left out of the choice), and how often a none pair is none."""
    model.eval()
    right, n, quiet, silent, firm = 0, 0, 0, 0, 0
    hits = {t: [0, 0, 0] for t in range(1, len(TYPES))}
    with torch.no_grad():
        for r in rows:
            batch = batch_of([r], vocabulary, 99)
            chance = logits_of(model, table, batch, False).softmax(-1)
            for p, t, w in zip(chance, batch["types"].tolist(), batch["weight"].tolist(), strict=True):
                if t and w == 1:
                    got = int(p[1:].argmax()) + 1
                    n, right, firm = n + 1, right + (got == t), firm + (float(p[0]) < 0.5)
                    hits[t][0] += got == t
                    hits[got][1] += 1
                    hits[t][2] += 1
                elif not t:
                    silent, quiet = silent + 1, quiet + (float(p[0]) >= 0.5)
    model.train()
    f1 = [200 * a / (b + c) for a, b, c in hits.values() if c]
    told = f"acc {100 * right / n:.1f} macro {sum(f1) / len(f1):.1f} found {100 * firm / n:.1f} of {n}"
    return f"{told}; quiet {100 * quiet / max(silent, 1):.1f} of {silent}"


def train(args: argparse.Namespace) -> None:
    random.seed(args.seed), torch.manual_seed(args.seed)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    given = [json.loads(line) for path in args.pairs for line in path.open(encoding="utf-8")]
    apart = {r["id"]: encode(r, vocabulary) for r in given if args.fold is not None and r["fold"] == args.fold}
    rows = [
        encode(r, vocabulary) for r in given if r["fold"] != "quiet" and (args.fold is None or r["fold"] != args.fold)
    ]
    table, model = begin(args.base, args.larger, args.resume)
    if args.rounded:
        round_off(model.encoder, smooth(model.encoder, table, args.rounded, vocabulary))
    model.train()
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": model.encoder.parameters(), "lr": args.rate}, {"params": heads, "lr": 5 * args.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    total = args.epochs * (len(rows) // args.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.1 * total), max(0.02, (total - s) / (0.9 * total)))
    )
    began, mean = time.time(), 0.0
    for epoch in range(args.epochs):
        order = sorted(rows, key=lambda r: len(r["ids"]) + random.uniform(0, 12))
        batches = [order[i : i + args.batch] for i in range(0, len(order), args.batch)]
        random.shuffle(batches)
        for chosen in batches:
            batch = batch_of(chosen, vocabulary)
            hidden = (torch.rand(batch["ids"].shape) < HIDDEN) & (batch["mask"] > 0)
            batch["ids"][hidden] = vocabulary.numbers["[MASK]"]
            loss = loss_of(logits_of(model, table, batch, args.bf16), batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            mean = 0.97 * mean + 0.03 * loss.item()
        said = (
            report(model, table, [*apart.values()], vocabulary)
            if apart and (epoch % 2 or epoch + 1 == args.epochs)
            else ""
        )
        print(epoch, round(mean, 3), round(time.time() - began), said, flush=True)
        torch.save({"model": model.state_dict(), "args": vars(args)}, args.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--larger", type=Path, help="an encoder of MPNet to start from instead of the base's")
    parser.add_argument("--resume", type=Path)
    parser.add_argument("--rounded", type=Path)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--bf16", action="store_true")
    train(parser.parse_args())
