"""`onrecord code`: in order, whole or not at all, failures by name."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factories import border_strike
from onrecord.cli.output import whole_file
from onrecord.errors import OnrecordError
from onrecord.model import reading_from_json, to_json


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


def test_code_that_is_interrupted_ends_quietly_and_leaves_no_output_but_what_goes_on(onrecord, tmp_path):
    ran = onrecord("code", rows(tmp_path, "They met.", "CTRL-C"), "-o", "out.jsonl")
    assert (ran.code, ran.out, ran.err) == (130, "", "")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl.part"]


def test_code_shows_on_a_terminal_how_far_it_is(onrecord, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    ran = onrecord("code", rows(tmp_path, "They met.", None, "They left."), "-o", "out.jsonl")
    assert "3 reports" in ran.err
    assert "1 failed" in ran.err
    assert "in.jsonl:2: is not JSON" in ran.err
    assert ran.err.endswith("1 of 3 rows failed; out.jsonl.errors.jsonl names them\n")


def test_code_lists_what_failed_beside_the_output(onrecord, tmp_path):
    onrecord("code", rows(tmp_path, "They met.", None, "It BREAKS."), "-o", "out.jsonl")
    first, second = map(json.loads, (tmp_path / "out.jsonl.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["where"], first["id"]) == ("in.jsonl:2", None)
    assert (second["where"], second["id"]) == ("in.jsonl:3", "c")


@pytest.mark.parametrize("name", ["in.jsonl", "in.csv", "in.parquet"])
def test_code_names_the_id_of_a_row_that_is_no_report(onrecord, tmp_path, name):
    if name == "in.parquet":
        pq.write_table(pa.table({"id": ["a", "a"], "text": ["", "They met."]}), tmp_path / name)
    else:
        lines = {"in.csv": "id,text\na,\na,They met.\n", "in.jsonl": '{"id": "a"}\n{"id": "a", "text": "They met."}\n'}
        (tmp_path / name).write_text(lines[name], encoding="utf-8")
    onrecord("code", name, "-o", "out.jsonl")
    (failed,) = map(json.loads, (tmp_path / "out.jsonl.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert failed["id"] == "a"
    assert ids(tmp_path) == ["a"]


def test_code_that_fails_no_more_takes_the_old_list_away(onrecord, tmp_path):
    onrecord("code", rows(tmp_path, "They met.", None), "-o", "out.jsonl")
    onrecord("code", rows(tmp_path, "They met."), "-o", "out.jsonl")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl", "out.jsonl.manifest.json"]


def test_code_refuses_an_id_that_stands_twice(onrecord, tmp_path):
    row = json.dumps({"id": "a", "text": "They met."})
    (tmp_path / "in.jsonl").write_text(f"{row}\n{row}\n", encoding="utf-8")
    ran = onrecord("code", "in.jsonl", "-o", "out.jsonl")
    assert (ran.code, ran.err) == (1, "in.jsonl:2: has the id 'a', which an earlier row has\n")


def test_code_stops_at_the_first_failure_if_asked_and_goes_on_after_it(onrecord, tmp_path):
    name = rows(tmp_path, "They met.", None, "They left.")
    ran = onrecord("code", name, "-o", "out.jsonl", "--on-error", "stop")
    assert ran.code == 1
    assert ran.err.splitlines()[1].startswith("onrecord: stopped at the first failure")
    assert not (tmp_path / "out.jsonl").exists()
    assert onrecord("code", name, "-o", "out.jsonl", "--resume").code == 1
    assert ids(tmp_path) == ["a", "c"]


def test_code_leaves_an_unfinished_run_alone_unless_told_to_go_on(onrecord, tmp_path):
    name = rows(tmp_path, "They met.", None)
    onrecord("code", name, "-o", "out.jsonl", "--on-error", "stop")
    ran = onrecord("code", name, "-o", "out.jsonl")
    assert ran.code == 1
    assert "out.jsonl.part: holds such a run already; --resume goes on with it" in ran.err
    ran = onrecord("code", rows(tmp_path, "Others met.", None), "-o", "out.jsonl", "--resume")
    assert "out.jsonl.part: holds a run with other input" in ran.err
    rows(tmp_path, "They met.", None)
    ran = onrecord("code", name, "-o", "out.jsonl", "--resume", "--publisher", "A Paper")
    assert "out.jsonl.part: holds a run with other options" in ran.err


def test_code_does_nothing_when_it_resumes_what_is_finished(onrecord, tmp_path):
    name = rows(tmp_path, "They met.", None)
    onrecord("code", name, "-o", "out.jsonl")
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    ran = onrecord("code", name, "-o", "out.jsonl", "--resume")
    assert (ran.code, ran.out, ran.err) == (0, "", "out.jsonl: is finished; nothing was left to do\n")
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before
    ran = onrecord("code", name, "-o", "out.jsonl", "--resume", "--publisher", "A Paper")
    assert ran.err == "onrecord: out.jsonl: holds a run with other options; delete it or choose another OUTPUT\n"


def test_code_goes_on_with_a_second_run_over_a_finished_one(onrecord, tmp_path):
    name = rows(tmp_path, "They met.", None, "They left.")
    onrecord("code", name, "-o", "out.jsonl")
    onrecord("code", name, "-o", "out.jsonl", "--on-error", "stop")
    assert ids(tmp_path) == ["a", "c"]
    assert onrecord("code", name, "-o", "out.jsonl", "--resume").code == 1
    assert sorted(p.name for p in tmp_path.glob("*.part")) == []
    assert onrecord("code", name, "-o", "out.jsonl", "--resume").err.startswith("out.jsonl: is finished")


def test_code_codes_again_what_somebody_deleted(onrecord, tmp_path):
    name = rows(tmp_path, "They met.")
    onrecord("code", name, "-o", "out.jsonl")
    (tmp_path / "out.jsonl").unlink()
    assert onrecord("code", name, "-o", "out.jsonl", "--resume").err == ""
    assert ids(tmp_path) == ["a"]


def test_code_reads_near_copies_once_if_asked(onrecord, tmp_path):
    text = " ".join(f"The envoy met minister number {i} in the capital." for i in range(12))
    ran = onrecord("code", rows(tmp_path, text, f"{text} More.", "They left."), "-o", "out.jsonl", "--dedup")
    assert (ran.code, ran.err) == (0, "")
    assert ids(tmp_path) == ["a", "c"]
    (copy,) = map(json.loads, (tmp_path / "out.jsonl.errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert copy == {"where": "in.jsonl:2", "id": "b", "reason": "is a near-copy of 'a', which is read"}


def test_code_writes_tables_into_a_folder(onrecord, tmp_path):
    ran = onrecord("code", rows(tmp_path, border_strike("a").text, None, "They left."), "-o", "coded")
    assert ran.code == 1
    assert sorted(p.name for p in (tmp_path / "coded").iterdir()) == [
        *("attributions", "documents", "entities", "events", "manifest.json")
    ]
    documents = pq.read_table(tmp_path / "coded" / "documents").to_pylist()
    events = pq.read_table(tmp_path / "coded" / "events").to_pylist()
    _, reading = border_strike("a").made()
    assert [d["id"] for d in documents] == ["a", "c"]
    assert documents[0]["kin"] == to_json(reading.kin)
    assert events == [{"document": "a", **e} for e in to_json(reading.events)]


def test_code_mixes_nothing_into_a_folder_of_others(onrecord, tmp_path):
    name = rows(tmp_path, "They met.")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("All of it.", encoding="utf-8")
    ran = onrecord("code", name, "-o", "mine")
    assert (ran.code, ran.err) == (1, "onrecord: mine: holds files of no run; choose another OUTPUT\n")
    assert onrecord("code", name, "-o", "coded").code == 0
    assert "coded: holds such a run already" in onrecord("code", name, "-o", "coded").err
    assert onrecord("code", name, "-o", "coded", "--resume").code == 0
    ran = onrecord("code", rows(tmp_path, "Others met."), "-o", "coded", "--resume")
    assert "coded: holds a run with other input" in ran.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["coded", "in.jsonl", "mine"]


@pytest.mark.parametrize("wrong", [("-o", "out.xlsx"), ("-o", "-", "--resume"), ("-o", "-", "--dedup")])
def test_code_says_what_an_output_can_not_be(onrecord, tmp_path, wrong):
    assert onrecord("code", rows(tmp_path, "They met."), *wrong).code == 2


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


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("-o", "-", "--engine", "ray"), "standard output takes no --resume, --dedup, --on-error or --engine ray"),
        (("-o", "out.jsonl", "--ray-address", "10.0.0.1:6379"), "--ray-address is for --engine ray"),
    ],
)
def test_code_refuses_what_goes_ill_together(onrecord, tmp_path, arguments, reason):
    ran = onrecord("code", rows(tmp_path, "They met."), *arguments)
    assert ran.code == 2
    assert reason in ran.err
