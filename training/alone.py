"""Writes an event model of `events.py` as the package carries it: MiniLM's encoder for itself, in eight bits.

usage: alone.py BASE_FOLDER MODEL.pt ... POLNEAR.jsonl WEIGHTS [--float]

Of several models the weights are averaged. WEIGHTS/events gets an encoder, which makes vectors (T x 384) of the pieces
of one sentence, and what types pairs of parties by these. The word embeddings are those that lie in WEIGHTS.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import bert
import torch
from distil import teacher_of
from events import Events
from smooth import Scales, smooth
from torch import Tensor, nn
from torch.nn import functional as F

from export import graph, pass_on, scaled
from onrecord.models.load import ALONE
from onrecord.models.tokens import Vocabulary


class Read(nn.Module):
    """Vectors of the embedded pieces of one sentence."""

    def __init__(self, encoder: bert.Encoder, scales: Sequence[Scales]) -> None:
        super().__init__()
        self.encoder, self.scales = encoder, scales
        for layer, own in zip(encoder.layers, scales, strict=True):
            scaled(layer, own)

    def forward(self, embedded: Tensor) -> Tensor:
        x = self.encoder.norm(embedded + self.encoder.places(torch.arange(embedded.shape[1])))
        for layer, scales in zip(self.encoder.layers, self.scales, strict=True):
            x = pass_on(layer, scales, x)
        return x


class PairsOfOne(nn.Module):
    """The types of pairs of parties of one sentence by its vectors, and where they were read off, as `Events` does."""

    def __init__(self, model: Events) -> None:
        super().__init__()
        self.model = model

    def forward(self, vectors: Tensor, actor: Tensor, recipient: Tensor) -> tuple[Tensor, Tensor]:
        model = self.model
        a = actor @ vectors + (1 - actor.sum(1, keepdim=True)) * model.nobody[0]
        b = recipient @ vectors + (1 - recipient.sum(1, keepdim=True)) * model.nobody[1]
        parties = torch.cat([a, b], 1)
        looks = (model.ask(parties) @ model.key(vectors).T * vectors.shape[-1] ** -0.5).softmax(-1)
        whole = vectors.mean(0, keepdim=True).expand(a.shape[0], -1)
        return model.types(F.gelu(model.join(torch.cat([parties, looks @ vectors, whole], 1)))), looks


def write(model: Events, read: nn.Module, own: Path, plain: bool) -> None:
    """The two graphs of an event model into a folder; `read` makes vectors of the embedded pieces of a sentence."""
    width = model.encoder.width
    given = {"vectors": torch.randn(9, width), "actor": torch.ones(3, 9), "recipient": torch.ones(3, 9)}
    axes = {"vectors": {0: "t"}, "types": {0: "p"}} | {k: {0: "p", 1: "t"} for k in ("actor", "recipient", "looks")}
    graph(PairsOfOne(model), given, ["types", "looks"], axes, own / "pairs.onnx", plain)
    axes = {k: {0: "b", 1: "t"} for k in ("embedded", "vectors")}
    graph(read, {"embedded": torch.randn(1, 9, width)}, ["vectors"], axes, own / "encoder.onnx", plain)


def main(args: argparse.Namespace) -> None:
    model, table = teacher_of(*bert.load(args.base), args.models)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    scales = smooth(model.encoder, table, args.articles, vocabulary)
    own = args.out / ALONE
    own.mkdir(parents=True, exist_ok=True)
    write(model, Read(model.encoder, scales), own, args.float)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("articles", type=Path, help="by which activations are scaled before they are rounded")
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true")
    main(parser.parse_args())
