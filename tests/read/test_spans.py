"""Tokens and the stretches that they make."""

import pytest

from onrecord.read.spans import sentences_of

TEXT = "Fiji spoke. Samoa did not. Tonga left."


@pytest.mark.parametrize(
    ("first", "end", "starts"),
    [(0, 3, [0, 0, 0]), (1, 5, [0, 0, 3, 3]), (4, 6, [3, 3]), (2, 9, [0, 3, 3, 3, 3, 7, 7]), (0, 0, [])],
)
def test_words_know_where_their_sentences_begin(nlp, first, end, starts):
    words = nlp(TEXT)[first:end]
    assert sentences_of(words) == starts == [word.sent.start for word in words]
