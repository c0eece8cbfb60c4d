"""Days are told in few words."""

import pytest

from onrecord.export.dates import day, days


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2025-03-18", "2025-03-18", "18 March 2025"),
        ("2025-03-18", "2025-03-20", "18 – 20 March 2025"),
        ("2025-03-30", "2025-04-02", "30 March – 2 April 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025"),
        ("2025-03-18", None, "from 18 March 2025"),
        (None, "2025-03-18", "by 18 March 2025"),
        (None, None, "undated"),
    ],
)
def test_days_are_told_in_few_words(since: str | None, until: str | None, words: str) -> None:
    assert days(since, until) == words


def test_days_that_are_none_stay_as_they_are() -> None:
    assert (day("2025-13"), day("soon"), day("2025-03")) == ("2025-13", "soon", "March 2025")
