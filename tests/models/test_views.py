"""What a view knows of a text: which pieces are whose, and on what it decides."""

import numpy as np
import pytest

from onrecord.model import Extent
from onrecord.models.tokens import Word
from onrecord.models.views import View
from onrecord.models.windows import Window

TEXT = "Fiji warned Samoa"
WORDS = tuple(
    Word(start=start, end=start + len(text), pieces=pieces)
    for start, text, pieces in ((0, "Fiji", (7,)), (5, "warned", (8, 9)), (12, "Samoa", (10,)))
)


@pytest.fixture
def view() -> View:
    """The three words of a text, of which the last two are decided on; a piece stands before them and one after."""
    places = (range(1, 2), range(2, 4), range(4, 5))
    window = Window(start=10, end=13, first=11, last=13)
    return View(
        window=window,
        words=WORDS,
        places=places,
        vectors=np.zeros((6, 384), np.float32),
        tags=np.zeros((6, 5), np.float32),
    )


@pytest.mark.parametrize(
    ("extent", "pieces"),
    [
        ((0, 4), [1]),
        ((5, 11), [2, 3]),
        ((0, 17), [1, 2, 3, 4]),
        ((9, 13), [2, 3, 4]),  # parts of two words
        ((4, 5), []),  # the space between two
        ((17, 40), []),  # what comes after the window
    ],
)
def test_an_extent_has_the_pieces_of_the_words_that_it_meets(
    view: View, extent: tuple[int, int], pieces: list[int]
) -> None:
    assert view.pieces(Extent(*extent)) == pieces


@pytest.mark.parametrize(
    ("extent", "is_decided"), [((0, 4), False), ((0, 17), True), ((12, 17), True), ((17, 40), False)]
)
def test_a_view_decides_on_what_meets_its_core(view: View, extent: tuple[int, int], is_decided: bool) -> None:
    assert view.decides_on(Extent(*extent)) is is_decided
