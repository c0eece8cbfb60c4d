"""Writes the larger event model as a reader may choose it: a folder with the package's own weights and, in place of its
model of events, one with MPNet's encoder.

usage: larger.py BASE_FOLDER MPNET_FOLDER MODEL.pt ... POLNEAR.jsonl OUT_FOLDER [--float]

Of several models (of `events.py --larger`) the weights are averaged. OUT_FOLDER/events holds an encoder, which makes
vectors (T x 768) of the pieces of one sentence, and what types pairs of parties by these.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import mpnet
import torch
from alone import write
from bert import HEADS, Layer
from distil import teacher_of
from smooth import Scales, smooth
from torch import Tensor, nn
from torch.onnx.symbolic_helper import _optional_input_placeholder_tensor as nothing

from export import Bend, embeddings, scaled, thirds
from onrecord.models.encoder import WEIGHTS
from onrecord.models.load import ALONE
from onrecord.models.tokens import Vocabulary


class AttendNear(torch.autograd.Function):
    """Attention with a bias by distance, as the one operator that ONNX Runtime has for it."""

    @staticmethod
    def forward(ctx, q: Tensor, k: Tensor, v: Tensor, bias: Tensor, near: Tensor) -> Tensor:
        return q.clone()

    @staticmethod
    def symbolic(g, q, k, v, bias, near):
        asked = (q, k, v, bias, nothing(g), near)
        return g.op("com.microsoft::MultiHeadAttention", *asked, num_heads_i=HEADS).setType(q.type())


class Read(nn.Module):
    """Vectors of the embedded pieces of one sentence."""

    def __init__(self, encoder: mpnet.Encoder, scales: Sequence[Scales]) -> None:
        super().__init__()
        self.encoder, self.scales = encoder, scales
        for layer, own in zip(encoder.layers, scales, strict=True):
            scaled(layer, own)
        wide = mpnet.buckets(mpnet.PLACES)
        after, before = wide[0], wide[1:, 0]  # by how far the other piece stands after or before one's own
        self.register_buffer("near", encoder.near(torch.cat([after.flip(0), before])).detach())

    def forward(self, embedded: Tensor) -> Tensor:
        at = torch.arange(embedded.shape[1])
        x = self.encoder.norm(embedded + self.encoder.places(at))
        near = self.near[at[:, None] - at[None, :] + mpnet.PLACES - 1].permute(2, 0, 1)[None]
        for layer, scales in zip(self.encoder.layers, self.scales, strict=True):
            x = pass_on(layer, scales, near, x)
        return x


def pass_on(layer: Layer, scales: Scales, near: Tensor, x: Tensor) -> Tensor:
    """A scaled layer's pass over a sentence without padding."""
    even = x * (1 / scales["qkv"])
    q, k, v = (even @ third for third in thirds(layer.qkv))
    x = layer.norm1(x + layer.out(AttendNear.apply(q, k, v, layer.qkv.bias, near)))
    inner = Bend.apply(layer.up(x * (1 / scales["up"])))
    return layer.norm2(x + layer.down(inner * (1 / scales["down"])))


def main(args: argparse.Namespace) -> None:
    model, table = teacher_of(*mpnet.load(args.mpnet), args.models)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    scales = smooth(model.encoder, table, args.articles, vocabulary)
    shutil.copytree(WEIGHTS, args.out, dirs_exist_ok=True)
    own = args.out / ALONE
    own.mkdir(exist_ok=True)
    embeddings(table, args.base, own)
    write(model, Read(model.encoder, scales), own, args.float)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("mpnet", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("articles", type=Path, help="by which activations are scaled before they are rounded")
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true")
    main(parser.parse_args())
