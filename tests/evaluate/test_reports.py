"""Whole reports that were coded in full: what is right, missed, too much, and told twice."""

from pathlib import Path
from typing import Any

import pytest
from small import at, entity, event, reading

from onrecord.errors import InputError
from onrecord.evaluate.gold import load_gold
from onrecord.evaluate.incidents import as_incidents
from onrecord.evaluate.report import total
from onrecord.evaluate.reports import TASK
from onrecord.evaluate.scoring import Figures, Row
from onrecord.model import Reading

ROOT = Path(__file__).parents[2]
TEXT = "Chad shelled Oru on Monday. Sudan condemned the shelling, and rebels fled. The two later met in Lima."


def telling(number: int, type: list[str], told: str, actor: list[str], recipient: list[str], **more: Any) -> Row:
    sides = {"actor": [at(w, TEXT) for w in actor], "recipient": [at(w, TEXT) for w in recipient]}
    return {"event": number, "type": type, "modality": "actual", **sides, "told": [at(told, TEXT)], **more}


ROW: Row = {
    "id": "lake",
    "text": TEXT,
    "events": [
        telling(1, ["ASSAULT"], "shelled", ["Chad"], ["Oru"]),
        telling(1, ["ASSAULT"], "the shelling", [], []),
        telling(2, ["ACCUSE", "REJECT"], "condemned", ["Sudan"], []),
        telling(3, ["RETREAT"], "fled", ["rebels"], []),
        telling(4, ["CONSULT"], "met", ["The two"], []),
    ],
}
ENTITIES = [
    entity("chad", at("Chad", TEXT)),
    entity("oru", at("Oru", TEXT), kind="place"),
    entity("sudan", at("Sudan", TEXT)),
    entity("rebels", at("rebels", TEXT), kind="group"),
]
SHELLED = event("v1", "ASSAULT", ["chad"], ["oru"], trigger=[at("shelled", TEXT)])
CONDEMNED = event("v2", "ACCUSE", ["sudan"], [], trigger=[at("condemned", TEXT)])


def figures(*events: dict[str, Any]) -> Figures:
    counts = total([TASK.score(ROW, reading(entities=ENTITIES, events=list(events)))])
    return {**TASK.figures(counts), **TASK.types(counts)}


def test_what_is_told_right_and_what_is_missed() -> None:
    got = figures(SHELLED, CONDEMNED)
    assert (got["event precision"], got["event recall"], got["right in all"]) == (100, 50, 100)
    assert (got["ASSAULT"], got["RETREAT"]) == (100, 0)


def test_either_type_of_a_doubtful_deed_is_right() -> None:
    assert figures({**CONDEMNED, "type": "REJECT"})["event precision"] == 100
    assert figures({**CONDEMNED, "type": "THREATEN"})["event precision"] == 0


def test_a_party_too_many_is_not_right_in_all() -> None:
    got = figures({**CONDEMNED, "recipient": ["chad"]})
    assert (got["event precision"], got["right in all"]) == (100, 0)


def test_another_modality_is_not_right_in_all() -> None:
    got = figures({**SHELLED, "modality": "negated"})
    assert (got["event precision"], got["modality right"], got["right in all"]) == (100, 0, 0)


def test_an_incident_told_twice_is_counted_apart() -> None:
    got = figures(SHELLED, {**SHELLED, "id": "v3", "trigger": [at("shelling", TEXT)]})
    assert (got["event precision"], got["told again"]) == (100, 50)


def test_a_side_that_its_sentence_names_must_be_met() -> None:
    assert figures({**SHELLED, "actor": ["sudan"]})["event precision"] == 0
    assert figures(event("v4", "CONSULT", ["chad"], ["sudan"], trigger=[at("met", TEXT)]))["event precision"] == 0


def test_a_telling_without_parties_is_met_off_its_word_alone() -> None:
    bare = event("v5", "ASSAULT", [], ["rebels"], trigger=[at("the shelling", TEXT)])
    assert figures(bare)["event precision"] == 100
    assert figures({**bare, "trigger": [at("fled", TEXT)]})["event precision"] == 0


def test_a_report_that_could_not_be_read_misses_all() -> None:
    counts = total([TASK.score(ROW, None)])
    assert (counts["gold"], counts["right"]) == (4, 0)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"type": ["WAR"]}, "are no types"),
        ({"type": []}, "are no types"),
        ({"modality": "maybe"}, "maybe"),
        ({"told": [[5, 900]]}, "does not lie in the text"),
    ],
)
def test_what_is_wrong_in_a_label_is_said_with_the_reports_id(changed: dict[str, Any], complaint: str) -> None:
    row = {**ROW, "events": [{**ROW["events"][0], **changed}]}
    with pytest.raises(InputError, match=complaint) as raised:
        as_incidents(row)
    assert raised.value.source == "lake"


LABELS = sorted(path for folder in ("benchmarks", "training") for path in (ROOT / folder / "reports").glob("*.jsonl"))


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_labels_of_real_reports_fit_their_texts_and_hold_none(path: Path) -> None:
    rows = load_gold(path)
    assert rows
    for row in rows:
        assert all(isinstance(value, (int, str, list)) for value in row.values())
        spans = [span for e in row["events"] for side in ("actor", "recipient", "told") for span in e[side]]
        assert {type(at) for span in spans for at in span} <= {int}
        as_incidents({**row, "text": " " * row["characters"]})


def test_a_label_without_a_part_is_said_with_the_reports_id() -> None:
    with pytest.raises(InputError, match="has no 'events'"):
        as_incidents({"id": "lake", "text": TEXT})


def test_a_reading_is_scored_whatever_it_holds() -> None:
    empty: Reading = reading()
    assert TASK.figures(TASK.score(ROW, empty).counts)["event recall"] == 0
