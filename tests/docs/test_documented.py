"""What the model and the lexicon hold is told in the docs."""

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import onrecord.model
from onrecord.lexicon.entries import EventType
from onrecord.lexicon.load import load_entries, packaged
from onrecord.model import Act, Document, Evidence, Extent, Modality
from onrecord.model.jsonform import json_name

DOCS = Path(__file__).resolve().parents[2] / "docs"
READING = (DOCS / "reading.md").read_text(encoding="utf-8")
FIELDS = [
    (type_, field.name)
    for type_ in map(vars(onrecord.model).get, onrecord.model.__all__)
    if isinstance(type_, type) and is_dataclass(type_) and type_ not in (Document, Extent)
    for field in fields(type_)
]


def section(type_: type) -> str:
    """The part of docs/reading.md under the heading that names the type."""
    _, _, rest = READING.partition(f"# `{type_.__name__}`")
    return rest.partition("\n#")[0]


@pytest.mark.parametrize(("type_", "field"), FIELDS, ids=lambda v: v if isinstance(v, str) else v.__name__)
def test_reading_tells_of_every_field(type_: type, field: str) -> None:
    assert f"`{json_name(type_, field)}`" in section(type_)


@pytest.mark.parametrize("value", [*Act, *Evidence, *Modality])
def test_reading_tells_of_every_value(value: str) -> None:
    assert f"`{value}`" in READING


@pytest.mark.parametrize("type_", [t.id for t in load_entries(packaged() / "plover.yaml", EventType)])
def test_coding_decisions_tell_of_every_event_type(type_: str) -> None:
    assert type_ in (DOCS / "coding-decisions.md").read_text(encoding="utf-8")


def test_every_decision_record_has_a_number_a_status_and_a_reason() -> None:
    records = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(r.name[:4]) for r in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. ")
        assert "Status: " in text
        assert "**Why.**" in text
