"""Coreference metrics as sums that add up over documents: MUC, B-cubed, CEAF-e (Pradhan et al. 2014)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]
Cluster = frozenset[Span]


def sums(gold: Mapping[Span, str], found: Mapping[Span, str]) -> dict[str, float]:
    """For each metric the numerators and denominators of recall and precision of one document.

    Both sides map spans to entities; what stands on one side only is kept as a mention of that side.
    """
    key, response = clusters(gold), clusters(found)
    similar = similarity(key, response)
    return {
        **muc("muc recall", key, found),
        **muc("muc precision", response, gold),
        **b_cubed("b3 recall", key, found, response),
        **b_cubed("b3 precision", response, gold, key),
        "ceafe similarity": similar,
        "ceafe recall of": len(key),
        "ceafe precision of": len(response),
    }


def clusters(entities: Mapping[Span, str]) -> dict[str, Cluster]:
    """The spans of each entity."""
    grouped: defaultdict[str, set[Span]] = defaultdict(set)
    for span, entity in entities.items():
        grouped[entity].add(span)
    return {entity: frozenset(spans) for entity, spans in grouped.items()}


def muc(name: str, own: Mapping[str, Cluster], others: Mapping[Span, str]) -> dict[str, float]:
    """Links of the own clusters that the other side keeps (Vilain et al. 1995)."""
    kept = of = 0
    for cluster in own.values():
        if len(cluster) > 1:
            parts = {others[span] for span in cluster if span in others}
            missing = sum(span not in others for span in cluster)
            kept += len(cluster) - len(parts) - missing
            of += len(cluster) - 1
    return {name: kept, f"{name} of": of}


def b_cubed(
    name: str, own: Mapping[str, Cluster], others: Mapping[Span, str], theirs: Mapping[str, Cluster]
) -> dict[str, float]:
    """For each mention the share of its own cluster that the other side puts with it (Bagga and Baldwin 1998)."""
    total, of = 0.0, 0
    for cluster in own.values():
        for span in cluster:
            of += 1
            if span in others:
                total += len(cluster & theirs[others[span]]) / len(cluster)
    return {name: total, f"{name} of": of}


def similarity(key: Mapping[str, Cluster], response: Mapping[str, Cluster]) -> float:
    """The greatest sum of similarities (phi 4) of clusters put together one to one (Luo 2005).

    Clusters that share no mention don't matter, so groups of those that do are solved by themselves.
    """
    keys, responses = list(key.values()), list(response.values())
    at = {span: j for j, cluster in enumerate(responses) for span in cluster}
    near = [{at[span] for span in cluster if span in at} for cluster in keys]
    left, total = {i for i, beside in enumerate(near) if beside}, 0.0
    while left:
        rows, columns = connected(left, near)
        left -= set(rows)
        weights = np.zeros((len(rows), len(columns)))
        for (r, i), (c, j) in product(enumerate(rows), enumerate(columns)):
            weights[r, c] = 2 * len(keys[i] & responses[j]) / (len(keys[i]) + len(responses[j]))
        total += heaviest(weights)
    return total


def connected(left: set[int], near: Sequence[set[int]]) -> tuple[list[int], list[int]]:
    """One group of key clusters of `left` and of the response clusters that share mentions with them."""
    rows, columns = {min(left)}, set(near[min(left)])
    while True:
        wider = {i for i in left if near[i] & columns}
        if wider == rows:
            return sorted(rows), sorted(columns)
        rows = wider
        columns = set().union(*(near[i] for i in rows))


def heaviest(weights: NDArray[np.float64]) -> float:
    """The greatest sum of one entry a row and column (Kuhn's method with potentials, in cubic time)."""
    if weights.shape[0] > weights.shape[1]:
        weights = weights.T
    n, m = weights.shape
    rows, columns = np.zeros(n + 1), np.zeros(m + 1)
    match = np.zeros(m + 1, np.int64)
    for row in range(1, n + 1):
        assign(row, -weights, rows, columns, match)
    return float(sum(weights[match[j] - 1, j - 1] for j in range(1, m + 1) if match[j]))


def assign(
    row: int,
    cost: NDArray[np.float64],
    rows: NDArray[np.float64],
    columns: NDArray[np.float64],
    match: NDArray[np.int64],
) -> None:
    """Gives one more row a column along the cheapest augmenting path; potentials and matches change in place."""
    m = cost.shape[1]
    match[0], at = row, 0
    least, way, used = np.full(m + 1, np.inf), np.zeros(m + 1, np.int64), np.zeros(m + 1, np.bool_)
    while match[at]:
        used[at] = True
        free = np.flatnonzero(~used[1:]) + 1
        now = cost[match[at] - 1, free - 1] - rows[match[at]] - columns[free]
        nearer = free[now < least[free]]
        way[nearer] = at
        least[free] = np.minimum(least[free], now)
        best = int(free[least[free].argmin()])
        step = least[best]
        rows[match[used]] += step
        columns[used] -= step
        least[~used] -= step
        at = best
    while at:
        match[at], at = match[way[at]], int(way[at])
