"""Readings go to JSON and come back the same; what is no Reading is refused by naming the first thing wrong."""

import json

import pytest
from any_reading import any_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ReadingError
from onrecord.model import (
    Document,
    DocumentRead,
    Edition,
    Event,
    Extent,
    Office,
    Reading,
    from_json,
    reading_from_json,
    reading_to_json,
    to_json,
)

LEAST = Reading(coder=Edition(version="1", lexicon="2", model="3"), document=DocumentRead(id="d", sha256="0" * 64))


@settings(max_examples=60)
@given(any_reading)
def test_reading_comes_back_from_its_json_the_same(reading):
    line = reading_to_json(reading)
    assert reading_from_json(line) == reading
    assert reading_to_json(reading_from_json(line)) == line
    assert "\n" not in line


def test_json_spells_since_as_from_and_extents_as_pairs():
    office = Office(holder="e1", title="envoy", since="2025-03-05", spans=(Extent(3, 8),))
    data = to_json(office)
    assert (data["from"], data["spans"]) == ("2025-03-05", [[3, 8]])
    assert "since" not in data
    assert from_json(Office, data) == office


def test_json_may_leave_out_what_has_a_default_and_hold_what_is_not_known():
    data = json.loads(reading_to_json(LEAST))
    del data["events"], data["document"]["published"]
    assert from_json(Reading, data | {"of a later version": 1}) == LEAST


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "not JSON"),
        ("[]", "not a Reading"),
        ('{"schema": "onrecord.reading/2"}', "not a Reading"),
        ('{"schema": "onrecord.reading/1"}', "Reading: coder is missing"),
        (reading_to_json(LEAST).replace('"id": "d"', '"id": 7'), "Reading.document.id: str is wanted, not 7"),
        (reading_to_json(LEAST).replace('"times": []', '"times": {}'), "Reading.times: a list is wanted"),
        (reading_to_json(LEAST).replace('"kin": []', '"kin": [3]'), r"Reading.kin[0]: an object is wanted, not 3"),
    ],
)
def test_reading_from_json_names_the_first_thing_that_is_wrong(line, complaint):
    with pytest.raises(ReadingError) as raised:
        reading_from_json(line)
    assert str(raised.value).startswith(complaint)


@pytest.mark.parametrize("span", [[3], [3, 3], [5, 2], [-1, 2], ["0", 1], [0.0, 1], [True, 2], None])
def test_json_refuses_a_span_that_points_at_nothing(span):
    data = {"id": "e", "type": "CONSULT", "quad": "q", "intensity": 1, "trigger": [], "sentence": span}
    with pytest.raises(ReadingError, match=r"Event\.sentence: "):
        from_json(Event, data)


def test_json_takes_a_whole_number_where_a_number_is_wanted_but_not_a_truth_value():
    data = {"id": "e", "type": "CONSULT", "quad": "q", "trigger": [], "sentence": [0, 4]}
    assert from_json(Event, data | {"intensity": 4}).intensity == 4.0
    with pytest.raises(ReadingError, match=r"Event\.intensity: float is wanted, not True"):
        from_json(Event, data | {"intensity": True})


def test_document_has_an_id_of_its_own_where_none_is_given():
    assert Document.from_text("a").id == Document.from_text("a").id != Document.from_text("b").id
    assert Document.from_text("a", url="https://post.example/1").id == "https://post.example/1"
    assert Document.from_text("a", id="x", url="https://post.example/1").id == "x"
    assert len(Document.from_text("\ud800").id) == 16


@given(st.text(), st.integers(0, 30), st.integers(1, 30))
def test_extent_points_at_characters(text, start, length):
    extent = Extent(start, start + length)
    assert extent.of(text) == text[start : start + length]
    assert extent in extent
    assert extent.overlaps(extent)
    assert not extent.overlaps(Extent(start + length, start + length + 1))
