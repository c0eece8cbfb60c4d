"""`onrecord code`: in order, whole or not at all, failures by name."""

import json
from pathlib import Path

import pytest

from factories import border_strike
from onrecord.cli.output import whole_file
from onrecord.errors import OnrecordError
from onrecord.model import reading_from_json


def rows(tmp_path: Path, *texts: str | None) -> str:
    """A JSONL file with the ids a, b, c …; None stands for a line that is no JSON."""
    lines = ["{" if text is None else json.dumps({"id": chr(97 + i), "text": text}) for i, text in enumerate(texts)]
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file.name


def ids(tmp_path: Path) -> list[str]:
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    return [reading_from_json(line).document.id for line in lines]


def test_code_writes_a_reading_a_line_in_order(onrecord, tmp_path):
    name = rows(tmp_path, *(f"The envoy met minister {i}." for i in range(20)))
    ran = onrecord("code", name, "-o", "out.jsonl")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert ids(tmp_path) == [chr(97 + i) for i in range(20)]


def test_code_names_rows_that_fail_and_does_the_others(onrecord, tmp_path):
    name = rows(tmp_path, "The envoy met him.", None, "It BREAKS here.", "", "They left.")
    ran = onrecord("code", name, "-o", "out.jsonl")
    assert ran.code == 1
    assert ids(tmp_path) == ["a", "e"]
    first, second, third = ran.err.splitlines()
    assert first.startswith("in.jsonl:2: is not JSON")
    assert second.startswith("c: could not be read, by a fault of onrecord")
    assert third.startswith("in.jsonl:4: ")


def test_code_twice_gives_the_same_bytes(onrecord, tmp_path):
    name = rows(tmp_path, border_strike("a").text)
    onrecord("code", name, "-o", "out.jsonl")
    first = (tmp_path / "out.jsonl").read_bytes()
    onrecord("code", name, "-o", "out.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == first


def test_code_writes_to_standard_output(onrecord, tmp_path):
    ran = onrecord("code", rows(tmp_path, "They met.", "They left."), "-o", "-")
    assert len(ran.out.splitlines()) == 2


def test_code_writes_half_a_surrogate_pair_as_json_does(onrecord, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": "odd \\ud800", "text": "They met."}', encoding="utf-8")
    assert onrecord("code", "in.jsonl", "-o", "out.jsonl").code == 0
    assert ids(tmp_path) == ["odd \ud800"]


def test_code_says_where_it_can_not_write(onrecord, tmp_path):
    ran = onrecord("code", rows(tmp_path, "They met."), "-o", "nowhere/out.jsonl")
    assert ran.code == 1
    assert ran.err.startswith("onrecord: nowhere/out.jsonl: can't be written (No such file or directory)")


def test_code_that_is_interrupted_ends_quietly_and_leaves_no_output(onrecord, tmp_path):
    ran = onrecord("code", rows(tmp_path, "They met.", "CTRL-C"), "-o", "out.jsonl")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl"]


def test_code_shows_on_a_terminal_how_far_it_is(onrecord, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    ran = onrecord("code", rows(tmp_path, "They met.", None, "They left."), "-o", "out.jsonl")
    assert "3 reports" in ran.err
    assert "in.jsonl:2: is not JSON" in ran.err


def test_whole_file_leaves_the_old_one_and_nothing_else_when_it_fails(tmp_path):
    old = tmp_path / "out.jsonl"
    old.write_text("old", encoding="utf-8")

    def interrupted() -> None:
        with whole_file(str(old)) as file:
            file.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert old.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_whole_file_can_not_take_the_place_of_a_folder(tmp_path):
    with pytest.raises(OnrecordError, match="can't be written"), whole_file(str(tmp_path)):
        pass
    assert not list(tmp_path.parent.glob(".*.part"))
