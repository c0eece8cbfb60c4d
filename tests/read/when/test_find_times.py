import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from conftest import FRIDAY, Values
from onrecord.model import TimeType
from onrecord.read.when.times import find_times

CALENDAR = [
    ("The envoys met on 24 December 2024.", "24 December 2024", "2024-12-24"),
    ("The envoys met on Dec. 24, 2024.", "Dec. 24, 2024", "2024-12-24"),
    ("The envoys met on Tuesday, December 24.", "Tuesday, December 24", "2024-12-24"),
    ("The envoys met on the 24th of December.", "the 24th of December", "2024-12-24"),
    ("The envoys met on 2024-12-24.", "2024-12-24", "2024-12-24"),
    ("The envoys met on 24/12/2024.", "24/12/2024", "2024-12-24"),
    ("The envoys met on 5/3/2025.", "5/3/2025", "2025-03-05"),
    ("The envoys met in early March 2024.", "early March 2024", "2024-03"),
    ("The envoys met in December.", "December", "2024-12"),
    ("The envoys will meet in May.", "May", "2025-05"),
    ("It has been shut since August 2021.", "August 2021", "2021-08"),
    ("They met in January last year.", "January last year", "2024-01"),
    ("They met last spring.", "last spring", "2024-SP"),
    ("Trade fell in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
    ("Trade fell in Q1 FY2024.", "Q1 FY2024", "2024-Q1"),
    ("Trade fell in the first quarter of fiscal year 2024.", "the first quarter of fiscal year 2024", "2024-Q1"),
    ("Trade fell in fiscal year 2024.", "fiscal year 2024", "2024"),
    ("Trade fell in the first half of 2024.", "the first half of 2024", "2024-H1"),
    ("The border was drawn in 1893.", "1893", "1893"),
    ("The line was closed in the 1990s.", "the 1990s", "199"),
    ("The dispute began in the 19th century.", "the 19th century", "18"),
    ("The tunnel opened in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("The truce began on Christmas Eve.", "Christmas Eve", "2024-12-24"),
    ("The camp was raided on Eid al-Fitr 2024.", "Eid al-Fitr 2024", "2024-04-10"),
    ("Talks ran from 23 to 25 March.", "23", "2025-03-23"),
    ("Talks ran from 23 to 25 March.", "25 March", "2025-03-25"),
    ("Talks on March 3-5 failed.", "5", "2025-03-05"),
]
RELATIVE = [
    ("The minister arrived on Friday.", "Friday", "2025-03-14"),
    ("The minister arrived on Monday.", "Monday", "2025-03-10"),
    ("The minister will arrive on Monday.", "Monday", "2025-03-17"),
    ("The minister plans to arrive on Monday.", "Monday", "2025-03-17"),
    ("The minister arrived last Friday.", "last Friday", "2025-03-07"),
    ("The minister will arrive next Friday.", "next Friday", "2025-03-21"),
    ("The minister arrived earlier this week.", "earlier this week", "2025-W11"),
    ("The minister arrived late last month.", "late last month", "2025-02"),
    ("The minister arrived yesterday.", "yesterday", "2025-03-13"),
    ("The minister leaves tomorrow morning.", "tomorrow morning", "2025-03-15TMO"),
    ("The minister arrived 20 days ago.", "20 days ago", "2025-02-22"),
    ("The minister arrived about two weeks ago.", "about two weeks ago", "2025-W09"),
    ("The minister arrived on 3 March 2024. Two weeks later he left.", "Two weeks later", "2024-W11"),
    ("The minister arrived on 3 March 2024. He left the next day.", "the next day", "2024-03-04"),
    ("Sales fell in the third quarter from a year earlier.", "a year earlier", "2023-Q3"),
    ("The minister spoke at 10 a.m. on Monday.", "10 a.m. on Monday", "2025-03-10T10:00"),
    ("The minister spoke on Monday night.", "Monday night", "2025-03-10TNI"),
    ("The minister spoke at 18:00 GMT.", "18:00 GMT", "2025-03-14T18:00Z"),
]
LENGTHS = [
    ("The war lasted for two and a half years.", "two and a half years", "P2Y6M"),
    ("The war has gone on for the past two decades.", "the past two decades", "P20Y"),
    ("The talks lasted nearly an hour.", "nearly an hour", "PT1H"),
    ("They agreed a 30-day truce.", "30-day", "P30D"),
    ("They fought for several years.", "several years", "PXY"),
    ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
    ("They exchange fire every day.", "every day", "P1D"),
    ("The ministry is now silent.", "now", "PRESENT_REF"),
    ("The ministry recently fell silent.", "recently", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), CALENDAR + RELATIVE + LENGTHS)
def test_times_have_their_value_on_a_report_of_14_march_2025(values: Values, text: str, words: str, value: str) -> None:
    assert values(text).get(words) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The talks ended on 15 Sunbula 1403.", "15 Sunbula 1403", "2024-09-05"),
        ("The decree of 4 Jadi 1403 stands.", "4 Jadi 1403", "2024-12-24"),
        ("The feast began on 27 Ramadan 1445.", "27 Ramadan 1445", "2024-04-06"),
        ("He was appointed on 10 Hoot.", "10 Hoot", "2025-02-28"),
        ("They went on pilgrimage on 9 Dhu al-Hijja 1445.", "9 Dhu al-Hijja 1445", "2024-06-16"),
        ("They will meet in Mordad.", "Mordad", "2025-08"),
        ("The camp was raided during Ramadan.", "Ramadan", "2025-03"),
    ],
)
def test_solar_and_hijri_dates_become_gregorian(values: Values, text: str, words: str, value: str) -> None:
    assert values(text) == {words: value}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on December 24.", "December 24", "XXXX-12-24"),
        ("They met on Friday.", "Friday", "XXXX-WXX-5"),
        ("They met yesterday.", "yesterday", "XXXX-XX-XX"),
        ("They met last week.", "last week", "XXXX-WXX"),
        ("They met on 5/3/2025.", "5/3/2025", "2025"),
        ("They met on 10 Hoot.", "10 Hoot", "XXXX-XX-XX"),
        ("They met in January last year.", "January last year", "XXXX-01"),
    ],
)
def test_without_the_reports_date_nothing_is_made_up(values: Values, text: str, words: str, value: str) -> None:
    assert values(text, None) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "The army may march on the town.",
        "Mrs May resigned and April Jones succeeded her.",
        "The Sun said so.",
        "It was his second visit.",
        "Officers in 1,200 villages were told.",
        "A ticket cost $1999.",
        "They met on February 30.",
        "They met on 31 April.",
        "They met on 29 February 2023.",
        "They met on 13 Tishrei 5785.",
        "They met on 5 Thout 1740.",
        "They met in the year 2567 of the Buddhist era.",
        "The 52-year-old envoy, a man in his 50s, is 52 years old.",
        "About three-quarters of the aid was lost.",
        "Imports rose to two million tonnes a year.",
        "They feared that the town would fall.",
        "The decree of 1403 men was void.",
        "The budget for the year 1404 was passed.",
        "The Mehr agency and Tariq Ramadan said so.",
        "They saw 75 hours of footage.",
    ],
)
def test_near_misses_are_no_times(values: Values, text: str) -> None:
    assert values(text) == {}


def test_every_time_names_its_rule_and_type(nlp: Language) -> None:
    text = "At 10 a.m. on Monday they agreed a two-week truce."
    clock, truce = find_times(text, nlp(text), None, document_id="d")
    assert (clock.type, clock.rule) == (TimeType.TIME, "date.weekday")
    assert (truce.type, truce.rule) == (TimeType.DURATION, "duration.many")
    assert clock.id != truce.id


WORDS = st.sampled_from(
    "March May 5 31 2024 , . - to last next this Friday week years ago two a the of early Eid 1403 Hoot 12/5/24 0/0/00 "
    "24:99 10 a.m. noon 1/0 '80s Q3 hundred thousand quarter half later old ٣ ½ \n".split(" ")
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(), st.lists(WORDS, max_size=25).map(" ".join)), dated=st.booleans())
def test_any_text_is_read_without_error_and_alike_twice(nlp: Language, text: str, dated: bool) -> None:
    doc = nlp.make_doc(text)
    times = find_times(text, doc, FRIDAY if dated else None, document_id="d")
    assert times == find_times(text, doc, FRIDAY if dated else None, document_id="d")
    assert all(0 <= t.start < t.end <= len(text) and t.value for t in times)
    assert all(a.end <= b.start for a, b in itertools.pairwise(times))
    assert len({t.id for t in times}) == len(times)


def test_an_added_paragraph_shifts_every_extent_alike(nlp: Language) -> None:
    text = "The envoys met on Tuesday, December 24. They had met two weeks earlier and will meet in May."
    added = "Nobody else was there.\n\n"
    before = find_times(text, nlp(text), None, document_id="d")
    after = find_times(added + text, nlp(added + text), None, document_id="d")
    assert [(t.start + len(added), t.end + len(added), t.value) for t in before] == [
        (t.start, t.end, t.value) for t in after
    ]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "1" * 100_000, "two " * 5_000, "the last " * 5_000, "-" * 20_000])
def test_hostile_texts_are_read_in_linear_time(nlp: Language, text: str) -> None:
    assert find_times(text, nlp.make_doc(text), None, document_id="d") == ()
