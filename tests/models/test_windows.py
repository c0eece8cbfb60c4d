"""Windows cover every word once, whole sentences where they fit."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.tokens import Word
from onrecord.models.windows import AROUND, CORE, cut, weight


def words_of(sizes: list[int]) -> list[Word]:
    return [Word(start=2 * i, end=2 * i + 1, pieces=(5,) * n) for i, n in enumerate(sizes)]


@given(st.lists(st.integers(1, 40), max_size=120), st.sets(st.integers(0, 119)))
def test_cores_cover_every_word_once_and_windows_hold_their_cores(sizes: list[int], sentences: set[int]) -> None:
    words = words_of(sizes)
    windows = cut(words, {2 * i for i in sentences})
    assert [i for w in windows for i in range(w.first, w.last)] == list(range(len(words)))
    for w in windows:
        assert 0 <= w.start <= w.first < w.last <= w.end <= len(words)
        assert sum(weight(x) for x in words[w.start : w.end]) <= CORE + 2 * AROUND


def test_a_window_is_cut_where_a_sentence_begins() -> None:
    words = words_of([1] * (CORE + 50))
    windows = cut(words, {0, 2 * 100, 2 * 140})
    assert [(w.first, w.last) for w in windows] == [(0, 140), (140, CORE + 50)]
    assert windows[0].end == 140 + AROUND
    assert windows[1].start == 140 - AROUND


def test_a_sentence_longer_than_a_core_is_cut_anyway() -> None:
    assert len(cut(words_of([1] * (3 * CORE)), {0})) == 3


def test_no_words_no_windows() -> None:
    assert cut([], set()) == []
