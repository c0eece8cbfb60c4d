"""FollowTheMoney entities: what its documented schema allows, nothing that points nowhere.

The library itself is too heavy for every run (with what it needs 350 MB). `SCHEMA` holds what its schema (4.11) says of
the eight things that are written; the last test compares with the library where it is installed.
"""

import json
import re
from dataclasses import replace

import pytest
from pour import pour

from factories import Report, day
from onrecord.export.formats import ftm
from onrecord.model import Form, Kind

THING = {"name": "name", "alias": "name", "country": "country", "proof": "Article", "keywords": "text"} | dict.fromkeys(
    ("summary", "description", "sourceUrl", "publisher"), "text"
)
INTERVAL = {"startDate": "date", "endDate": "date", "summary": "text", "description": "text", "proof": "Article"}
PARTY = "Person|Organization"
SCHEMA = {
    "Article": THING | {"title": "text", "publishedAt": "date", "language": "language"},
    "Person": THING | {"sector": "text", "position": "text"},
    "Organization": THING | {"sector": "text"},
    "Mention": {"document": "Article", "resolved": PARTY, "name": "name", "detectedSchema": "text"}
    | {"contextCountry": "country"},
    "Position": THING | {"organization": "Organization"},
    "Occupancy": INTERVAL | {"holder": "Person", "post": "Position"},
    "Family": INTERVAL | {"person": "Person", "relative": "Person", "relationship": "text"},
    "Event": THING | INTERVAL | {"location": "address", "involved": PARTY},
}
REQUIRED = {
    "Person": {"name"},
    "Organization": {"name"},
    "Position": {"name"},
    "Event": {"name"},
    "Mention": {"document", "name"},
    "Occupancy": {"holder", "post"},
    "Family": {"person", "relative"},
}
KINDS = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "name": re.compile(r"\S.*"),
    "text": re.compile(r"\S.*"),
    "address": re.compile(r"\S.*"),
}


@pytest.fixture(scope="module")
def entities(readings):
    text, left = pour(ftm.pieces(readings))
    assert left is None
    return [json.loads(line) for line in text.splitlines()]


def of(entities, schema):
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def test_all_eight_kinds_are_written_and_no_other(entities):
    assert {entity["schema"] for entity in entities} == set(SCHEMA)


def test_who_has_no_name_is_there_only_with_a_part_in_something():
    report = Report(text="Gunmen shelled Moyale. A teacher watched. Ada Obiero slept.")
    gunmen, _, _ = (report.entity(name, Kind.PERSON) for name in ("Gunmen", "A teacher", "Ada Obiero"))
    for n in (0, 1):
        entity = report.entities[n]
        mentions = tuple(replace(mention, form=Form.NOMINAL) for mention in entity.mentions)
        report.entities[n] = replace(entity, mentions=mentions)
    shelled = {"trigger": "shelled", "actor": (gunmen,), "date": day("2025-03-10")}
    report.event("Gunmen shelled Moyale.", "ASSAULT", **shelled)
    people = of(list(ftm.ftm_entities(*report.made())), "Person")
    assert [name for person in people for name in person["name"]] == ["Gunmen", "Ada Obiero"]


def test_ids_are_given_once(entities):
    assert len({entity["id"] for entity in entities}) == len(entities)


def test_properties_are_those_of_the_schema_with_values_of_their_kind(entities):
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        allowed = SCHEMA[entity["schema"]]
        assert REQUIRED.get(entity["schema"], set()) <= set(entity["properties"]) <= set(allowed)
        for name, values in entity["properties"].items():
            assert values
            for value in values:
                if allowed[name] in KINDS:
                    assert KINDS[allowed[name]].fullmatch(value), (name, value)
                else:
                    assert schemata[value] in allowed[name].split("|"), (name, value)


def test_offices_and_kin_are_edges_between_people(entities):
    names = {entity["id"]: entity["properties"].get("name", [""])[0] for entity in entities}
    held = {(names[o["holder"][0]], names[o["post"][0]]) for o in of(entities, "Occupancy")}
    assert ("Amaru Quispe", "special envoy for Bolivia") in held
    kin = {(names[f["relative"][0]], f["relationship"][0], names[f["person"][0]]) for f in of(entities, "Family")}
    assert ("Celia Mamani", "niece", "Ximena Mamani") in kin


def test_an_event_says_on_whose_word_it_stands(entities):
    attack = next(e for e in of(entities, "Event") if e["name"] == ["ASSAULT: Red Condor Front → Peruvian army"])
    assert attack["summary"] == ["claimed by Red Condor Front; denied by Peruvian army"]
    assert "disputed" in attack["keywords"]


def test_what_did_not_happen_is_no_event(entities):
    assert not any(name.startswith("COERCE") for event in of(entities, "Event") for name in event["name"])


def test_hostile_text_stays_text(hostile):
    text, _ = pour(ftm.pieces([hostile]))
    assert "javascript:" not in text
    assert all(json.loads(line)["properties"] for line in text.splitlines())


@pytest.mark.slow
def test_the_library_takes_every_entity_whole(entities):
    model = pytest.importorskip("followthemoney", reason="followthemoney is not installed").model
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {name: sorted(values) for name, values in entity["properties"].items()}
