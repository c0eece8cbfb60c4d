"""POLECAT, ICEWS, ACLED and UCDP: what those who know these files read back with pandas."""

import io
from dataclasses import replace

import pandas
import pytest
from pour import pour

from factories import border_strike
from onrecord.export.formats import acled, icews, polecat, ucdp
from onrecord.export.formats.acled import interests, types_of
from onrecord.export.formats.cow import cow_number
from onrecord.export.formats.crosswalk import load_crosswalk
from onrecord.export.formats.icews import cameo
from onrecord.export.lookup import Lookup
from onrecord.lexicon.entries import EventType
from onrecord.lexicon.load import load_entries, packaged
from onrecord.model import Entity, Kind
from onrecord.record import Record
from onrecord.views import as_incident

POLECAT_HEAD = (
    "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor Country,Actor COW,"
    "Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,Wikipedia Actor ID,Recipient Name,Recipient Country,"
    "Recipient COW,Primary Recipient Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,"
    "Wikipedia Recipient ID,Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
).split(",")
ICEWS_HEAD = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
    "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
).split(",")
TYPES = load_entries(packaged() / "plover.yaml", EventType)


def table(pieces, sep="\t"):
    text, _ = pour(pieces)
    return pandas.read_csv(io.StringIO(text), sep=sep, dtype=str, keep_default_na=False)


def test_polecat_has_its_forty_columns(readings):
    found = table(polecat.pieces(readings))
    assert list(found.columns) == POLECAT_HEAD
    meeting = found.set_index("Event ID").loc["ev-meet"]
    assert list(meeting[["Event Type", "Event Mode", "Quad Code"]]) == ["CONSULT", "visit", "VERBAL COOPERATION"]
    assert list(meeting[["Actor Name", "Actor Country", "Actor COW"]]) == ["Amaru Quispe", "PER", "135"]
    assert list(meeting[["City", "District", "GeoNames ID"]]) == ["La Paz", "None", "3911925"]


def test_polecat_has_what_plover_has_and_no_more(readings):
    found = table(polecat.pieces(readings)).set_index("Event ID")
    assert "ev-border" not in found.index
    assert found.loc["ev-observers", "Event Type"] == "AGREE"
    assert found.loc["ev-observers", "Intensity"] == "2.5"


@pytest.mark.parametrize("shape", [polecat, icews], ids=["polecat", "icews"])
def test_events_without_a_date_are_counted(undated, shape):
    text, left = pour(shape.pieces(undated))
    assert len(text.splitlines()) == 1
    assert left is not None
    assert left.startswith("events without a date, left out: 1")


def test_icews_has_its_twenty_columns_and_a_row_for_each_pair(readings):
    found = table(icews.pieces(readings))
    assert list(found.columns) == ICEWS_HEAD
    attack = found[found["Event ID"].str.startswith("ev-attack")]
    assert attack[["Source Name", "Target Name", "CAMEO Code"]].values.tolist() == [
        ["Red Condor Front", "Peruvian army", "190"]
    ]


def test_icews_lets_each_side_of_a_meeting_stand_as_source(told):
    document, reading = told
    meeting = replace(reading.events[0], actor=("en-quispe", "en-mamani"), recipient=())
    found = table(icews.pieces([(document, replace(reading, events=(meeting,)))]))
    assert found[["Source Country", "Target Country"]].values.tolist() == [["PER", "BOL"], ["BOL", "PER"]]


@pytest.mark.parametrize("type_", TYPES, ids=lambda t: t.id)
def test_every_type_and_mode_has_a_cameo_code(told, type_):
    event = told[1].events[0]
    for mode in ("", *type_.modes):
        code = cameo(replace(event, type=type_.id, mode=(mode,) if mode else ()))
        assert code is not None
        assert 3 <= len(code) <= 4


@pytest.mark.parametrize("name", ["cameo", "acled"])
def test_crosswalks_know_types_and_modes_of_plover_only(name):
    known = {(type_.id, mode) for type_ in TYPES for mode in ("", *type_.modes)}
    assert set(load_crosswalk(name).codes) <= known


def test_acled_has_what_happened_with_the_least_number_of_dead(readings):
    found = table(acled.pieces(readings), ",").set_index("event_id_cnty")
    assert set(found.index) == {"ev-attack", "e0"}
    assert list(found.loc["ev-attack", ["event_type", "sub_event_type", "disorder_type"]]) == [
        "Battles",
        "Armed clash",
        "Political violence",
    ]
    assert list(found.loc["ev-attack", ["inter1", "inter2", "fatalities"]]) == ["Rebel group", "State forces", "3"]
    assert found.loc["e0", "evidence"] == "denied"


def test_acled_takes_no_greatest_number_for_the_least(told):
    document, reading = told
    attack = reading.events[1]
    most = replace(attack.figures[0], what="killed", low=None, high=10)
    found = table(acled.pieces([(document, replace(reading, events=(replace(attack, figures=(most,)),)))]), ",")
    assert list(found["fatalities"]) == [""]


@pytest.mark.parametrize(
    ("type_", "mode", "sector", "found"),
    [
        ("ASSAULT", "aerial", ("MIL",), ("Explosions/Remote violence", "Air/drone strike")),
        ("ASSAULT", "", ("CVL",), ("Violence against civilians", "Attack")),
        ("ASSAULT", "", ("REB",), ("Battles", "Armed clash")),
        ("ASSAULT", "", (), (None, "Attack")),
        ("PROTEST", "demo", ("CVL",), ("Protests", "Peaceful protest")),
        ("PROTEST", "riot", ("CVL",), ("Riots", "Violent demonstration")),
        ("CONSULT", "visit", ("GOV",), None),
    ],
)
def test_acled_types_follow_from_type_mode_and_who_is_hit(told, type_, mode, sector, found):
    document, reading = told
    hit = Entity(id="hit", kind=Kind.GROUP, name="they", sector=sector)
    event = replace(reading.events[1], type=type_, mode=(mode,) if mode else (), recipient=("hit",))
    report = Lookup(document, replace(reading, entities=(*reading.entities, hit), events=(event,)))
    assert types_of(report, event) == found


def test_acled_calls_a_state_at_a_protest_no_protester(told):
    event = replace(told[1].events[1], type="PROTEST", actor=("a", "b"))
    police = Entity(id="a", kind=Kind.BODY, name="police", sector=("COP",))
    crowd = Entity(id="b", kind=Kind.GROUP, name="crowd", sector=("CVL",))
    assert [interests(entity, event) for entity in (police, crowd)] == ["State forces", "Protesters"]


def test_ucdp_gives_low_best_and_high_with_every_teller(tmp_path):
    from onrecord.link.linking import link_new

    with Record(tmp_path / "onrecord.db") as record:
        record.add(*border_strike("report-1", killed=12).made())
        record.add(*border_strike("report-2", killed=20).made())
        link_new(record)
        found = table(ucdp.pieces(map(as_incident, record.all_incidents())), ",")
    assert set(found["low"]) == {"3"}
    assert found["high"].astype(int).max() == 20
    assert "12 killed, by the ministry of defence (report-1)" in "; ".join(found["told"])


def test_ucdp_takes_no_greatest_number_for_an_estimate(tmp_path):
    from onrecord.link.linking import link_new

    document, reading = border_strike().made()
    events = tuple(
        replace(event, figures=tuple(replace(figure, low=None, high=10) for figure in event.figures))
        for event in reading.events
    )
    with Record(tmp_path / "onrecord.db") as record:
        record.add(document, replace(reading, events=events))
        link_new(record)
        found = table(ucdp.pieces(map(as_incident, record.all_incidents())), ",")
    assert found[["low", "best", "high"]].drop_duplicates().to_numpy().tolist() == [["", "", "10"]]


@pytest.mark.parametrize(
    ("code", "number"), [("USA", "2"), ("DEU", "255"), ("KOS", "347"), ("IGO", None), (None, None)]
)
def test_cow_numbers_are_of_states_only(code, number):
    assert cow_number(code) == number
