"""What a report mainly tells is kept apart from what it recalls, and one deed is known again in another report."""

from dataclasses import replace

import pytest

from factories import Report, day
from onrecord.link.deeds import Deed, as_features, find_deeds, from_features, keys_of, one_deed
from onrecord.link.sketch import make_sketch
from onrecord.link.spots import Spot
from onrecord.model import Form, Kind

SURIN = Spot("surin", "THA", "Surin", 14.88, 103.49, "city")
SHELLING = Deed(
    event="e0",
    type="ASSAULT",
    actors=frozenset({"KHM"}),
    recipients=frozenset({"THA"}),
    since=100,
    until=100,
    spot=SURIN,
)


@pytest.mark.parametrize(
    ("mention", "placed"),
    [
        ({}, True),
        ({"recipients": frozenset()}, True),
        ({"actors": frozenset(), "recipients": frozenset({"THA"})}, True),
        ({"recipients": frozenset({"THA", "LAO"})}, True),
        ({"since": 96, "until": 102}, True),
        ({"spot": None}, False),
        ({"spot": Spot("thailand", "THA", None, 15.5, 101.0, "country")}, False),
        ({"spot": Spot("surin province", "THA", "Surin", None, None, "admin1")}, True),
        ({"type": "COERCE"}, None),
        ({"since": 101, "until": 101}, None),
        ({"actors": frozenset({"MMR"})}, None),
        ({"recipients": frozenset({"LAO"})}, None),
        ({"actors": frozenset(), "recipients": frozenset()}, None),
        ({"spot": Spot("ranong", "THA", "Ranong", 9.96, 98.6, "city")}, None),
        ({"spot": Spot("vietnam", "VNM", None, 16.2, 107.8, "country")}, None),
    ],
)
def test_a_mention_is_of_a_deed_of_the_same_type_days_parties_and_place(mention, placed) -> None:
    assert one_deed(replace(SHELLING, **mention), SHELLING) is placed


def test_what_may_be_one_deed_shares_a_key() -> None:
    spread = replace(SHELLING, since=98, until=102, recipients=frozenset())
    assert set(keys_of(spread)) & set(keys_of(SHELLING))


@pytest.mark.parametrize("deed", [SHELLING, replace(SHELLING, spot=None, since=None, until=None)])
def test_a_deed_is_kept_whole(deed) -> None:
    assert from_features(as_features(deed)) == deed


def shelled(*deeds: tuple[str, str], type: str = "ASSAULT") -> Report:
    """Kenya's guns on towns, each on its day."""
    report = Report(text=" ".join(f"Kenya shelled {town} on {on}." for town, on in deeds), published="2025-03-08")
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    for town, on in deeds:
        place = report.place(town, "ETH")
        sentence = f"Kenya shelled {town} on {on}."
        report.event(sentence, type, trigger=f"shelled {town}", actor=(kenya,), place=place, date=day(on))
    return report


@pytest.mark.parametrize(
    ("other", "recalled"), [("2025-03-05", True), ("2025-03-06", False), ("2025-03-07", False), ("2025-03-09", False)]
)
def test_what_was_two_days_before_the_main_deed_is_recalled(other: str, recalled: bool) -> None:
    document, reading = shelled(("Kibish", "2025-03-07"), ("Todenyang", other)).made()
    found = find_deeds(reading)
    assert found.main is not None
    assert (found.main.event, [deed.event for deed in found.others]) == ("e0", ["e1"])
    assert ("e1" in found.recalled) is recalled
    sketch = make_sketch(document, reading)
    assert ("todenyang" in sketch.terms) is not recalled
    assert len(sketch.spots) == len(sketch.events) == (1 if recalled else 2)


@pytest.mark.parametrize(
    ("type", "seized", "recalled"),
    [
        ("COERCE", "2025-03-01", True),
        ("COERCE", "2025-03-02", False),
        ("ASSAULT", "2025-02-01", False),
    ],
)
def test_what_was_a_week_before_a_deed_of_another_type_is_recalled(type: str, seized: str, recalled: bool) -> None:
    report = Report(text="Kenya freed the crew. Kenya seized the boat.", published="2025-03-09")
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    report.event("Kenya freed the crew.", "RETREAT", trigger="freed", actor=(kenya,), date=day("2025-03-08"))
    report.event("Kenya seized the boat.", type, trigger="seized", actor=(kenya,), date=day(seized))
    assert ("e1" in find_deeds(report.made()[1]).recalled) is recalled


def test_deeds_come_before_words() -> None:
    report = Report(text="Ethiopia denied it on Friday. Kenya shelled Kibish on Tuesday.")
    kenya, ethiopia = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Ethiopia", Kind.STATE, "ETH")
    first, second = "Ethiopia denied it on Friday.", "Kenya shelled Kibish on Tuesday."
    report.event(first, "REJECT", trigger="denied", actor=(ethiopia,), date=day("2025-03-07"))
    report.event(second, "ASSAULT", trigger="shelled", actor=(kenya,), date=day("2025-03-04"))
    found = find_deeds(report.made()[1])
    assert found.main is not None
    assert (found.main.type, found.recalled) == ("ASSAULT", frozenset())


def test_a_party_without_a_country_goes_by_the_name_within_what_it_is_called() -> None:
    report = Report(text="Gunmen of the Red Front raided a farm on 2025-03-07.")
    gunmen = report.entity("Gunmen of the Red Front", Kind.PERSON)
    (called,) = report.entities[0].mentions
    report.entities[0] = replace(report.entities[0], mentions=(replace(called, form=Form.NOMINAL),))
    report.entity("Red Front", Kind.BODY)
    report.event(report.text, "ASSAULT", trigger="raided", actor=(gunmen,), date=day("2025-03-07"))
    found = find_deeds(report.made()[1])
    assert found.main is not None
    assert found.main.actors == {"red front"}
