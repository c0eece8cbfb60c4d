"""Divides the logits of pairs by the temperature that fits best (Guo et al. 2017), on sentences that were kept apart.

usage: temper.py PAIRS.jsonl BASE_FOLDER MODEL.pt OUT.pt [--at TEMPERATURE]

It is fitted on the rows of fold "quiet" (our own), which no training reads, unless it is given.
"""

import argparse
from pathlib import Path

import torch
from joint import batch_of, logits_of, rows_of, sentences_of
from shared import resume
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

TENTHS = range(8, 31)


@torch.no_grad()
def main(args: argparse.Namespace) -> None:
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    model = resume(args.model, args.base).eval()
    kept = sentences_of((row for row in rows_of([args.pairs]) if row["fold"] == "quiet"), vocabulary)
    batches = [batch_of([[sentence]], vocabulary, len(sentence.pairs)) for sentence in kept]
    logits = torch.cat([logits_of(model, batch) for batch in batches])
    types, weight = (torch.cat([batch[name] for batch in batches]) for name in ("types", "weight"))
    losses = {t: (F.cross_entropy(logits * 10 / t, types, reduction="none") * weight).sum() for t in TENTHS}
    tenths = min(losses, key=lambda t: float(losses[t]))
    print(f"{len(kept)} sentences, {len(types)} pairs: {tenths / 10} fits best")
    for parameter in model.pairs.types.parameters():
        parameter.div_(args.at or tenths / 10)
    torch.save({"model": model.state_dict()}, args.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("pairs", "base", "model", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--at", type=float)
    main(parser.parse_args())
