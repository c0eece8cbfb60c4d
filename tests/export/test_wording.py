"""Numbers and days in words."""

import pytest

from onrecord.export.lookup import Lookup
from onrecord.export.wording import TYPES, count, days, quoted, said_on, speakers
from onrecord.lexicon.lexicon import load_types
from onrecord.model import Document


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12 killed"),
        (1200, None, "at least 1,200 killed"),
        (None, 3, "up to 3 killed"),
        (10, 12, "10 to 12 killed"),
        (None, None, "an unknown number killed"),
        (0, 0, "0 killed"),
    ],
)
def test_count_says_how_exact_a_number_is(low, high, words):
    assert count("killed", low, high) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-03-18", "2025-03-18", "2025-03-18"),
        ("2025-03-18", "2025-03-20", "2025-03-18 to 2025-03-20"),
        ("2025-03-18", None, "from 2025-03-18"),
        (None, "2025-03-18", "by 2025-03-18"),
        (None, None, "undated"),
    ],
)
def test_days_say_how_exact_a_date_is(start, end, words):
    assert days(start, end) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-06-19", "2025-06-19"),
        ("2025-06-19TEV", "2025-06-19 in the evening"),
        ("2025-06-19T14:30", "2025-06-19 at 14:30"),
        ("2025-W25", "2025-W25"),
    ],
)
def test_the_time_of_a_saying_is_told_in_words(value, words):
    assert said_on(value) == words


@pytest.mark.parametrize(("words", "shown"), [("We met.", "“We met.”"), ("“We met.”", "“We met.”"), ("", "")])
def test_quoted_adds_no_second_pair_of_marks(words, shown):
    assert quoted(words) == shown


def test_every_type_is_told_in_plain_words():
    assert set(TYPES) == set(load_types())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chad summoned the envoy to protest what it called raids by armed men.", ["Chad"]),
        ("Kenya's ministry wrote that the envoy said that Chad had attacked Peru.", ["the envoy", "Kenya's ministry"]),
    ],
)
def test_who_says_that_he_says_it_is_named_once(reader, text, names):
    document = Document.from_text(text, id="d")
    reading = reader.read(document)
    lookup = Lookup(document, reading)
    innermost = max(reading.attributions, key=lambda told: len(lookup.chain(told)))
    assert speakers(lookup, innermost) == names
