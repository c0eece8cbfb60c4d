"""Float weights from the attribution model of earlier versions, in eight bits: a start that saves hours.

usage: warm.py BASE_FOLDER ATTRIBUTION.onnx OUT.pt

The graph is `git show fea32fb:src/onrecord/models/weights/attribution.onnx`. The encoder and the tags are taken over;
the other heads begin anew. The order of the products in the graph is that of the layers.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from bert import LAYERS
from onnx import numpy_helper
from shared import begin
from torch import Tensor

PARTS = ("qkv", "out", "up", "down")
Arrays = dict[str, np.ndarray]


def whole(arrays: Arrays, name: str) -> Tensor:
    """A matrix as it was before it was put into eight bits."""
    numbers, zero = (arrays[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return torch.tensor((numbers - zero) * arrays[f"{name}_scale"])


def main(base: Path, graph: Path, out: Path) -> None:
    arrays = {i.name: numpy_helper.to_array(i) for i in onnx.load(graph).graph.initializer}
    products = [n.removesuffix("_quantized") for n in arrays if "::" in n and n.endswith("_quantized")]
    model = begin(base)
    state = {
        name.removeprefix("encoder."): torch.tensor(values)
        for name, values in arrays.items()
        if name.startswith(("encoder.layers.", "encoder.norm."))
    }
    state["places.weight"] = whole(arrays, "encoder.places.weight")
    for i in range(LAYERS):
        for name, part in zip(products[len(PARTS) * i :], PARTS, strict=False):
            state[f"layers.{i}.{part}.weight"] = whole(arrays, name).T
    model.encoder.load_state_dict(state)
    tags = next(w for name in products if (w := whole(arrays, name)).shape == (384, 5))
    model.tags.load_state_dict({"weight": tags.T, "bias": torch.tensor(arrays["tags.bias"])})
    torch.save({"model": model.state_dict()}, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
