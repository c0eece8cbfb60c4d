"""Chances from what a network puts out."""

import numpy as np

from onrecord.models.encoder import Floats


def softmax(logits: Floats) -> Floats:
    """Chances along the last axis."""
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def log_odds(chances: Floats) -> Floats:
    """The logarithms of chances against their opposites, bounded where they are all but sure."""
    kept = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(kept / (1 - kept)), np.float32)


def chance(odds: float) -> float:
    """The chance of some log-odds."""
    return float(1 / (1 + np.exp(-odds)))
