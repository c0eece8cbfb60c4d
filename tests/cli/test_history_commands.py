"""What the record held before, from the command line."""

import json

import pytest

from factories import border_strike
from onrecord.record import Record


def test_versions_show_what_an_outlet_changed(onrecord, tmp_path):
    with Record(tmp_path / "onrecord.db") as kept:
        for killed in (12, 14):
            kept.add(*border_strike(killed=killed).made())
    out = onrecord("versions", "report-1").out
    assert "version 2" in out
    assert "- Hospital workers counted 17 dead." in out
    assert "+ Hospital workers counted 19 dead." in out
    second = json.loads(onrecord("versions", "report-1", "--format", "json").out.splitlines()[1])
    assert second["number"] == 2
    assert {"before": ["Hospital workers counted 17 dead."], "after": ["Hospital workers counted 19 dead."]} in second[
        "changes"
    ]


def test_versions_of_what_is_not_there_is_one_line(onrecord, strike):
    onrecord("add", "strike.txt")
    ran = onrecord("versions", "nowhere")
    assert (ran.code, ran.err.count("\n")) == (1, 1)


ASKED = [
    ("timeline", "KEN"),
    ("claims",),
    ("who", "Alemu"),
    ("search", "camp"),
    ("incidents",),
    ("export", "jsonl", "-o", "-"),
    ("export", "incidents", "-o", "-"),
]


@pytest.mark.parametrize("asked", ASKED, ids=" ".join)
def test_every_question_can_be_put_to_the_past(onrecord, strike, asked):
    onrecord("add", "strike.txt")
    now = onrecord(*asked)
    assert now.out != ""
    assert onrecord(*asked, "--as-of", "2000-01-01").out == ""
    assert onrecord(*asked, "--as-of", "9999") == now
    ran = onrecord(*asked, "--as-of", "Monday")
    assert (ran.code, ran.err.count("\n")) == (1, 1)


def test_as_coded_leaves_people_s_corrections_out(onrecord, strike):
    onrecord("add", "strike.txt")
    before = onrecord("timeline", "KEN")
    entry = json.loads(onrecord("timeline", "KEN", "--format", "json").out)
    onrecord("correct", f"{entry['document']['id']}#{entry['event']}", "--reject", "--author", "A. Reader")
    assert onrecord("timeline", "KEN").out == ""
    assert onrecord("timeline", "KEN", "--as-coded") == before
