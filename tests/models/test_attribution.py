"""A cue is held against the pieces around it."""

import numpy as np
import pytest

from onrecord.models import attribution
from onrecord.models.attribution import OF_CUE, REACH, AttributionModel, Seen, around, cue_of, within
from onrecord.models.views import Encoder

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


@pytest.mark.parametrize(
    ("firsts", "near", "words"),
    [
        ([1, 2, 5, 6], [range(7)], [[0, 1, 2, 3]]),
        ([1, 2, 5, 6], [range(2, 6)], [[1, 2]]),  # from the first word that begins there, to the last
        ([1, 2, 5, 6], [range(3, 6)], [[2]]),  # not one that only goes on there
        ([1, 2, 5, 6], [range(4), range(3, 6)], [[0, 1], [2, 2]]),
    ],
)
def test_roles_are_told_of_the_words_that_begin_near_a_cue(firsts, near, words):
    rows = [np.array(row) for row in near]
    ends = np.array([[row[0], row[-1]] for row in rows])
    assert within(np.array(firsts), ends).tolist() == words


def test_cues_of_a_crowded_window_are_asked_for_some_at_a_time(monkeypatch):
    monkeypatch.setattr(attribution, "TOGETHER", 2)
    model, asked = AttributionModel(), []
    answer = model._network.run
    monkeypatch.setattr(model._network, "run", lambda inputs: asked.append(len(inputs["at"])) or answer(inputs))
    [view] = Encoder().look("Fiji said Samoa left. Tonga said Fiji left. Peru said Chad left.", {0, 22, 44})
    cues = model.cues(view)
    assert len(cues) >= 3
    assert asked == [2] * (len(cues) // 2) + [1] * (len(cues) % 2)
    assert all(len(cue.roles) == len(view.words) for cue in cues)


@pytest.mark.parametrize(
    ("role", "tagged", "cue"),
    [
        ([0, 0, 1, 0, 0], [0, 0, 0.9, 0, 0], "said"),
        ([0, 0, 1, 0.6, 0], [0, 0, 0.9, 0, 0], "said to"),  # more of it by its role to the cue
        ([0, 0, 1, 0, 0], [0, 0.5, 0.9, 0, 0], "is said"),  # or by its tag, before it
        ([0, 0, 1, 0, 0], [0, 0, 0.9, 0.5, 0.5], "said to be"),  # and behind it
        ([0, 0, 1, 0, 0], [0, 0, 0.9, 0.3, 0.9], "said"),  # but not over a word that is none
        ([0, 0, 1, 0, 0], [0.9, 0, 0.9, 0, 0], "said"),
    ],
)
def test_a_cue_goes_on_as_far_as_words_are_tagged_as_one(role, tagged, cue):
    words = "Chad is said to be".split()
    roles = np.zeros((len(words), 4), np.float32)
    roles[:, OF_CUE] = role
    start, end = cue_of(Seen(anchor=2, tag=0.9, roles=roles, tagged=np.array(tagged, np.float32)))
    assert " ".join(words[start:end]) == cue
