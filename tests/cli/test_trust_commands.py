"""Sources and items are rated from the command line."""

import json

import pytest

WHY = ("--author", "A. Reader", "--reason", "[red]wrong before[/red]")


@pytest.fixture
def item(onrecord, strike) -> str:
    onrecord("add", "strike.txt", "--publisher", "The Example Post")
    entry = json.loads(onrecord("timeline", "KEN", "--format", "json").out)
    return f"{entry['document']['id']}#{entry['event']}"


def test_ratings_are_shown_beside_the_machine_s_confidence(onrecord, item):
    assert onrecord("rate", "The Example Post", "--reliability", "b", *WHY).out == "rating 1 kept\n"
    assert onrecord("rate", item, "--credibility", "4", *WHY).out == "rating 2 kept\n"
    out = onrecord("timeline", "KEN").out
    assert "The Example Post (B) ← the ministry of defence" in out
    assert "credibility 4 by A. Reader: [red]wrong before[/red]" in out
    assert "read with confidence 0.50" in out
    assert "The Example Post (B)" in onrecord("incidents", "KEN").out
    assert json.loads(onrecord("export", "incidents", "-o", "-").out)["credibility"][0]["grade"] == "4"
    assert "1: The Example Post: reliability B; A. Reader" in onrecord("ratings").out


WRONG = [(), ("--reliability", "Z"), ("--credibility", "1"), ("--reliability", "A", "--credibility", "1")]


@pytest.mark.parametrize("options", WRONG)
def test_what_makes_no_sense_is_one_line(onrecord, item, options):
    ran = onrecord("rate", "The Example Post", *options, *WHY)
    assert ran.code != 0
    assert ran.err.count("\n") == 1
    assert onrecord("ratings").err == "onrecord.db holds no ratings\n"
