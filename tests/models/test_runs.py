"""The heaviest stretches: gaps are bridged and specks left out where that weighs more."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.runs import Run, heaviest, weight


@pytest.mark.parametrize(
    ("weights", "cost", "stretches"),
    [
        ([], 1.0, []),
        ([-1, -2], 0.5, []),
        ([-1, 3, 3, -1], 1.0, [(1, 3)]),
        ([3, 3, -1, 3, 3], 2.0, [(0, 5)]),
        ([3, 3, -4, 3, 3], 2.0, [(0, 2), (3, 5)]),
        ([3, 3, -4, -4, 1], 2.0, [(0, 2)]),
        ([1], 2.0, []),
    ],
)
def test_a_stretch_is_worth_its_cost(weights: list[float], cost: float, stretches: list[Run]) -> None:
    assert heaviest(np.array(weights, np.float32), cost) == stretches


@given(st.lists(st.integers(-5, 5), max_size=9), st.integers(0, 4))
def test_no_other_choice_of_words_weighs_more(weights: list[int], cost: int) -> None:
    own = np.array(weights, np.float32)
    found = heaviest(own, cost)
    most = max(worth(own, [bool(n >> i & 1) for i in range(len(weights))], cost) for n in range(2 ** len(weights)))
    assert sum(weight(run, own) - cost for run in found) == pytest.approx(most)
    assert all(0 <= s < e <= len(weights) for s, e in found)
    assert all(a[1] < b[0] for a, b in pairwise(found)) or cost == 0


def worth(weights: np.ndarray, marked: list[bool], cost: float) -> float:
    begins = sum(m and not before for before, m in pairwise([False, *marked]))
    return float(weights[np.array(marked, bool)].sum()) - cost * begins
