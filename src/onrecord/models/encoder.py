"""The weights that the package carries, and the only place that runs them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.models.tokens import Vocabulary

WEIGHTS = Path(__file__).parent / "weights"
VOCABULARY, EMBEDDINGS = "vocabulary.txt", "embeddings.npz"
SLOWER = ["SkipLayerNormFusion"]
"""What ONNX Runtime makes one operator of that takes longer than the two which it is made of."""
Floats = NDArray[np.float32]


class Embeddings:
    """The vocabulary and the vector of each of its pieces, kept in eight bits with a scale a row.

    Raises ModelError where a file is missing or is not what it should be.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.vocabulary = Vocabulary(present(folder / VOCABULARY).read_text(encoding="utf-8").splitlines())
        try:
            with np.load(present(folder / EMBEDDINGS)) as kept:
                self._rows: NDArray[np.int8] = kept["rows"]
                self._scales: Floats = kept["scales"]
        except (ValueError, KeyError, TypeError, EOFError) as error:
            raise ModelError(f"{folder / EMBEDDINGS}: not a table of embeddings; install onrecord again") from error
        if len(self._rows) != len(self.vocabulary.numbers):
            raise ModelError(f"{folder}: {EMBEDDINGS} and {VOCABULARY} do not belong together; install onrecord again")

    def look_up(self, pieces: Sequence[int]) -> Floats:
        """The vectors (pieces x width) of pieces."""
        ids = np.asarray(pieces)
        return np.asarray(self._rows[ids] * self._scales[ids][:, None], np.float32)


class Network:
    """One ONNX graph. Raises ModelError where its file is missing or can't be run, or onnxruntime is missing."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        try:
            import onnxruntime  # here, since it takes long and the rules read without it
        except ImportError as error:
            raise ModelError("onnxruntime, which runs the models, is missing; install onrecord again") from error
        graph = present(path).read_bytes()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
            )
        except Exception as error:  # onnxruntime's own errors share no base but this
            raise ModelError(f"{path}: cannot be run as a model: {str(error).splitlines()[0]}") from error
        self._asked = tuple(node.name for node in self._session.get_inputs())

    def run(self, inputs: Mapping[str, NDArray[np.generic]]) -> list[Floats]:
        """The graph's outputs in its order. Inputs for which it doesn't ask are left out."""
        return list(self._session.run(None, {name: inputs[name] for name in self._asked}))


def present(path: Path) -> Path:
    """The same path. Raises ModelError where there is no such file."""
    if not path.is_file():
        raise ModelError(f"{path}: no such model file; install onrecord again, or read with rules only")
    return path
