"""Whether confidence means what it says: of what is told with 0.8, are eight of ten right?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.evaluate.scoring import Decision

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Decisions whose confidence lies in one tenth: how many, how sure on average, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(decisions: Iterable[Decision]) -> tuple[Bin, ...]:
    """The tenths of confidence in which any decision lies."""
    told = [(d.confidence, d.right) for d in decisions if d.confidence is not None]
    bins = []
    for i in range(BINS):
        held = [(c, right) for c, right in told if min(int(c * BINS), BINS - 1) == i]
        if held:
            sure, right = sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held)
            bins.append(Bin(low=i / BINS, high=(i + 1) / BINS, count=len(held), confidence=sure, right=right))
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Expected calibration error: the mean gap of confidence and share right, by how many lie in a tenth (Guo et al.
    2017); None where nothing was told."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / total if total else None
