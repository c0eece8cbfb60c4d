"""Float weights from the graphs that the package carries, in eight bits: a start that saves hours.

usage: warm.py BASE_FOLDER WEIGHTS OUT.pt [--attributions]

WEIGHTS holds encoder.onnx and pairs.onnx; OUT.pt is an event model of `events.py` that begins where these ended, or,
where WEIGHTS/events has them, where those did. With --attributions it is a model of `train.py` that begins where
WEIGHTS/encoder.onnx and roles.onnx ended. The products in a graph stand in the order in which the model makes them.
"""

import sys
from pathlib import Path

import bert
import numpy as np
import onnx
import torch
from events import Events
from onnx import numpy_helper
from shared import Roles, Shared
from torch import Tensor

Arrays = dict[str, np.ndarray]
HEADS = ("ask", "key", "join", "types")
STEP = 6
"""Products of a layer: queries, keys, values, `out`, `up`, `down`."""


def arrays_of(path: Path) -> tuple[Arrays, list[str]]:
    """The initial values of a graph by name, and the names of its products in its order."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    constants = {n.output[0]: numpy_helper.to_array(n.attribute[0].t) for n in graph.node if n.op_type == "Constant"}
    products = [n.input[1].removesuffix("_quantized") for n in graph.node if n.op_type == "MatMulInteger"]
    return arrays | constants, products


def whole(arrays: Arrays, name: str) -> Tensor:
    """A matrix as it was before it was put into eight bits."""
    numbers, zero = (arrays[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return torch.tensor((numbers - zero) * arrays[f"{name}_scale"])


def encoder_of(path: Path) -> bert.Encoder:
    """The encoder of a graph, each matrix with the scales of what enters it in it."""
    arrays, products = arrays_of(path)
    layers = len(products) // STEP
    state = {
        name.removeprefix("encoder."): torch.tensor(values)
        for name, values in arrays.items()
        if name.startswith(("encoder.layers.", "encoder.norm."))
    }
    state["places.weight"] = whole(arrays, "encoder.places.weight")
    by = dividers(path)
    for i in range(layers):
        q, k, v, out, up, down = (whole(arrays, name) for name in products[STEP * i : STEP * (i + 1)])
        before, inner, middle = by[3 * i : 3 * (i + 1)]
        state[f"layers.{i}.qkv.weight"] = torch.cat([(before[:, None] * part).T for part in (q, k, v)])
        state[f"layers.{i}.out.weight"] = out.T
        state[f"layers.{i}.up.weight"] = (inner[:, None] * up).T
        state[f"layers.{i}.down.weight"] = (middle[:, None] * down).T
    assert len(by) == 3 * layers, "a graph without scales"
    return bert.Encoder.of({f"encoder.{name}": values for name, values in state.items()})


def dividers(path: Path) -> list[Tensor]:
    """By what each channel is multiplied before it enters a matrix, in the graph's order: the inputs of `Mul` that are
    constants as long as a row or longer."""
    arrays, _ = arrays_of(path)
    long = {name for name, a in arrays.items() if a.ndim == 1 and len(a) >= bert.WIDTH}
    nodes = onnx.load(path).graph.node
    return [
        torch.tensor(arrays[n.input[1]])
        for n in nodes
        if n.op_type == "Mul" and n.input[1] in long and "Constant" in n.input[1]
    ]


def events_of(weights: Path) -> Events:
    folder = weights / "events" if (weights / "events").is_dir() else weights
    model = Events(encoder_of(folder / "encoder.onnx"))
    arrays, _ = arrays_of(folder / "pairs.onnx")
    prefix = next(n for n in arrays if n.endswith("ask.bias")).removesuffix("ask.bias")
    for head in HEADS:
        getattr(model, head).load_state_dict(
            {
                "weight": whole(arrays, f"{prefix}{head}.weight_Transposed").T,
                "bias": torch.tensor(arrays[f"{prefix}{head}.bias"]),
            }
        )
    nobody = [a for name, a in arrays.items() if name.startswith("onnx::Mul") and a.shape == (bert.WIDTH,)]
    with torch.no_grad():
        model.nobody.copy_(torch.tensor(np.stack(nobody[:2])))
    return model


def attributions_of(weights: Path, base: Path) -> Shared:
    model = Shared(bert.load(base)[0], encoder_of(weights / "encoder.onnx"))
    arrays, products = arrays_of(weights / "encoder.onnx")
    tags = next(name for name in arrays if arrays[name].shape == (bert.WIDTH, 5)).removesuffix("_quantized")
    model.tags.load_state_dict({"weight": whole(arrays, tags).T, "bias": torch.tensor(arrays["tags.bias"])})
    arrays, products = arrays_of(weights / "roles.onnx")
    model.roles.load_state_dict(state_of(model.roles, arrays, products))
    return model


def state_of(roles: Roles, arrays: Arrays, products: list[str]) -> dict[str, Tensor]:
    """The values of a head for roles: its products are what a piece and a cue are, keys, values, queries, and on."""
    own, cue, k, v, q, out, up, down, types = (whole(arrays, name).T for name in products)
    matrices = {"own": own, "cue": cue, "qkv": torch.cat([q, k, v]), "out": out, "up": up, "down": down, "roles": types}
    near = whole(arrays, "roles.near.weight")
    plain = {n: torch.tensor(arrays[f"roles.{n}"]) for n in roles.state_dict() if f"roles.{n}" in arrays}
    return plain | {f"{name}.weight": matrix for name, matrix in matrices.items()} | {"near.weight": near}


def main(base: Path, weights: Path, out: Path, attributions: bool) -> None:
    model = attributions_of(weights, base) if attributions else events_of(weights)
    torch.save({"model": model.state_dict()}, out)


if __name__ == "__main__":
    paths = [Path(argument) for argument in sys.argv[1:] if argument != "--attributions"]
    main(*paths, attributions="--attributions" in sys.argv)
