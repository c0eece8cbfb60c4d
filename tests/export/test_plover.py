"""PLOVER records: the manual's own keys, documented keys beside them, and only what PLOVER has a place for."""

import json
from dataclasses import replace

import pytest

from onrecord.export.plover import event_type, plover_records, undated
from onrecord.model import Modality, Published, When

REQUIRED = {"id", "date", "actor", "event"}
OWN = REQUIRED | {
    *("has_event", "time", "enddate", "endtime", "recipient", "event_loc", "event_text", "quad_code", "event_scale"),
    *("mode", "context", "link", "text", "text_info", "cite_info", "size", "coder", "coded_date", "coded_time"),
    "comment",
}
BESIDE = {"date_basis", "modality", "evidence", "attribution", "figures", "confidence", "rule"}
PARTY = {"code", "sector", "entity_text", "identifier_id", "identifier_text", "religion", "ethnicity", "office"}
CITATION = {
    *("corpus", "citation", "url", "title", "language", "publication", "license", "copyright", "coder", "codebook"),
    "version",
}
PLACE = {"geonameid", "name", "asciiname", "latitude", "longitude", "country code", "cc3", "population"}


@pytest.fixture(scope="module")
def records(told):
    return {record["id"]: record for record in plover_records(*told)}


def test_plover_holds_the_required_keys_and_no_undocumented_ones(records):
    for record in records.values():
        assert set(record) >= REQUIRED
        assert set(record) <= OWN | BESIDE
        for party in record["actor"] + record.get("recipient", []):
            assert {"code", "sector", "entity_text"} <= set(party) <= PARTY | {"gender", "age", "entity_id"}
        assert set(record["cite_info"]) <= CITATION
        assert set(record.get("event_loc", {})) <= PLACE | {"admin1", "precision"}
        assert set(record["text_info"]) <= {"sequence", "start", "end", "text_story"}
        assert set(record.get("size", {})) <= {"dead", "injured", "arrested"}


def test_plover_records_are_json(records):
    assert json.loads(json.dumps(records)) == records


def test_plover_says_on_whose_word_beside_its_own_keys(records):
    attack = records["ev-attack"]
    assert attack["evidence"] == "disputed"
    assert attack["attribution"]["speaker"] == "Red Condor Front"
    assert attack["attribution"]["cue"] == "claimed responsibility"
    assert attack["attribution"]["denied_by"] == ["Peruvian army"]
    assert [(f["low"], f["high"], f["speaker"]) for f in attack["figures"]] == [
        (12, 12, "Red Condor Front"),
        (None, 3, "Peruvian army"),
    ]


def test_plover_size_takes_the_lowest_number_that_anybody_gives(records):
    assert records["ev-attack"]["size"] == {"dead": 3}


def test_plover_has_nothing_for_what_did_not_happen(records):
    assert "ev-border" not in records


def test_plover_codes_a_promise_of_cooperation_as_an_agreement(records):
    record = records["ev-observers"]
    assert (record["event"], record["quad_code"], record["event_scale"]) == (["AGREE"], 1, 2.5)
    assert (record["modality"], record["date_basis"]) == ("future", "published")


@pytest.mark.parametrize(
    ("type_", "modality", "coded"),
    [
        ("ASSAULT", Modality.ACTUAL, "ASSAULT"),
        ("RETREAT", Modality.FUTURE, "CONCEDE"),
        ("CONSULT", Modality.FUTURE, "AGREE"),
        ("THREATEN", Modality.FUTURE, "THREATEN"),
        ("ASSAULT", Modality.FUTURE, None),
        ("CONSULT", Modality.HYPOTHETICAL, None),
        ("CONSULT", Modality.NEGATED, None),
    ],
)
def test_plover_type_follows_from_modality(told, type_, modality, coded):
    assert event_type(replace(told[1].events[0], type=type_, mode=(), modality=modality)) == coded


def test_plover_leaves_out_and_counts_what_has_no_date_at_all(told):
    document, reading = told
    undatable = replace(
        reading,
        document=replace(reading.document, published=Published()),
        events=(replace(reading.events[0], date=When()), reading.events[1]),
    )
    assert [r["id"] for r in plover_records(document, undatable)] == ["ev-attack"]
    assert undated(undatable) == 1
    assert undated(reading) == 0
