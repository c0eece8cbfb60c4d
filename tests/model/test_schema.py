"""The published JSON Schema is the one that the types make, and it holds what the types write."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from any_reading import any_reading
from hypothesis import given, settings

from onrecord.model import to_json
from onrecord.model.schema import reading_schema

FILE = Path(__file__).resolve().parents[2] / "docs" / "reading.schema.json"


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(reading_schema())
    return jsonschema.Draft202012Validator(reading_schema())


def test_schema_file_is_what_the_types_make():
    assert json.loads(FILE.read_text(encoding="utf-8")) == reading_schema(), (
        "run: python -m onrecord.model.schema > docs/reading.schema.json"
    )


def test_schema_spells_from_as_the_contract_does():
    office = reading_schema()["$defs"]["Office"]
    assert "from" in office["properties"]
    assert "since" not in office["properties"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"schema": "onrecord.reading/0"}, "const"),
        ({"coder": {"version": "1", "lexicon": "2"}}, "required"),
        ({"times": [{"id": "t", "start": "0", "end": 4, "type": "DATE", "value": "2025"}]}, "type"),
        ({"entities": [{"id": "e", "kind": "robot", "name": "R"}]}, "enum"),
    ],
)
def test_schema_refuses_what_is_no_reading(validator, change, complaint):
    good = {"schema": "onrecord.reading/1", "coder": dict.fromkeys(("version", "lexicon", "model"), "x")}
    good["document"] = {"id": "d", "sha256": "0" * 64}
    assert validator.is_valid(good)
    assert [error.validator for error in validator.iter_errors(good | change)] == [complaint]


@settings(max_examples=40)
@given(any_reading)
def test_schema_holds_whatever_the_types_write(reading):
    jsonschema.Draft202012Validator(reading_schema()).validate(to_json(reading))


def test_schema_describes_types_in_words_not_in_signatures():
    for name, described in reading_schema()["$defs"].items():
        assert not re.match(rf"{name}\(", described.get("description", ""))
