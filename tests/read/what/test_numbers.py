"""Numbers and how exact they are meant."""

import pytest

from onrecord.read.what.numbers import is_numeral, read_number


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("The raid killed 12 men.", 12, 12),
        ("The raid killed twelve men.", 12, 12),
        ("The raid killed twenty-one men.", 21, 21),
        ("The raid killed 1,200 men.", 1200, 1200),
        ("The raid killed two hundred men.", 200, 200),
        ("The raid killed a dozen men.", 12, 12),
        ("The raid killed at least 12 men.", 12, None),
        ("The raid killed more than a dozen men.", 12, None),
        ("The raid killed over 40 men.", 40, None),
        ("The raid killed dozens of men.", 24, None),
        ("The raid killed hundreds of men.", 200, None),
        ("The raid killed up to 30 men.", None, 30),
        ("The raid killed as many as ten men.", None, 10),
        ("The raid killed fewer than 50 men.", None, 50),
        ("The raid killed between 30 and 40 men.", 30, 40),
        ("The raid killed 30 to 40 men.", 30, 40),
        ("The raid displaced three million people.", 3_000_000, 3_000_000),
        ("The raid displaced 3.5 million people.", 3_500_000, 3_500_000),
    ],
)
def test_a_number_has_its_bounds(nlp, sentence, low, high):
    number = next(n for t in nlp(sentence) if is_numeral(t) and (n := read_number(t)) is not None)
    assert (number.low, number.high) == (low, high)


def test_the_words_that_bound_a_number_belong_to_it(nlp):
    sentence = "The raid killed at least 12 men."
    number = read_number(next(t for t in nlp(sentence) if t.text == "12"))
    assert number.extent.of(sentence) == "at least 12"


@pytest.mark.parametrize("word", ["one-sided", "tension", "B-52", "men", "-"])
def test_what_only_looks_like_a_number_is_none(nlp, word):
    assert not any(is_numeral(t) for t in nlp(word) if t.text == word)
