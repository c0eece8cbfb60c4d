"""Words, their pieces and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.tokens import LONGEST, Vocabulary

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##rest", "rest", "cafe", "'", "s", ".", "5")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(PIECES)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("unrest", [(4, 5)]),
        ("UNREST.", [(4, 5), (10,)]),
        ("café's", [(7,), (8,), (9,)]),
        ("5 tanks", [(11,), (1,)]),
        ("un_rest", [(4,), (1,), (6,)]),
        ("🙂 unrest", [(1,), (4, 5)]),
        ("u" * (LONGEST + 1), [(1,)]),
        ("\u0301", [(1,)]),
        (" \n\t ", []),
        ("", []),
    ],
)
def test_words_split_into_the_longest_pieces_or_are_unknown(
    vocabulary: Vocabulary, text: str, pieces: list[tuple[int, ...]]
) -> None:
    assert [w.pieces for w in vocabulary.words(text)] == pieces


def test_a_paragraph_breaks_before_its_first_word_but_not_before_the_text(vocabulary: Vocabulary) -> None:
    assert [w.breaks for w in vocabulary.words("\nrest rest\n\nrest")] == [False, False, True]


@given(st.text(max_size=60))
def test_words_lie_in_the_text_in_order_and_have_pieces(text: str) -> None:
    words = Vocabulary(PIECES).words(text)
    assert all(w.pieces and 0 <= w.start < w.end <= len(text) for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
