"""Overlapping marks as a flat run of segments."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.segments import Mark, paragraphs, segments


def mark(start: int, end: int, kind: str = "party", card: str = "p1") -> Mark:
    return Mark(start=start, end=end, kind=kind, card=card)


def test_segments_cut_crossing_marks_at_each_boundary():
    one, two = mark(0, 6), mark(4, 9, card="p2")
    assert [(s.start, s.end, s.marks) for s in segments(0, 10, [one, two])] == [
        (0, 4, (one,)),
        (4, 6, (one, two)),
        (6, 9, (two,)),
        (9, 10, ()),
    ]


def test_segments_put_the_longest_mark_outermost():
    long, short = mark(0, 9, "content", "a1"), mark(2, 5)
    middle = list(segments(0, 10, [short, long]))[1]
    assert middle.marks == (long, short)
    assert (middle.begins, middle.last) == ((short,), (short,))


def test_segments_count_what_reaches_over_the_paragraph_only_inside_it():
    over = mark(0, 99)
    assert [(s.start, s.end, s.begins, s.last) for s in segments(10, 20, [over])] == [(10, 20, (over,), (over,))]


marks = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(["a1", "p1", "p2"])).map(
        lambda t: mark(t[0], t[0] + t[1], card=t[2])
    ),
    max_size=8,
)


@given(marks)
def test_segments_join_up_to_the_text_and_carry_exactly_the_marks_that_cover_them(found):
    cut = list(segments(0, 30, found))
    assert [s.start for s in cut][1:] == [s.end for s in cut][:-1]
    assert (cut[0].start, cut[-1].end) == (0, 30)
    for segment in cut:
        assert set(segment.marks) == {m for m in found if m.start <= segment.start and segment.end <= m.end}


@given(st.text())
def test_paragraphs_lie_in_the_text_and_hold_every_word(text):
    found = list(paragraphs(text))
    assert " ".join(p.of(text) for p in found).split() == text.split()
    assert not any("\n" in p.of(text) for p in found)
