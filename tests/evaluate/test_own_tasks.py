"""Tasks that no other scorer covers: described actors, relations, labelled sentences, sentences without an event."""

from typing import Any

import pytest
from small import at, entity, event, reading, saying, stretch

from onrecord.errors import InputError
from onrecord.evaluate.actors import TASK as ACTORS
from onrecord.evaluate.labelled import as_labelled
from onrecord.evaluate.quiet import TASK as QUIET
from onrecord.evaluate.relations import TASK as RELATIONS
from onrecord.evaluate.report import total
from onrecord.evaluate.scoring import Figures, Row, Task
from onrecord.evaluate.sentences import TASK as SENTENCES
from onrecord.model import Reading


def figures(task: Task, *pairs: tuple[Row, Reading | None]) -> Figures:
    counts = total(task.score(row, read) for row, read in pairs)
    return {**task.figures(counts), **task.types(counts)}


def actor(mention: str, country: str | None, code1: str | None = None, needs: str = "dictionary", **more: Any) -> Row:
    return {"mention": mention, "country": country, "code1": code1, "code2": None, "needs": needs, **more}


@pytest.mark.parametrize(
    ("row", "right"),
    [
        (actor("Fijian soldiers", "FJI", "MIL"), 100),
        (actor("Fijian soldiers", "WSM", "MIL"), 0),
        (actor("Fijian soldiers", "FJI", "GOV"), 0),
        (actor("Fijian soldiers", "FJI"), 100),
        (actor("Fijian soldiers", None, "MIL"), 100),
        (actor("Fijian soldiers", None, "MIL", needs="reject"), 0),
        (actor("a pleasant afternoon", None, needs="reject"), 100),
    ],
)
def test_an_actor_is_right_in_what_gold_asks_of_it(row: Row, right: int) -> None:
    assert figures(ACTORS, (row, None))["country and sectors right"] == right


def test_actors_are_counted_apart_by_what_they_need() -> None:
    known, unknown = actor("Fiji", "FJI"), actor("Ratu Somebody", "FJI", needs="knowledge_base")
    got = figures(ACTORS, (known, None), (unknown, None))
    assert (got["country and sectors right"], got["right without an encyclopaedia"]) == (50.0, 100.0)


TEXT = "Ana Rabuka, minister of trade of Fiji, is married to Sefo Tuala, known as Big Sefo."
PEOPLE = [
    entity("ana", at("Ana Rabuka", TEXT), kind="person"),
    entity("sefo", at("Sefo Tuala", TEXT), at("Big Sefo", TEXT), kind="person"),
    entity("fiji", at("Fiji", TEXT), country="FJI"),
]
OFFICE = {"holder": "ana", "title": "minister of trade", "country": "FJI", "spans": [at("minister of trade", TEXT)]}
KIN = {"person": "ana", "relation": "spouse", "of": "sefo", "spans": [at("married", TEXT)]}
TOLD = reading(entities=PEOPLE, offices=[OFFICE], kin=[KIN])


def related(rel: str, head: str, tail: str) -> Row:
    sides = {side: {**stretch(words, TEXT), "text": words} for side, words in (("head", head), ("tail", tail))}
    return {"id": "r", "text": TEXT, "rel": rel, **sides}


@pytest.mark.parametrize(
    ("rel", "head", "tail", "name"),
    [
        ("per:title", "Ana Rabuka", "minister", "title"),
        ("per:employee_of", "Ana Rabuka", "Fiji", "employee"),
        ("org:top_members/employees", "Fiji", "Ana Rabuka", "employee"),
        ("per:spouse", "Sefo Tuala", "Ana Rabuka", "spouse"),
        ("per:alternate_names", "Sefo Tuala", "Big Sefo", "alternate names"),
    ],
)
def test_a_relation_that_the_reading_tells_is_found(rel: str, head: str, tail: str, name: str) -> None:
    assert figures(RELATIONS, (related(rel, head, tail), TOLD))[name] == 100
    assert figures(RELATIONS, (related(rel, head, tail), reading()))[name] == 0


def test_a_relation_that_gold_has_not_is_one_too_many() -> None:
    got = figures(
        RELATIONS,
        (related("no_relation", "Ana Rabuka", "Sefo Tuala"), TOLD),
        (related("per:spouse", "Ana Rabuka", "Sefo Tuala"), TOLD),
    )
    assert (got["precision"], got["recall"]) == (50.0, 100.0)


def test_nobody_is_of_kin_to_himself() -> None:
    assert figures(RELATIONS, (related("per:spouse", "Sefo Tuala", "Big Sefo"), TOLD))["spouse"] == 0


WORDS = "Fiji said that Samoa had attacked its ship."


def labelled(**changed: Any) -> Row:
    row = {
        "id": "assault-1",
        "kind": "assault",
        "text": WORDS,
        "events": [{"actor": "Samoa", "recipient": "its ship", "type": "ASSAULT", "modality": "actual"}],
        "attributions": [
            {
                "source": "Fiji",
                "cue": ["said"],
                "content": ["that Samoa had attacked its ship"],
                "act": "accusation",
                "within": None,
            }
        ],
    }
    return {**row, **changed}


def read_as(type: str, act: str, modality: str = "actual") -> Reading:
    attack = event("v", type, ["s"], ["i"], trigger=[at("attacked", WORDS)], modality=modality)
    said = saying("a", [at("Fiji", WORDS)], [at("said", WORDS)], [at("Samoa had attacked its ship", WORDS)], act=act)
    parties = [entity("s", at("Samoa", WORDS)), entity("i", at("its ship", WORDS))]
    return reading(entities=parties, events=[attack], attributions=[said])


def test_a_labelled_sentence_read_right() -> None:
    got = figures(SENTENCES, (labelled(), read_as("ASSAULT", "accusation")))
    assert {got[n] for n in ("event F1", "attribution F1", "parties found", "modality right", "act right")} == {100.0}
    assert got["assault: events F1"] == got["assault: attributions F1"] == 100


def test_type_act_and_modality_are_wrong_each_by_itself() -> None:
    got = figures(SENTENCES, (labelled(), read_as("COERCE", "statement")))
    assert (got["event F1"], got["parties found"], got["attribution F1"], got["act right"]) == (0, 100, 100, 0)
    assert figures(SENTENCES, (labelled(), read_as("ASSAULT", "accusation", "future")))["modality right"] == 0


def test_an_event_where_there_is_none_counts_against_its_kind() -> None:
    row = labelled(kind="sport", events=[], attributions=[])
    got = figures(SENTENCES, (row, read_as("ASSAULT", "statement")))
    assert got["sport: events a sentence"] == got["events a quiet sentence"] == 1
    got = figures(QUIET, (row, read_as("ASSAULT", "statement")), (labelled(), read_as("ASSAULT", "statement")))
    assert (got["events a sentence"], got["sport"]) == (1, 1)


AID = {"actor": "Samoa", "recipient": None, "type": "AID", "modality": "actual"}


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"kind": None, "text": "Other words."}, "does not stand in the sentence"),
        ({"events": [{**AID, "type": "WAR"}]}, "'WAR' is no type"),
        (
            {
                "events": [
                    {"actor": {"words": "Samoa", "nth": 2}, "recipient": None, "type": "AID", "modality": "actual"}
                ]
            },
            "2",
        ),
        ({"events": [{**AID, "modality": "maybe"}]}, "maybe"),
        ({"events": [{"actor": "Samoa", "type": "AID", "modality": "actual"}]}, "has no 'recipient'"),
    ],
)
def test_what_is_wrong_in_a_labelled_sentence_is_said_with_its_id(changed: Row, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint) as raised:
        as_labelled(labelled(**changed))
    assert raised.value.source == "assault-1"
