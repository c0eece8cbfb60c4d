"""The text for a person: what it says, that it fits, that hostile words stay words."""

import io
import re
from dataclasses import replace

import pytest

from onrecord.export.text import as_text, print_text, text_console
from onrecord.model import Entity, Extent, Form, Kind, Mention


def printed(told, **options) -> str:
    out = io.StringIO()
    print_text(text_console(file=out, **options), as_text(*told))
    return out.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "published 2025-03-11, inferred from “Monday, March 10”",
        "Amaru Quispe  person · PER GOV",
        "special envoy for Bolivia, of Peru",
        "niece of Ximena Mamani",
        "CONSULT visit  Amaru Quispe → Celia Mamani",
        "2025-03-10 · La Paz, BOL",
        "claimed by Red Condor Front; denied by Peruvian army",
        "12 killed, by the word of Red Condor Front",
        "up to 3 killed, by the word of Peruvian army",
        "COERCE restrict  Peru  [did not happen]",
        "└── Amaru Quispe · said",
        "↳ denies Red Condor Front: an attack on an army post near Puno on Saturday",
        "The year rests on one weekday. (“Monday”)",
    ],
)
def test_text_says(told, line):
    assert line in printed(told, width=120)


@pytest.mark.parametrize("width", [20, 40, 80, 200, 500])
def test_text_fits_the_width_and_leaves_no_blanks_at_line_ends(told, width):
    lines = printed(told, width=width).splitlines()
    assert max(map(len, lines)) <= min(max(width, 40), 200)
    assert all(line == line.rstrip() for line in lines)


def test_text_is_coloured_on_a_terminal_only(told, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" not in printed(told, width=80)
    assert "\x1b[" in printed(told, width=80, force_terminal=True, color_system="standard")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[\d;]*3[1-6]m", printed(told, width=80, force_terminal=True))


def test_text_shows_hostile_words_as_they_stand(hostile):
    shown = printed(hostile, width=200)
    assert "[red]" in shown
    assert "boo" in shown
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}


def test_text_sets_apart_those_who_do_and_say_nothing(told):
    document, reading = told
    crowd = Mention(start=0, end=4, form=Form.NOMINAL)
    bystanders = Entity(id="en-crowd", kind=Kind.GROUP, name="the crowd", mentions=(crowd,))
    shown = printed((document, replace(reading, entities=(*reading.entities, bystanders))), width=80)
    assert "also spoken of: the crowd" in shown
    assert "also spoken of" not in printed(told, width=80)


def test_an_event_of_a_headline_too_is_shown_by_its_own_sentence(told):
    document, reading = told
    event = next(e for e in reading.events if e.sentence.start > 0)
    first = Extent(0, 3)
    shown = printed((document, replace(reading, events=(replace(event, trigger=(first, *event.trigger)),))), width=200)
    assert event.sentence.of(document.text)[:40] in shown
