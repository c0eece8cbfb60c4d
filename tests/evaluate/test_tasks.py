"""Figures on small gold files of our own. Those of score.py's tasks were checked against it, and are again where it
is at hand: the definitions are one."""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from small import REPORT, at, entity, event, reading, saying, stretch

from onrecord.evaluate.report import total
from onrecord.evaluate.scoring import Row
from onrecord.evaluate.tasks import TASKS
from onrecord.model import Reading, reading_to_json

SCORER = Path(__file__).parents[3] / "shared" / "scoring" / "score.py"

TIMES = (
    {
        "id": "r",
        "dct": "2025-05-06",
        "text": REPORT,
        "timexes": [
            stretch("Monday", type="DATE", value="2025-05-05"),
            stretch("4 May 2025", type="DATE", value="2025-05-04"),
        ],
    },
    reading(
        times=[
            {"id": "t1", **stretch("on Monday"), "type": "DATE", "value": "2025-05-05"},
            {"id": "t2", **stretch("4 May 2025"), "type": "DATE", "value": "2025-05"},
            {"id": "t3", **stretch("port"), "type": "SET", "value": "P1D"},
        ]
    ),
)
PLACES = (
    {
        "id": "r",
        "text": REPORT,
        "toponyms": [
            stretch("Nadi", type="Literal", lat=-17.8, lon=177.4),
            stretch("Samoa", type="Literal", lat=-13.8, lon=-172.1),
            stretch("Tonga", type="Metonymic", lat=None, lon=None),
            stretch("port", type="Non_Toponym", lat=None, lon=None),
        ],
    },
    reading(
        places=[
            {"id": "p1", **stretch("port of Nadi"), "name": "Nadi", "lat": -17.7, "lon": 177.4},
            {"id": "p2", **stretch("Samoa"), "name": "Samoa", "lat": 13.8, "lon": -172.1},
            {"id": "p3", **stretch("Fiji"), "name": "Fiji"},
        ]
    ),
)
QUOTES = (
    {
        "id": "r",
        "text": REPORT,
        "attributions": [
            {"source": [at("Fiji")], "cue": [at("said")], "content": [at("that Samoa had closed the port of Nadi")]},
            {"source": [at("Tonga")], "cue": [at("denied")], "content": [at("it")]},
            {"source": [at("Fiji's envoy")], "cue": [at("said", nth=2)], "content": [at("Tonga denied it")]},
        ],
    },
    reading(
        attributions=[
            saying("a1", [at("Fiji")], [at("said")], [at("Samoa had closed the port of Nadi on Monday")]),
            saying("a2", [at("Samoa")], [at("denied")], [at("it")]),
            saying("a3", [], [at("closed")], [at("the port")]),
            saying("a4", [at("Fiji")], [at("envoy")], [at("Monday")], within="a1"),
        ]
    ),
)
SENTENCE = "Fiji condemned Samoa."
PARTIES = [entity("f", at("Fiji", SENTENCE)), entity("s", at("Samoa", SENTENCE))]


def relation(id: str, root: str, *events: dict[str, Any]) -> tuple[Row, Reading]:
    """What Fiji does to Samoa, and the events that the reader tells."""
    spans = {"source_spans": [at("Fiji", SENTENCE)], "target_spans": [at("Samoa", SENTENCE)]}
    row = {"id": id, "sentence": SENTENCE, "source": "Fiji", "target": "Samoa", "root": root, "target_generic": False}
    return {**row, **spans}, reading(id, entities=PARTIES, events=list(events))


EVENTS = [
    relation("r", "ACCUSE", event("v1", "REJECT", ["f"], ["s"]), event("v2", "ACCUSE", ["f"], ["s"])),
    relation("q", "YIELD", event("v1", "RETREAT", ["s", "f"], [])),
    relation("p", "AID", event("v1", "ACCUSE", ["f"], ["s"]), event("v2", "AID", ["s"], ["f"])),
]
COREF = (
    {
        "id": "r",
        "text": REPORT,
        "mentions": [
            stretch("Fiji", type="place", entity_id=1),
            stretch("Fiji", nth=2, type="place", entity_id=1),
            stretch("Samoa", type="place", entity_id=2),
            stretch("it", type="place", entity_id=2),
            stretch("Fiji's envoy", type="person", entity_id=3),
            stretch("Monday", type="time", entity_id=4),
        ],
    },
    reading(
        entities=[
            entity("f", at("Fiji"), at("Samoa")),
            entity("g", at("Fiji", nth=2), at("it")),
            entity("h", at("Tonga")),
            entity("e", at("Fiji's envoy")),
        ]
    ),
)
SMALL: dict[str, list[tuple[Row, Reading]]] = {
    "times": [TIMES],
    "places": [PLACES],
    "quotes": [QUOTES],
    "events": EVENTS,
    "coref": [COREF],
}
EXPECTED: dict[str, dict[str, float]] = {
    "times": {"value F1": 40.0, "value right": 50.0, "strict F1": 40.0, "relaxed F1": 80.0},
    "places": {"overlap F1": 66.67, "exact F1": 33.33, "within 161 km of all gold": 50.0},
    "quotes": {"full F1": 33.33, "cue F1": 66.67, "source F1": 33.33, "content F1": 66.67, "token source F1": 25.0},
    "events": {"macro F1": 55.57, "parties found": 100.0, "accuracy": 66.67, "events a sentence": 1.67},
    "coref": {"CoNLL F1": 37.23, "muc F1": 0.0, "b3 F1": 54.55, "ceafe F1": 57.14, "mention F1": 90.91},
}


def figures(task: str) -> dict[str, float]:
    return TASKS[task].figures(total(TASKS[task].score(row, read) for row, read in SMALL[task]))


@pytest.mark.parametrize("task", SMALL)
def test_small_gold_file_has_the_figures_of_the_definition(task: str) -> None:
    got = figures(task)
    assert {name: got[name] for name in EXPECTED[task]} == EXPECTED[task]


@pytest.mark.parametrize("task", SMALL)
def test_a_reading_of_nothing_has_figures_too(task: str) -> None:
    scored = [TASKS[task].score(row, None) for row, _ in SMALL[task]]
    assert TASKS[task].figures(total(scored))[TASKS[task].headline[0]] == 0
    assert any(d.got == "missed" for one in scored for d in one.decisions)


THEIRS = {
    "times": {"value F1": "value_f1", "value right": "value_acc"},
    "places": {"within 161 km of all gold": "acc161_all_gold", "within 161 km of answered": "acc161"},
    "quotes": {"full F1": "headline"},
    "events": {"macro F1": "headline", "parties found": "parties_found", "accuracy": "accuracy"},
    "coref": {"CoNLL F1": "conll"},
}


@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not part of the project")
@pytest.mark.parametrize("task", SMALL)
def test_the_scorer_gives_the_same(task: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold, readings = tmp_path / "gold.jsonl", tmp_path / "readings.jsonl"
    gold.write_text("".join(json.dumps(row) + "\n" for row, _ in SMALL[task]), encoding="utf-8")
    readings.write_text("".join(reading_to_json(read) + "\n" for _, read in SMALL[task]), encoding="utf-8")
    monkeypatch.syspath_prepend(str(SCORER.parent))
    theirs = getattr(scorer(), task)(str(gold), str(readings))
    assert {n: figures(task)[n] for n in THEIRS[task]} == {n: theirs[key] for n, key in THEIRS[task].items()}


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module
