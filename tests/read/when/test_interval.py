import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.when.interval import as_interval


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-12-24", "2024-12-24", "2024-12-24"),
        ("2024-12-24TMO", "2024-12-24", "2024-12-24"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-W52", "2024-12-23", "2024-12-29"),
        ("2024-W52-3", "2024-12-25", "2024-12-25"),
        ("2024-W52-WE", "2024-12-28", "2024-12-29"),
        ("2021-Q3", "2021-07-01", "2021-09-30"),
        ("2021-H1", "2021-01-01", "2021-06-30"),
        ("2024-SP", "2024-03-01", "2024-05-31"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_date_covers_its_days(value: str, first: str, last: str) -> None:
    assert as_interval(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P2D", "XXXX-12-24", "XXXX-WXX-5", "2024-13", "2024-02-30", "2024-W60", "00", "", "2024-QX"]
)
def test_what_names_no_days_covers_none(value: str) -> None:
    assert as_interval(value) == (None, None)


@given(st.text(alphabet="0123456789-WQHSPXETFA"))
def test_any_value_has_both_ends_or_none(value: str) -> None:
    first, last = as_interval(value)
    assert (first is None) == (last is None)
    assert first is None or last is None or first <= last
