"""Incidents out of scored pairs: average linkage, the same whatever the order of the pairs."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]


def cluster(items: Iterable[str], scores: Mapping[Pair, float], least: float) -> list[tuple[str, ...]]:
    """Joins the two clusters with the highest mean score again and again, while it is `least` or more.

    `scores` gives a pair, the lesser item first, its score; a pair that it lacks has 0. Ties go to the lesser names.
    Unweighted average linkage (UPGMA: Sokal and Michener 1958), as sums over pairs.
    """
    members: dict[str, tuple[str, ...]] = {item: (item,) for item in sorted(items)}
    sums: dict[str, dict[str, float]] = {item: {} for item in members}
    for (one, other), score in scores.items():
        sums[one][other] = sums[other][one] = score
    heap = [(-score, one, other, 1) for (one, other), score in scores.items() if score >= least]
    heapify(heap)
    while heap:
        _, one, other, size = heappop(heap)
        if one in members and other in members and len(members[one]) * len(members[other]) == size:
            _join(one, other, members, sums)
            for third, total in sums[one].items():
                count = len(members[one]) * len(members[third])
                if total / count >= least:
                    heappush(heap, (-total / count, min(one, third), max(one, third), count))
    return sorted(members.values())


def _join(one: str, other: str, members: dict[str, tuple[str, ...]], sums: dict[str, dict[str, float]]) -> None:
    """`one`, the lesser, takes the other's members and its sums with everybody else."""
    members[one] = tuple(sorted((*members[one], *members.pop(other))))
    for third, total in sums.pop(other).items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
