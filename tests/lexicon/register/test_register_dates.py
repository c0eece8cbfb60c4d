"""Spans of time with dates that are known to the year, the month or the day."""

import pytest

from onrecord.lexicon.register.dates import is_date, overlap, within


@pytest.mark.parametrize("text", ["2001", "2001-02", "2001-02-28"])
def test_dates_of_three_precisions(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["", "01", "2001-13", "2001-02-30", "2001-2-3", "2001/02/03", "May 2001"])
def test_what_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("date", "since", "until", "lies"),
    [
        ("2005-06-01", "2002-12-30", "2013-04-09", True),
        ("2013", "2002-12-30", "2013-04-09", True),
        ("2013-04-10", "2002-12-30", "2013-04-09", False),
        ("2002-12-29", "2002-12", "2013", True),
        ("2001-12-29", "2002", None, False),
        ("2031-01-01", "2002", None, True),
        ("1901-01-01", None, "1950", True),
        (None, "2002", None, True),
        (None, "2002", "2013", False),
    ],
)
def test_whether_a_date_lies_in_a_span(date: str | None, since: str, until: str | None, lies: bool) -> None:
    assert within(date, since, until) == lies


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (("2001", "2005"), ("2004", "2008"), True),
        (("2001", "2005"), ("2005", "2008"), False),
        (("2001", "2005-03-01"), ("2005-03-01", None), False),
        (("2001", None), ("2020", None), True),
        (("2001", "2005"), ("2010", "2012"), False),
    ],
)
def test_spans_that_overlap(one: tuple[str, str | None], other: tuple[str, str | None], both: bool) -> None:
    assert overlap(one, other) == overlap(other, one) == both
