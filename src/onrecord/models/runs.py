"""Stretches of words that weigh most."""

from collections.abc import Sequence

import numpy as np

from onrecord.models.encoder import Floats

Run = tuple[int, int]
"""The first word of a stretch, and the first after it."""


def heaviest(weights: Floats, cost: float) -> list[Run]:
    """The stretches whose words weigh most together, where each stretch costs something: gaps are bridged and specks
    left out where that weighs more. Weights may be below zero. (Viterbi's algorithm over two states, 1967.)"""
    worth = np.flatnonzero(weights >= 0)  # no stretch begins or ends in what weighs against it
    if not worth.size:
        return []
    first, end = int(worth[0]), int(worth[-1]) + 1
    outside, inside = 0.0, -np.inf
    steps: list[tuple[bool, bool]] = []
    for weight in weights[first:end].tolist():
        stays, leaves = inside >= outside - cost, inside > outside
        steps.append((stays, leaves))
        outside, inside = max(outside, inside), max(inside, outside - cost) + weight
    return [(first + a, first + b) for a, b in backwards(steps, inside > outside)]


def backwards(steps: Sequence[tuple[bool, bool]], within: bool) -> list[Run]:
    """The stretches of the best way through: for each word whether one that is in a stretch was so before it, and
    whether one that is outside was in one before."""
    found: list[Run] = []
    end = len(steps)
    for i in range(len(steps) - 1, -1, -1):
        stays, leaves = steps[i]
        if within and not stays:
            found.append((i, end))
            within = False
        elif not within and leaves:
            end, within = i, True
    return found[::-1]


def weight(run: Run, weights: Floats) -> float:
    """What the words of a stretch weigh together."""
    return float(weights[run[0] : run[1]].sum())
