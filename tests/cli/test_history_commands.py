"""What the record held before, from the command line."""

import json

import pytest

from factories import as_of, border_strike
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


def coded_before(tmp_path) -> None:
    """A record whose report an older lexicon read, without its event."""
    report = as_of(border_strike(), "older")
    report.events.clear()
    with Record(tmp_path / "onrecord.db") as kept:
        kept.add(*report.made())


def test_a_record_is_read_again_once_and_shows_what_changed(onrecord, tmp_path):
    coded_before(tmp_path)
    assert onrecord("timeline", "KEN").out == ""
    assert onrecord("recode").out.startswith("1 report of onrecord.db read again")
    assert "ASSAULT  Kenya" in onrecord("timeline", "KEN").out
    assert onrecord("recode").out.startswith("0 reports")
    assert "1: onrecord 0.0, lexicon older, by-hand: 1 report, 0 of them current" in onrecord("codings").out
    ran = onrecord("diff", "1", "2")
    head, sentence = ran.out.splitlines()[:2]
    assert head.startswith("new  ASSAULT  report-1")
    assert sentence.strip().startswith("“Kenya's army struck a camp in Moyale")
    assert ran.err == "1 report compared, events: 1 new, 0 gone, 0 changed\n"
    assert json.loads(onrecord("diff", "2", "1", "--format", "json").out)["fate"] == "gone"


def test_two_files_of_readings_are_compared(onrecord, strike, tmp_path):
    coded_before(tmp_path)
    onrecord("export", "jsonl", "-o", "before.jsonl")
    onrecord("recode")
    onrecord("export", "jsonl", "-o", "after.jsonl")
    compared = onrecord("diff", "before.jsonl", "after.jsonl").out
    assert "new  ASSAULT" in compared
    assert "“" not in compared, "files of Readings hold no text"
    (tmp_path / "after.jsonl").write_text("{}\n", encoding="utf-8")
    ran = onrecord("diff", "before.jsonl", "after.jsonl")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "after.jsonl, line 1" in ran.err


def test_a_coding_that_is_not_there_is_one_line(onrecord, tmp_path):
    coded_before(tmp_path)
    ran = onrecord("diff", "1", "7")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
