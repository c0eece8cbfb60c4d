"""`onrecord evaluate` on a gold file of our own."""

import json
from hashlib import sha256

import pytest

from onrecord.cli.evaluate import TaskName
from onrecord.evaluate.tasks import TASKS


@pytest.fixture
def quiet(tmp_path):
    (tmp_path / "quiet.txt").write_text("# by hand\nFiji beat Samoa 3-1.\nIt rained in Suva.\n", encoding="utf-8")


def test_every_task_can_be_called():
    assert [t.value for t in TaskName] == list(TASKS)


def test_evaluate_shows_figures(onrecord, quiet):
    ran = onrecord("evaluate", "quiet", "quiet.txt", "--bootstrap", "10")
    assert (ran.code, ran.err) == (0, "")
    assert "quiet on quiet, 2 rows, read by by-hand" in ran.out
    assert "events a sentence" in ran.out


def test_evaluate_takes_every_nth_row(onrecord, quiet):
    ran = onrecord("evaluate", "quiet", "quiet.txt", "--every", "2", "--format", "json")
    assert json.loads(ran.out)["rows"] == 1


def test_evaluate_writes_a_file_and_compares(onrecord, quiet, tmp_path):
    ran = onrecord("evaluate", "quiet", "quiet.txt", "--baseline", "rules", "--format", "markdown", "-o", "out.md")
    assert (ran.code, ran.out) == (0, "")
    assert "| events a sentence | 0 | 0 to 0 | 0 | 0 to 0 |" in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_labels_without_text_are_read_with_the_texts_of_other_files(onrecord, tmp_path):
    text = "Fiji closed the port of Samoa."
    start = {"characters": 20, "sha256": sha256(text[:20].encode()).hexdigest()[:16]}
    label = {"id": "port", **start, "events": []}
    (tmp_path / "labels.jsonl").write_text(json.dumps(label), encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "port", "text": text}), encoding="utf-8")
    (tmp_path / "others.jsonl").write_text(json.dumps({"id": "port", "text": " " + text}), encoding="utf-8")
    ran = onrecord("evaluate", "reports", "labels.jsonl", "--texts", "texts.jsonl", "--format", "json")
    assert (ran.code, json.loads(ran.out)["rows"]) == (0, 1)
    ran = onrecord("evaluate", "reports", "labels.jsonl", "--texts", "others.jsonl")
    assert (ran.code, ran.err) == (
        1,
        "onrecord: port: its text is not the one that was labelled; give the file that it stems from\n",
    )


def test_a_label_that_does_not_say_what_it_is_of_is_told_in_one_line(onrecord, tmp_path):
    (tmp_path / "labels.jsonl").write_text('{"id": "port", "events": []}', encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text('{"id": "port", "text": "It rained."}', encoding="utf-8")
    ran = onrecord("evaluate", "reports", "labels.jsonl", "--texts", "texts.jsonl")
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert "port: has neither a text nor characters and sha256 of one" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["evaluate", "quiet", "missing.txt"], 1, "missing.txt: can't be read"),
        (["evaluate", "times", "quiet.txt"], 1, "a gold row of this task has 'timexes'"),
        (["evaluate", "poems", "quiet.txt"], 2, "'poems' is not one of"),
    ],
)
def test_wrong_calls_are_told_in_one_line(onrecord, quiet, arguments, code, complaint):
    ran = onrecord(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert len(ran.err.splitlines()) == 1
    assert complaint in ran.err
