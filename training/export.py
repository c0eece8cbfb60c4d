"""Writes the trained models as the package carries them: int8 ONNX graphs, and the word embeddings they share.

usage: export.py BASE_FOLDER OUT_FOLDER [--attribution A.pt] [--events E.pt] [--float]
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import torch
from attribution import Attribution
from bert import HEADS, WIDTH, Encoder, Layer, load
from events import Events
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class Fused(torch.autograd.Function):
    """Self-attention as the one operator that ONNX Runtime has for it, and quantises as a whole."""

    @staticmethod
    def forward(ctx, x: Tensor, weight: Tensor, bias: Tensor, mask: Tensor) -> Tensor:
        return x.clone()

    @staticmethod
    def symbolic(g, x, weight, bias, mask):
        return g.op("com.microsoft::Attention", x, weight, bias, mask, num_heads_i=HEADS).setType(x.type())


def attend(self: Layer, x: Tensor, bias: Tensor, drop: float) -> Tensor:
    """A layer's pass with fused attention; the mask comes as it is given, in whole numbers."""
    mixed = Fused.apply(x, self.qkv.weight.T.contiguous(), self.qkv.bias, bias)
    x = self.norm1(x + self.out(mixed))
    return self.norm2(x + self.down(nn.functional.gelu(self.up(x))))


def encode(self: Encoder, embedded: Tensor, mask: Tensor, drop: float = 0.0) -> Tensor:
    x = self.norm(embedded + self.places(torch.arange(embedded.shape[1])))
    whole = mask.to(torch.int32)
    for layer in self.layers:
        x = layer(x, whole, 0.0)
    return x


def embeddings(base: Path, out: Path) -> None:
    table, _ = load(base)
    rows = table.numpy()
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
            quantize_dynamic(str(whole), str(path), weight_type=QuantType.QInt8)


def main(args: argparse.Namespace) -> None:
    Layer.forward, Encoder.forward = attend, encode
    args.out.mkdir(parents=True, exist_ok=True)
    embeddings(args.base, args.out)
    given = {"embedded": torch.randn(2, 9, WIDTH), "mask": torch.ones(2, 9)}
    axes = {"embedded": {0: "b", 1: "t"}, "mask": {0: "b", 1: "t"}}
    if args.attribution:
        model = Attribution(Encoder())
        model.load_state_dict(torch.load(args.attribution, weights_only=False)["model"])
        out = {"tags": {0: "b", 1: "t"}, "links": {1: "b", 2: "t", 3: "t"}}
        graph(model, given, list(out), axes | out, args.out / "attribution.onnx", args.float)
    if args.events:
        model = Events(Encoder())
        model.load_state_dict(torch.load(args.events, weights_only=False)["model"])
        pairs = {"actor": torch.zeros(3, 9), "recipient": torch.zeros(3, 9), "row": torch.tensor([0, 0, 1])}
        more = {"actor": {0: "p", 1: "t"}, "recipient": {0: "p", 1: "t"}, "row": {0: "p"}}
        out = {"types": {0: "p"}, "looks": {0: "p", 1: "t"}}
        graph(model, given | pairs, list(out), axes | more | out, args.out / "events.onnx", args.float)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--attribution", type=Path)
    parser.add_argument("--events", type=Path)
    parser.add_argument("--float", action="store_true")
    main(parser.parse_args())
