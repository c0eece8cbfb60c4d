"""`onrecord read`: every format, several sources, failures by name, one line and the right exit code."""

import json
import sys

import pytest

from onrecord.model import reading_from_json


def test_read_shows_the_report_to_a_person(onrecord, strike):
    ran = onrecord("read", "strike.txt")
    assert (ran.code, ran.err) == (0, "")
    assert "ASSAULT  Kenya → a camp" in ran.out
    assert "12 killed, by the word of the ministry of defence" in ran.out


def test_read_gives_one_reading_a_line(onrecord, strike):
    ran = onrecord("read", "strike.txt", "strike.txt", "--format", "json")
    first, second = ran.out.splitlines()
    assert first == second
    assert reading_from_json(first).events[0].type == "ASSAULT"


def test_read_explains_what_it_shows(onrecord, strike):
    assert "Why" in onrecord("read", "strike.txt", "--explain").out
    assert json.loads(onrecord("read", "strike.txt", "--explain", "--format", "json").out)["explanations"] == []
    assert "explanations" not in onrecord("read", "strike.txt", "--format", "json").out


def test_read_gives_one_page(onrecord, strike):
    ran = onrecord("read", "strike.txt", "--format", "html")
    assert ran.out.startswith("<!DOCTYPE html>")
    assert ran.code == 0


def test_read_gives_plover_records(onrecord, strike):
    (line,) = onrecord("read", "strike.txt", "--format", "plover").out.splitlines()
    assert json.loads(line)["event"] == ["ASSAULT"]


def test_read_names_what_fails_and_does_the_others(onrecord, strike, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 50)
    ran = onrecord("read", "missing.txt", "empty.txt", "strike.txt", "bad.txt", "--format", "json")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert [line.split(":")[0] for line in ran.err.splitlines()] == ["missing.txt", "empty.txt", "bad.txt"]


def test_read_says_what_pages_need_and_reads_the_text(onrecord, strike, tmp_path, monkeypatch):
    (tmp_path / "page.html").write_text("<!doctype html><html><body><p>They met.</p></body></html>", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    ran = onrecord("read", "page.html", strike.name, "--format", "json")
    assert (ran.code, len(ran.out.splitlines())) == (1, 1)
    assert ran.err == "page.html: is an HTML page; `pip install onrecord[pages]` makes onrecord read those\n"


def test_read_names_a_report_that_breaks_the_reader_itself(onrecord, strike, tmp_path):
    (tmp_path / "odd.txt").write_text("This report BREAKS the reader.", encoding="utf-8")
    ran = onrecord("read", "odd.txt", "strike.txt", "--format", "json")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert "odd.txt: could not be read, by a fault of onrecord (ZeroDivisionError: no such word)" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["read", "strike.txt", "--date", "18 March"], "'18 March' is no date; write it as 2025-03-18"),
        (["read", "strike.txt", "--date", "2025-02-30"], "is no date"),
        (["read", "strike.txt", "--format", "pdf"], "'pdf' is not one of"),
        (["read", "strike.txt", "strike.txt", "--format", "html"], "a page holds one report"),
        (["read", "strike.txt", "--format", "plover", "--explain"], "--explain goes with --format text or json"),
        (["read"], "SOURCE"),
        (["read", "strike.txt", "--frmat", "json"], "No such option"),
        (["raed", "strike.txt"], "No such command"),
        (["code", "strike.txt", "-o", "out.parquet"], "is no .jsonl file"),
        (["code", "strike.txt", "-o", "out.jsonl", "--jobs", "0"], "--jobs"),
        (["timeline", "KEN", "--since", "March"], "is no date"),
        (["export", "shapefile", "-o", "x"], "'shapefile' is not one of"),
    ],
)
def test_wrong_calls_are_told_in_one_line(onrecord, strike, arguments, complaint):
    ran = onrecord(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert complaint in ran.err


def test_no_arguments_show_the_help(onrecord):
    ran = onrecord()
    assert ran.code == 0
    assert "Usage: onrecord" in ran.out


def test_version_is_told(onrecord):
    assert onrecord("--version").out.startswith("onrecord 0.")


def test_read_saves_where_it_is_told_to(onrecord, strike, tmp_path, monkeypatch):
    assert onrecord("read", "strike.txt", "--save").code == 0
    assert (tmp_path / "onrecord.db").exists()
    monkeypatch.setenv("ONRECORD_RECORD", "other.db")
    assert onrecord("read", "strike.txt", "--save").code == 0
    assert (tmp_path / "other.db").exists()
    assert onrecord("read", "strike.txt", "--save", "--record", "third.db").code == 0
    assert (tmp_path / "third.db").exists()


def test_read_keeps_nothing_unless_it_is_told_to(onrecord, strike, tmp_path):
    onrecord("read", "strike.txt")
    assert not (tmp_path / "onrecord.db").exists()
