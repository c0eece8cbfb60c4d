"""How far a figure may be off for want of documents: drawn again from the documents, with replacement (Efron 1979)."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.scoring import Counts, Figures

SEED = 20250318
Samples = dict[str, NDArray[np.float64]]


def resample(counts: Sequence[Counts], measure: Callable[[Counts], Figures], samples: int) -> Samples:
    """Every figure of `samples` draws of as many documents as there are.

    The draws depend on the number of documents and SEED alone: those of two readers of the same files are the same, so
    their differences are paired. A figure that a draw has not (no document of a type in it) is nan there.
    """
    keys = sorted({key for one in counts for key in one})
    table = np.array([[one[key] for key in keys] for one in counts], np.float64)
    draws = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=samples)
    drawn = [measure(as_counts(keys, row)) for row in draws @ table]
    names = dict.fromkeys(name for figures in drawn for name in figures)
    return {name: np.array([figures.get(name, np.nan) for figures in drawn]) for name in names}


def as_counts(keys: Sequence[str], row: NDArray[np.float64]) -> Counts:
    """The counts of one draw, without those that are none."""
    return Counter({key: value for key, value in zip(keys, row.tolist(), strict=True) if value})


def interval(values: NDArray[np.float64]) -> tuple[float, float] | None:
    """The middle 95 of 100 draws, to two decimals; None where no draw has the figure."""
    held = values[~np.isnan(values)]
    if not held.size:
        return None
    low, high = np.percentile(held, (2.5, 97.5))
    return round(float(low), 2), round(float(high), 2)
