from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.paragraphs import find_paragraphs, plain_headline

WRAPPED = (
    "The envoy arrived in the capital on Sunday and met the\n"
    "minister for an hour. They spoke of the dam and of\n"
    "the border."
)


def words(text: str) -> list[str]:
    return [e.of(text) for e in find_paragraphs(text).extents]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two.", ["One.", "Two."]),
        ("", []),
        (" \n\t\n", []),
        (
            f"{WRAPPED}\n\nThe talks go on.",
            [WRAPPED, "The talks go on."],
        ),
    ],
)
def test_text_is_split_into_its_paragraphs(text, paragraphs):
    assert words(text) == paragraphs


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Envoy Visits Lima\nThe envoy came on Sunday.", "Envoy Visits Lima"),
        ("The envoy came on Sunday.\nHe left on Monday.", None),
        ("Envoy Visits Lima", None),
        ("Peru Lifts Its Travel Ban on Chad", "Peru Lifts Its Travel Ban on Chad"),
        ("Peru Lifts Its Travel Ban on Chad.\nIt did so on Sunday.", "Peru Lifts Its Travel Ban on Chad."),
        ("Peru lifted its travel ban on Chad.", None),
        ("LIMA, March 3 (Wire) - The envoy came\nHe left.", None),
        ("Two demands were made:\nThe first is peace.", None),
    ],
)
def test_headline_is_a_short_first_line_without_a_stop_or_with_a_capital_on_each_word_of_weight(text, headline):
    found = find_paragraphs(text).headline
    assert (found and found.of(text)) == headline


@pytest.mark.parametrize(
    ("headline", "names", "plain"),
    [
        ("Peru Envoy Holds Talks With Rebels in Lima", "peru lima", "Peru envoy holds talks with rebels in Lima"),
        ("PERU ENVOY HOLDS TALKS WITH REBELS", "peru", "Peru envoy holds talks with rebels"),
        ("Peru envoy holds talks with rebels", "peru", "Peru envoy holds talks with rebels"),
        ("EU Envoy Holds Talks With Rebels", "", "EU envoy holds talks with rebels"),
    ],
)
def test_headline_in_title_case_is_brought_down(headline, names, plain):
    text = headline + "\nThe envoy came."
    found = find_paragraphs(text).headline
    assert plain_headline(text, found, frozenset(names.split())).split("\n")[0] == plain


@given(st.text())
def test_paragraphs_lie_in_any_text_in_order_and_lose_no_word(text):
    extents = find_paragraphs(text).extents
    assert all(a.end <= b.start for a, b in pairwise(extents))
    kept = "".join(e.of(text) for e in extents)
    assert [c for c in text if not c.isspace()] == [c for c in kept if not c.isspace()]
