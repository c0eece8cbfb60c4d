"""From rows to a report, and the report as text, Markdown and JSON."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from small import event, reading

from onrecord.errors import InputError
from onrecord.evaluate.gold import load_gold
from onrecord.evaluate.quiet import TASK as QUIET
from onrecord.evaluate.report import Report, evaluate
from onrecord.evaluate.scoring import Row
from onrecord.evaluate.show import as_json, as_markdown, as_tables
from onrecord.evaluate.tasks import TASKS
from onrecord.export.text import text_console
from onrecord.model import Document, Reading

ROWS: list[Row] = [{"id": "1", "text": "Fiji closed the | game."}, {"id": "2", "text": "Samoa scored \x1b[31mtwice."}]


def eager(documents: Iterable[Document]) -> Iterator[Reading]:
    for _ in documents:
        yield reading(events=[event("v", "COERCE", [], [], trigger=[[5, 11]], confidence=0.8)])


def silent(documents: Iterable[Document]) -> Iterator[Reading]:
    for _ in documents:
        yield reading()


@pytest.fixture
def report() -> Report:
    return evaluate(QUIET, ROWS, eager, gold="own", reader="eager", baseline=silent, samples=20)


def test_a_report_has_figures_with_intervals_and_the_difference_to_the_baseline(report: Report) -> None:
    figure = report.figures[0]
    assert (figure.name, figure.value, figure.interval) == ("events a sentence", 1.0, (1.0, 1.0))
    assert (figure.baseline, figure.difference) == (0.0, (1.0, 1.0))
    assert report.value("sentences with an event") == 100


def test_a_report_has_the_confusions_with_their_sentences(report: Report) -> None:
    [confusion] = report.confusions
    assert (confusion.wanted, confusion.got, confusion.count) == ("nothing", "COERCE", 2)
    assert "closed: Fiji closed the | game." in confusion.words


def test_without_draws_there_are_no_intervals() -> None:
    assert evaluate(QUIET, ROWS, eager, gold="own", reader="eager").figures[0].interval is None


def test_a_report_is_shown_as_text_harmlessly(report: Report) -> None:
    console = text_console()
    with console.capture() as captured:
        console.print(as_tables(report))
    assert "quiet on own, 2 rows, read by eager" in captured.get()
    assert "\x1b[31m" not in captured.get()


def test_a_report_is_shown_as_markdown(report: Report) -> None:
    shown = as_markdown(report)
    assert "| events a sentence | 1 | 1 to 1 | 0 | 1 to 1 |" in shown
    assert "Fiji closed the \\| game." in shown


def test_a_report_is_json_on_one_line(report: Report) -> None:
    line = as_json(report)
    assert "\n" not in line
    assert json.loads(line)["figures"][0]["value"] == 1.0


def test_rows_of_another_task_are_refused() -> None:
    with pytest.raises(InputError, match="'timexes'"):
        evaluate(TASKS["times"], ROWS, silent, gold="own", reader="r")


def test_gold_files_are_read_alone_and_by_folder(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text('{"id": "x"}\n\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("# by hand\nFiji won.\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("no gold", encoding="utf-8")
    assert load_gold(tmp_path) == [{"id": "x"}]
    assert load_gold(tmp_path / "a.txt") == [{"id": "a:2", "text": "Fiji won."}]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [("{", r"gold.jsonl:1: is not JSON"), ("[]", r"gold.jsonl:1: is no JSON object"), ("", "holds no gold rows")],
)
def test_what_is_no_gold_file_is_told_with_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    (tmp_path / "gold.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        load_gold(tmp_path / "gold.jsonl")
    with pytest.raises(InputError, match="can't be read"):
        load_gold(tmp_path / "missing.jsonl")
