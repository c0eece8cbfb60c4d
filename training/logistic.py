"""Logistic regression with a ridge, by Newton's method: small enough to see what it does, the same on every machine."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
STEPS = 30


def fit(values: Floats, answers: Floats, counts: Floats, *, ridge: float) -> Floats:
    """The weights of the columns of `values`, the first of which is the bias and is not held back by the ridge.

    `answers` are 0 or 1, and each row counts as often as `counts` says.
    """
    penalty = ridge * np.eye(values.shape[1])
    penalty[0, 0] = 0.0
    weights: Floats = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chance = chances(values, weights)
        slope = values.T @ (counts * (answers - chance)) - penalty @ weights
        curve = (values * (counts * chance * (1 - chance))[:, None]).T @ values + penalty
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def chances(values: Floats, weights: Floats) -> Floats:
    return 1 / (1 + np.exp(-values @ weights))
