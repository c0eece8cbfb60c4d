"""Search finds words in any form and takes nothing in them for an operator."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import Report, border_strike
from onrecord.model import Act
from onrecord.record import Record, search
from onrecord.record.search import Sieve

FOUND = [
    ("camp", 4),
    ("CAMPS", 4),
    ("struck camp", 4),
    ("camp struck", 4),
    ('"struck a camp"', 4),
    ("denies", 2),
    ("spokesman *** denied", 2),
    ("killing 12", 2),
    ("the", 6),
    ("the-ministry's", 0),
    ("ministry-of_defence", 2),
    ("12,", 2),
]
NOT_FOUND = [
    '"camp struck"',
    "camp OR cathedral",
    "cam*",
    "NEAR(camp struck)",
    "words:camp",
    "camp NOT struck cathedral",
    "",
    "  ",
    '"',
    '""',
    "***",
    "'; DROP TABLE passage; --",
    "-cathedral",
]


@pytest.mark.parametrize(("words", "hits"), FOUND)
def test_words_that_are_found(two_reports: Record, words: str, hits: int) -> None:
    assert len(two_reports.search(words)) == hits


@pytest.mark.parametrize("words", NOT_FOUND)
def test_words_that_are_not_found(two_reports: Record, words: str) -> None:
    assert two_reports.search(words) == ()
    assert len(two_reports.documents()) == 2


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.one_of(st.text(), st.text(alphabet="\"'*()^:+-{}NEAR ORcamp\0\ud800", max_size=12)))
def test_no_words_break_the_search(two_reports: Record, words: str) -> None:
    assert len(two_reports.search(words)) <= 50


def test_a_claim_comes_with_who_says_it(two_reports: Record) -> None:
    claims = [hit for hit in two_reports.search("struck camp") if hit.kind == "claim"]
    assert [(c.source, c.act, c.document.id) for c in claims] == [
        ("the ministry of defence", Act.CLAIM, "report-1"),
        ("the ministry of defence", Act.CLAIM, "report-2"),
    ]


def test_accents_are_passed_over(record: Record) -> None:
    record.add(*Report(text="Zoë Grönlund met Ōsai in Málaga.").made())
    assert len(record.search("gronlund osai malaga")) == 1


def test_words_of_one_document_in_two_sentences_are_no_hit(two_reports: Record) -> None:
    assert two_reports.search("camp nephew") == ()


def test_no_more_than_the_limit_comes_and_always_in_the_same_order(record: Record) -> None:
    record.add_all(border_strike(f"report-{n}").made() for n in range(5))
    hits = record.search("camp", limit=3)
    assert len(hits) == 3
    assert hits == record.search("camp", limit=3) == record.search("camp")[:3]


def test_of_a_common_word_the_newest_passages_are_weighed_and_none_is_lost(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.add_all(Report(id=f"r{n}", text=f"{'Grain. ' * (n == 1)}Grain came on day {n}.").made() for n in range(6))
    monkeypatch.setattr(search, "WEIGHED", 3)
    pages = [record.search("grain", limit=2, offset=offset) for offset in range(0, 8, 2)]
    found = [hit.document.id for page in pages for hit in page]
    assert found == ["r3", "r4", "r5", "r2", "r1", "r1", "r0"]
    assert [hit.document.id for hit in record.search("grain", limit=7)] == found


CONDITIONS = [
    ("camp", Sieve(party="KEN"), 4),
    ("camp", Sieve(party="PER"), 0),
    ("camp", Sieve(act=Act.CLAIM), 2),
    ("camp", Sieve(act=Act.CLAIM, since="2025-03", until="2025-03-18"), 2),
    ("camp", Sieve(until="2025-02"), 0),
    ("camp", Sieve(outlet="the example post", place="moyale"), 4),
    ("", Sieve(act=Act.DENIAL), 2),
    ("", Sieve(type="assault"), 4),
    ("", Sieve(type="aid"), 0),
]


@pytest.mark.parametrize(("words", "sieve", "count"), CONDITIONS, ids=str)
def test_conditions_of_a_search(two_reports: Record, words: str, sieve: Sieve, count: int) -> None:
    assert len(two_reports.search(words, sieve=sieve)) == count
