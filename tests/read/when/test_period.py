"""The days that words tell together, on a report of 6 May 2025."""

from datetime import date

import pytest
from spacy.language import Language

from onrecord.read.when.period import days_told
from onrecord.read.when.times import find_times

TOGETHER = [
    ("Talks ran from 23 to 25 March.", "25 March", ("2025-03-23", "2025-03-25")),
    ("Talks ran from 23 to 25 March.", "23", ("2025-03-23", "2025-03-25")),
    ("They fought between 2019 and 2021.", "2019", ("2019-01-01", "2021-12-31")),
    ("They fought from March until May 2024.", "May 2024", ("2024-05-01", "2024-05-31")),
    ("They have fought since August 2021.", "August 2021", ("2021-08-01", "2025-05-06")),
    ("They fought over the past two weeks.", "over the past two weeks", ("2025-04-22", "2025-05-06")),
    ("They fought on 3 May and 5 May.", "3 May", ("2025-05-03", "2025-05-03")),
    ("They fought for two weeks.", "two weeks", None),
    ("They fight every Friday.", "every Friday", None),
]


@pytest.mark.parametrize(("text", "words", "days"), TOGETHER)
def test_days_of_a_time_with_the_words_around_it(
    nlp: Language, text: str, words: str, days: tuple[str, str] | None
) -> None:
    times = find_times(text, nlp(text), date(2025, 5, 6), document_id="d")
    time = next(t for t in times if text[t.start : t.end] == words)
    assert days_told(time, times, text, "2025-05-06") == days


def test_without_the_reports_date_the_past_is_open(nlp: Language) -> None:
    text = "They fought over the past two weeks."
    times = find_times(text, nlp(text), None, document_id="d")
    assert days_told(times[0], times, text, None) is None
