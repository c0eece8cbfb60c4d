"""Tells which sentences may tell of an event, by what the encoder of attributions saw of them; of the rest the model of
events, which reads every sentence anew, need not be asked.
"""

from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from onrecord.errors import ModelError
from onrecord.model import Extent
from onrecord.models.encoder import Floats, present
from onrecord.models.views import Seen

FILE = "sieve.npz"


class Sieve:
    """A regression on the mean vector of a sentence's pieces. Raises ModelError where its numbers are missing."""

    def __init__(self, folder: Path) -> None:
        path = present(folder / FILE)
        try:
            with np.load(path) as kept:
                self._weights: Floats = kept["weights"]
                self._least = float(kept["least"])
        except (ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
            raise ModelError(f"{path}: not the weights of a sieve; install onrecord again") from error

    def passes(self, views: Sequence[Seen], sentence: Extent) -> bool:
        """Whether a sentence may tell of an event; one without pieces can't."""
        mean = mean_of(views, sentence)
        return mean is not None and bool(mean @ self._weights >= self._least)


def mean_of(views: Sequence[Seen], sentence: Extent) -> Floats | None:
    """The mean vector of a sentence's pieces in the views that decide on it, if it has any."""
    held = [(view, view.pieces(sentence)) for view in views if view.decides_on(sentence)]
    own = [view.vectors[pieces] for view, pieces in held if pieces]
    return np.asarray(np.concatenate(own).mean(0), np.float32) if own else None
