"""The commands of the record, end to end on a file: what goes in can be asked for, by a person and as JSON."""

import csv
import io
import json

import pytest


@pytest.fixture
def kept(onrecord, strike):
    """The command line beside a record that holds the border strike."""
    assert onrecord("add", "strike.txt", "--publisher", "The Example Post").code == 0
    return onrecord


def test_add_says_what_is_new_and_never_doubles(onrecord, strike):
    assert onrecord("add", "strike.txt").out == "1 report read into onrecord.db: 1 new or changed, 0 there already\n"
    assert onrecord("add", "strike.txt").out == "1 report read into onrecord.db: 0 new or changed, 1 there already\n"


def test_add_names_what_fails(onrecord, strike):
    ran = onrecord("add", "missing.jsonl", "strike.txt")
    assert ran.code == 1
    assert ran.err.startswith("missing.jsonl: ")
    assert ran.out.startswith("1 report read")


def test_timeline_shows_events_with_their_chain(kept):
    out = kept("timeline", "KEN", "ETH").out
    assert "2025-03-17" in out
    assert "ASSAULT  Kenya → a camp  [denied]" in out
    assert "12 killed, by the word of the ministry of defence" in out
    assert "The Example Post ← the ministry of defence" in out


def test_timeline_can_be_narrowed(kept):
    assert "ASSAULT" in kept("timeline", "Kenya", "--since", "2025", "--until", "2025-03").out
    for narrower in (["--since", "2025-04"], ["--until", "2025-02-28"], ["--type", "AID"]):
        ran = kept("timeline", "Kenya", *narrower)
        assert (ran.code, ran.out) == (0, "")
        assert "holds no events of Kenya" in ran.err


def test_claims_show_who_denies_them(kept):
    out = kept("claims", "--disputed").out
    assert "the ministry of defence · claims  [denied]" in out
    assert "denied by Dawit Alemu: the report" in out


def test_timeline_and_claims_come_a_page_at_a_time(kept):
    first = kept("timeline", "KEN", "--limit", "1")
    assert "ASSAULT" in first.out
    assert first.err == ""
    newest = kept("claims", "--limit", "1")
    assert newest.err == "the newest 1 claims; --offset 1 shows older ones\n"
    assert newest.out != kept("claims", "--limit", "1", "--offset", "1").out != ""
    assert "holds no such claims" in kept("claims", "--offset", "9").err


def test_who_shows_offices_and_kin(kept):
    out = kept("who", "Alemu").out
    assert "Dawit Alemu  person ETH" in out
    assert "spokesman, of ETH, from 2024-01-01, appointed by Sara Alemu" in out
    assert "Dawit Alemu is nephew of Sara Alemu" in out


def test_search_finds_sentences_and_claims(kept):
    assert "Hospital workers counted 17 dead." in kept("search", "hospital", "dead").out
    ran = kept("search", "nightingale")
    assert (ran.code, ran.out) == (0, "")
    assert "holds nothing with nightingale" in ran.err


@pytest.mark.parametrize(
    "arguments", [["timeline", "KEN"], ["claims"], ["who", "Alemu"], ["search", "died"]], ids=lambda a: a[0]
)
def test_every_answer_can_be_had_as_json(kept, arguments):
    lines = kept(*arguments, "--format", "json").out.splitlines()
    assert lines
    assert all(isinstance(json.loads(line), dict) for line in lines)


def test_asking_a_record_that_is_not_there_makes_none(onrecord, tmp_path):
    ran = onrecord("timeline", "KEN", "--record", "none.db")
    assert ran.code == 1
    assert ran.err.startswith("onrecord: ")
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_record_is_told_in_one_line(onrecord, strike):
    ran = onrecord("claims", "--record", "strike.txt")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_export_writes_plover_readings_and_a_table(kept, tmp_path):
    for shape in ("plover", "jsonl", "csv"):
        assert kept("export", shape, "-o", f"out.{shape}").code == 0
    (record,) = (tmp_path / "out.plover").read_text(encoding="utf-8").splitlines()
    assert json.loads(record)["attribution"]["denied_by"] == ["Dawit Alemu"]
    (reading,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(reading)["schema"] == "onrecord.reading/1"
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))
    assert row["word"] == "claimed by the ministry of defence; denied by Dawit Alemu"


def test_incidents_come_with_their_origins_and_figures(kept):
    out = kept("incidents", "KEN", "ETH").out
    assert "1 outlet, 1 independent origin" in out
    assert "12 by the ministry of defence" in out
    assert kept("incidents", "PER").err == "onrecord.db holds no such incident\n"
    assert kept("relink").out == "1 report of onrecord.db linked\n"


def test_incidents_are_exported_a_line_each(kept):
    line = json.loads(kept("export", "incidents", "-o", "-").out)
    assert len(line["documents"]) == 1
    assert line["figures"][0]["low"] == 3
    assert {"id", "events", "date", "place", "actor", "recipient", "type", "origins", "figures", "also"} <= line.keys()


def test_a_judgement_that_cannot_be_is_refused_in_one_line(kept):
    document = json.loads(kept("export", "incidents", "-o", "-").out)["documents"][0]
    ran = kept("judge", document, document, "--author", "A. Reader")
    assert (ran.code, ran.out) == (1, "")
    assert "name two different ones" in ran.err
    assert kept("judge", document, "nowhere", "--author", "A. Reader").code == 1
    assert "no live judgement" in kept("withdraw", "7", "--author", "A. Reader").err
    assert kept("judgements").err == "onrecord.db holds no judgements\n"
