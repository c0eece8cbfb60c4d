"""Pairing quotation marks: straight, curly and doubled ones, over sentences, left open, and apostrophes left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from onrecord.model import Document, Extent
from onrecord.read.paragraphs import find_paragraphs
from onrecord.read.parse import prepare
from onrecord.read.quotes import Quotation, find_quotations

BLANK = English()


def quotations(text: str) -> tuple[Quotation, ...]:
    paragraphs, doc = prepare(BLANK, Document.from_text(text), frozenset())
    assert paragraphs == find_paragraphs(text)
    return find_quotations(doc, paragraphs)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "we will go" and left.', ['"we will go"']),
        ("He said “we will go” and left.", ["“we will go”"]),
        ("He said ''we will go'' and left.", ["''we will go''"]),
        ("“One. Two. Three,” he said.", ["“One. Two. Three,”"]),
        ("“We go,” he said, “and we stay.”", ["“We go,”", "“and we stay.”"]),
        ("“We go home.\n\n“We stay there.”", ["“We go home.", "“We stay there.”"]),
        ("It is the army's word.", []),
        ("Nobody spoke.", []),
        ("", []),
    ],
)
def test_quotations_run_from_mark_to_mark(text: str, found: list[str]) -> None:
    # A doubled mark keeps its second character as the mark.
    assert [q.extent.of(text).lstrip("'").rstrip("'") for q in quotations(text)] == [f.strip("'") for f in found]


def test_a_quotation_that_is_left_open_ends_with_its_paragraph() -> None:
    first, second = quotations("“We go home.\n\n“We stay.”")
    assert not first.closed
    assert second.closed


@pytest.mark.parametrize(("text", "is_term"), [("the “axis of evil”", True), ("“the sea is calm”", False)])
def test_a_few_words_in_marks_are_a_term(text: str, is_term: bool) -> None:
    assert quotations(text)[0].is_term is is_term


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab .,\n\"“”'’", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for q in quotations(text):
        assert at <= q.extent.start < q.extent.end <= len(text)
        assert q.extent == Extent(q.extent.start, q.extent.end)
        at = q.extent.end
