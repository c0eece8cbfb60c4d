"""Corrections from the command line."""

import json

import pytest

ME = ("--author", "A. Reader")


@pytest.fixture
def item(onrecord, strike) -> str:
    """The border strike's event, by the id that a JSON answer gives it."""
    onrecord("add", "strike.txt")
    entry = json.loads(onrecord("timeline", "KEN", "--format", "json").out)
    return f"{entry['document']['id']}#{entry['event']}"


def test_an_event_is_edited_and_that_is_undone(onrecord, item):
    assert onrecord("correct", item, "--set", "type=COERCE", *ME, "--reason", "no shots").out == "correction 1 kept\n"
    assert "COERCE  Kenya" in onrecord("timeline", "KEN").out
    assert "COERCE" in onrecord("incidents", "KEN").out
    assert "type = COERCE" in onrecord("corrections").out
    assert onrecord("undo", "1", *ME).out == "correction 1 undone by correction 2\n"
    assert "ASSAULT  Kenya" in onrecord("timeline", "KEN").out
    first, second = map(json.loads, onrecord("corrections", "--format", "json").out.splitlines())
    assert (first["author"], first["reason"], first["standing"]) == ("A. Reader", "no shots", "undone")
    assert second["undoes"] == 1


def test_a_rejected_event_is_in_no_answer_and_no_export(onrecord, item):
    onrecord("correct", item, "--reject", *ME)
    assert onrecord("timeline", "KEN").out == ""
    assert json.loads(onrecord("export", "jsonl", "-o", "-").out)["events"] == []
    assert json.loads(onrecord("export", "incidents", "-o", "-").out)["events"] == []


def test_an_event_is_added(onrecord, item):
    report = item.partition("#")[0]
    added = ("--add", "event", "--words", "denied the report", "--set", "type=REJECT", "--set", "actor=ETH")
    assert onrecord("correct", report, *added, *ME).code == 0
    shown = onrecord("timeline", "ETH").out
    assert "REJECT" in shown
    assert "added by a person" in shown
    assert f"add event {report} (REJECT)" in " ".join(onrecord("corrections").out.split())


def test_an_office_and_a_figure_are_edited(onrecord, item):
    report = item.partition("#")[0]
    assert onrecord("correct", f"{report}#Dawit Alemu, spokesman", "--set", "title=envoy", *ME).code == 0
    assert "envoy" in onrecord("who", "Alemu").out
    assert onrecord("correct", item, "--set", "figures=killed 14", *ME).code == 0
    assert "14" in onrecord("timeline", "KEN").out
    assert "office" in onrecord("corrections").out


WRONG = [(), ("--reject", "--set", "type=AID"), ("--add", "place"), ("--set", "type"), ("--merge", "v-none")]


@pytest.mark.parametrize("options", WRONG)
def test_what_makes_no_sense_is_one_line(onrecord, item, options):
    ran = onrecord("correct", item, *options, *ME)
    assert ran.code != 0
    assert ran.err.count("\n") == 1
    assert onrecord("corrections").err == "onrecord.db holds no corrections\n"


def test_undoing_what_is_not_there_is_one_line(onrecord, item):
    ran = onrecord("undo", "5", *ME)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
