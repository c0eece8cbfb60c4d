"""Which entries fired on a text."""

from dataclasses import replace
from types import SimpleNamespace

from onrecord.export.fired import fired_lines, trial_lines
from onrecord.model import Extent
from onrecord.read.trial import Part


def test_fired_names_the_rule_of_every_item(told):
    document, reading = told
    event = replace(reading.events[1], rule="event.attack")
    cue = replace(reading.attributions[4], rule="cue.deny")
    lines = fired_lines(document, replace(reading, events=(event,), attributions=(*reading.attributions[2:4], cue)))
    assert "cue.deny: denial: Peruvian army · denied: the claim" in lines
    assert "event.attack: ASSAULT actual disputed: “attack” Red Condor Front → Peruvian army" in lines
    assert "no rule named: kin: Celia Mamani: niece of Ximena Mamani" in lines


def test_fired_shows_hostile_words_harmlessly(hostile):
    assert not set("".join(fired_lines(*hostile))) & {"\x1b", "\x07", "\n"}


def test_trials_say_what_fired_and_what_was_lacking():
    text = "He was denied entry."
    fired = SimpleNamespace(
        entry="event.bar",
        at=Extent(7, 13),
        lacks=(),
        fired=True,
        parts=(Part(name="recipient", extent=Extent(0, 2), path="lobj"),),
    )
    silent = SimpleNamespace(entry="cue.deny", at=Extent(7, 13), lacks=("no source",), fired=False, parts=())
    assert trial_lines(text, (fired, silent)) == (
        "event.bar on “denied” fired (recipient “He” by lobj)",
        "cue.deny on “denied” did not fire: no source",
    )
