"""A cue is held against the pieces around it."""

import numpy as np
import pytest

from onrecord.models.attribution import REACH, around

HALF = REACH // 2


@pytest.mark.parametrize(
    ("at", "width", "first", "end"),
    [
        (0, 10, 0, 10),  # a view that is shorter than the reach, whole
        (9, REACH, 0, REACH),
        (3, 3 * REACH, 0, REACH),  # near the beginning as many as anywhere
        (3 * REACH - 1, 3 * REACH, 2 * REACH, 3 * REACH),
        (REACH, 3 * REACH, REACH - HALF, REACH + HALF),
    ],
)
def test_the_nearest_pieces_are_looked_at(at, width, first, end):
    assert around(np.array([at]), width).tolist() == [list(range(first, end))]
