"""Leaves out of every layer the inner units that carry least: a model of the same depth that takes less time.

usage: narrow.py BASE_FOLDER MODEL.pt OUT.pt POLNEAR.jsonl UNITS

What a unit carries is how far its value goes up and down over articles times the size of what it adds; its mean goes
into the layer's bias. The model is to be trained on after that.
"""

import sys
from pathlib import Path

import bert
import torch
from smooth import some_windows
from torch import Tensor
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary


@torch.no_grad()
def values_of(
    encoder: bert.Encoder, table: Tensor, articles: Path, vocabulary: Vocabulary
) -> list[tuple[Tensor, Tensor]]:
    """Of each layer the mean and the standard deviation of each inner unit, after GELU."""
    found: list[list[Tensor]] = [[] for _ in encoder.layers]
    hooks = [
        layer.up.register_forward_hook(lambda _, __, out, own=own: own.append(F.gelu(out[0])))
        for layer, own in zip(encoder.layers, found, strict=True)
    ]
    for batch in some_windows(articles, vocabulary):
        encoder(F.embedding(batch["ids"], table), batch["mask"], drop=0.0)
    for hook in hooks:
        hook.remove()
    seen = [torch.cat(own) for own in found]
    return [(values.mean(0), values.std(0)) for values in seen]


def narrowed(state: dict[str, Tensor], values: list[tuple[Tensor, Tensor]], units: int) -> dict[str, Tensor]:
    state = dict(state)
    for i, (mean, deviation) in enumerate(values):
        up, down = f"encoder.layers.{i}.up.", f"encoder.layers.{i}.down."
        matrix = state[f"{down}weight"]
        carried = deviation * matrix.norm(dim=0)
        stay = carried.topk(units).indices.sort().values
        gone = torch.ones(len(mean), dtype=torch.bool)
        gone[stay] = False
        state[f"{down}bias"] = state[f"{down}bias"] + matrix[:, gone] @ mean[gone]
        state[f"{down}weight"] = matrix[:, stay].clone()
        state[f"{up}weight"], state[f"{up}bias"] = state[f"{up}weight"][stay].clone(), state[f"{up}bias"][stay].clone()
    return state


def main(base: Path, weights: Path, out: Path, articles: Path, units: int) -> None:
    vocabulary = Vocabulary((base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    state = torch.load(weights, weights_only=False)["model"]
    encoder = bert.Encoder.of(state)
    values = values_of(encoder.eval(), bert.load(base)[0], articles, vocabulary)
    torch.save({"model": narrowed(state, values, units)}, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), units=int(sys.argv[5]))
