"""Writes the trained model of attributions as the package carries it: ONNX graphs in eight bits, word embeddings.

usage: export.py BASE_FOLDER MODEL.pt POLNEAR.jsonl OUT_FOLDER [--float]

encoder.onnx makes vectors and tags of a batch of windows; roles.onnx reads the vectors of one window. What types
pairs of parties is another model (`alone.py`).
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from bert import HEADS, WIDTH, Layer
from onnxruntime.quantization import QuantType, quantize_dynamic
from shared import NARROW_HEADS, REACH, Roles, Shared, resume
from smooth import MATRICES, Scales, smooth
from torch import Tensor, nn

from onrecord.models.tokens import Vocabulary


class Attend(torch.autograd.Function):
    """Attention as the one operator that ONNX Runtime has for it; the products around it are then all in eight bits,
    which the quantised operator for the whole is half as fast at. Without a mask it goes by blocks."""

    @staticmethod
    def forward(ctx, heads: int, q: Tensor, k: Tensor, v: Tensor, bias: Tensor) -> Tensor:
        return q.clone()

    @staticmethod
    def symbolic(g, heads, q, k, v, bias):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, bias, num_heads_i=heads).setType(q.type())


class Bend(torch.autograd.Function):
    """GELU by the hyperbolic tangent (Hendrycks and Gimpel 2016), two thirds of the work of that by the error function
    and never off by more than a thousandth."""

    @staticmethod
    def forward(ctx, x: Tensor) -> Tensor:
        return x.clone()

    @staticmethod
    def symbolic(g, x):
        return g.op("com.microsoft::FastGelu", x).setType(x.type())


def thirds(qkv: nn.Linear) -> list[Tensor]:
    """The matrices of queries, keys and values."""
    return [third.T.contiguous() for third in qkv.weight.chunk(3)]


def scaled(layer: Layer, scales: Scales) -> Layer:
    """The same layer with matrices for what is divided by scales. The values that are attended to are so by their own
    matrix."""
    with torch.no_grad():
        for name in MATRICES:
            getattr(layer, name).weight *= scales[name]
        values = slice(-layer.out.in_features, None)
        layer.qkv.weight[values] /= scales["out"][:, None]
        layer.qkv.bias[values] /= scales["out"]
    return layer


def pass_on(layer: Layer, scales: Scales, x: Tensor) -> Tensor:
    """A scaled layer's pass over a window without padding."""
    even = x * (1 / scales["qkv"])
    q, k, v = (even @ third for third in thirds(layer.qkv))
    x = layer.norm1(x + layer.out(Attend.apply(HEADS, q, k, v, layer.qkv.bias)))
    inner = Bend.apply(layer.up(x * (1 / scales["up"])))
    return layer.norm2(x + layer.down(inner * (1 / scales["down"])))


class Read(nn.Module):
    """Vectors and tags of embedded pieces."""

    def __init__(self, model: Shared, scales: Sequence[Scales]) -> None:
        super().__init__()
        self.encoder, self.tags, self.scales = model.encoder, model.tags, scales
        for layer, own in zip(self.encoder.layers, scales, strict=True):
            scaled(layer, own)

    def forward(self, embedded: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encoder.norm(embedded + self.encoder.places(torch.arange(embedded.shape[1])))
        for layer, scales in zip(self.encoder.layers, self.scales, strict=True):
            x = pass_on(layer, scales, x)
        return x, self.tags(x)


class RolesOfOne(nn.Module):
    """What pieces of one window (T x 384) are to its cues (C x M x 4): `at` (C) where a cue begins, `near` (C x N) the
    pieces that are looked at for it, `asked` (C x M) those of them of which it is to be told."""

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.roles = roles

    def forward(self, vectors: Tensor, at: Tensor, near: Tensor, asked: Tensor) -> Tensor:
        roles = self.roles
        own, cue = roles.own(vectors), roles.cue(vectors[at])[:, None, :]

        def seen(pieces: Tensor) -> Tensor:
            far = torch.clamp(pieces - at[:, None], -REACH, REACH) + REACH
            return roles.norm0(own[pieces] + cue + roles.near(far))

        around, y = seen(near), seen(asked)
        q, k, v = (x @ third for x, third in zip((y, around, around), thirds(roles.qkv), strict=True))
        y = roles.norm1(y + roles.out(Attend.apply(NARROW_HEADS, q, k, v, roles.qkv.bias)))
        return roles.roles(roles.norm2(y + roles.down(Bend.apply(roles.up(y)))))


def embeddings(table: Tensor, base: Path, out: Path) -> None:
    """The word embeddings in eight bits, and the vocabulary."""
    rows = table.detach().numpy()
    scales = np.abs(rows).max(1) / 127
    np.savez(
        out / "embeddings.npz", rows=np.round(rows / scales[:, None]).astype(np.int8), scales=scales.astype(np.float32)
    )
    (out / "vocabulary.txt").write_bytes((base / "vocab.txt").read_bytes())


def graph(model: nn.Module, inputs: dict, outputs: list[str], axes: dict, path: Path, plain: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model.eval(),
            tuple(inputs.values()),
            str(whole),
            input_names=list(inputs),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        if plain:
            path.write_bytes(whole.read_bytes())
        else:
            quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main(args: argparse.Namespace) -> None:
    model = resume(args.model, args.base)
    vocabulary = Vocabulary((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    scales = smooth(model.encoder, model.table, args.articles, vocabulary)
    args.out.mkdir(parents=True, exist_ok=True)
    embeddings(model.table, args.base, args.out)
    given = {"embedded": torch.randn(2, 9, WIDTH)}
    several = {k: {0: "b", 1: "t"} for k in ("embedded", "vectors", "tags")}
    graph(Read(model, scales), given, ["vectors", "tags"], several, args.out / "encoder.onnx", args.float)
    one = {"vectors": torch.randn(9, WIDTH)}
    axes = {"vectors": {0: "t"}, "at": {0: "c"}, "near": {0: "c", 1: "n"}} | {
        k: {0: "c", 1: "m"} for k in ("asked", "roles")
    }
    cues = one | {"at": torch.tensor([1, 3]), "near": torch.arange(14).view(2, 7) % 8, "asked": torch.ones(2, 5).long()}
    graph(RolesOfOne(model.roles), cues, ["roles"], axes, args.out / "roles.onnx", args.float)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("articles", type=Path, help="by which activations are scaled before they are rounded")
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true")
    main(parser.parse_args())
