"""Decisions shown to a person and as JSON."""

import json

from rich.console import RenderableType

from onrecord.export.explained import as_explained, explained_json
from onrecord.export.text import text_console
from onrecord.model import Extent, reading_from_json
from onrecord.read.explain import Explanation, Ruling
from onrecord.read.trial import Part


def shown(renderable: RenderableType) -> str:
    console = text_console(width=120, record=True, file=None)
    with console.capture() as captured:
        console.print(renderable)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def explanation(text: str, **changed: object) -> Explanation:
    at = text.index("attack")
    fields = {
        "item": "ev-attack",
        "kind": "ASSAULT",
        "decided_by": "rule",
        "rule": "assault.attack",
        "confidence": 0.75,
        "words": (Extent(at, at + 6),),
    }
    return Explanation(**{**fields, **changed})  # type: ignore[arg-type]


def test_a_rule_is_shown_with_its_words_and_paths(told):
    document, reading = told
    at = document.text.index("an army post")
    part = Part(name="recipient", extent=Extent(at, at + 12), path="on")
    out = shown(as_explained(document, reading, [explanation(document.text, parts=(part,))]))
    assert "ASSAULT “attack”" in out
    assert "  rule assault.attack, confidence 0.75" in out
    assert "  recipient “an army post” by on" in out
    assert "the rules alone" not in out


def test_a_model_is_shown_with_what_the_rules_make_of_it(told):
    document, reading = told
    why = explanation(
        document.text,
        decided_by="model",
        rule="model.coerce",
        otherwise=Ruling(kind="ASSAULT", rule="assault.attack"),
    )
    nothing = explanation(document.text, decided_by="model", rule="model.coerce", otherwise=Ruling())
    out = shown(as_explained(document, reading, [why, nothing]))
    assert "  model model.coerce, confidence 0.75" in out
    assert "  the rules alone: ASSAULT by assault.attack" in out
    assert "  the rules alone: nothing on these words" in out


def test_what_a_model_dropped_is_shown_as_left_out(told):
    document, reading = told
    out = shown(as_explained(document, reading, [explanation(document.text, decided_by="model", stands=False)]))
    assert "[left out]" in out
    assert "left out at a model's word" in out


def test_the_json_is_still_a_reading(told):
    document, reading = told
    line = explained_json(reading, [explanation(document.text)])
    assert reading_from_json(line) == reading
    assert json.loads(line)["explanations"][0]["rule"] == "assault.attack"


def test_hostile_words_are_shown_harmlessly(hostile):
    document, reading = hostile
    at = document.text.index("said")
    why = explanation("attack", words=(Extent(0, at),), rule=document.text, kind=document.text)
    assert not set(shown(as_explained(document, reading, [why]))) & {"\x1b", "\x07", "\u202e"}
