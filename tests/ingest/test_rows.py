"""Corpora: every row is a Document or the reason why not, named by file and line, and the rest goes on."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.ingest import Options, Row, load_rows
from onrecord.ingest.rows import MAX_LINE
from onrecord.model import Basis, Document
from pages import FIRST, TEXT, TITLE, page

FULL = {
    "id": "r1",
    "text": TEXT,
    "title": TITLE,
    "url": "https://example.org/a",
    "publisher": "Example Wire",
    "language": "en",
    "date": "2025-03-18",
}


def told(rows: Iterable[Row]) -> list[str]:
    """The id of each document, the reason of each refusal with the file's name and line."""
    return [row.id if isinstance(row, Document) else f"{Path(row.source).name}: {row.reason}" for row in rows]


def jsonl(folder: Path, *lines: object) -> Path:
    path = folder / "news.jsonl"
    path.write_bytes(b"".join(x if isinstance(x, bytes) else json.dumps(x).encode() + b"\n" for x in lines))
    return path


def test_rows_of_jsonl_keep_every_field(tmp_path: Path) -> None:
    (document,) = load_rows(jsonl(tmp_path, {**FULL, "more": [1]}))
    assert isinstance(document, Document)
    assert document == Document.from_text(**FULL, date_basis=Basis.GIVEN)


def test_rows_take_what_the_user_says_of_all_of_them(tmp_path: Path) -> None:
    options = Options(date="2025-03-01", publisher="A Paper")
    (document,) = load_rows(jsonl(tmp_path, FULL), options)
    assert isinstance(document, Document)
    assert (document.date, document.publisher, document.title) == ("2025-03-01", "A Paper", TITLE)


def test_rows_of_jsonl_go_on_after_a_broken_line(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path,
        b"\xef\xbb\xbf" + json.dumps({"id": 1, "text": FIRST}).encode() + b"\r\n",
        b'{"id": 2, "text": \n',
        b"\n",
        b'{"text": "Caf\xe9"}\n',
        ["no", "object"],
        {"id": "6"},
        {"id": "7", "text": "  "},
        {"id": "8", "text": FIRST, "date": "last week"},
        {"id": "9", "text": FIRST, "title": 5},
        {"id": "10", "text": FIRST, "language": "deu"},
        b"[" * 100_000 + b"\n",
        {"id": "12", "text": FIRST, "date": None, "title": ""},
        {"id": "13", "text": 13},
    )
    assert told(load_rows(path)) == [
        "1",
        "news.jsonl:2: is not JSON: Expecting value",
        "news.jsonl:4: is not UTF-8",
        "news.jsonl:5: is not a JSON object",
        "news.jsonl:6: has no text",
        "news.jsonl:7: is empty",
        "news.jsonl:8: its date 'last week' is no date; write it as 2025-03-18",
        "news.jsonl:9: its title is no text but int",
        "news.jsonl:10: is written in 'deu', not English; onrecord reads English",
        "news.jsonl:11: is nested too deeply",
        "12",
        "news.jsonl:13: its text is no text but int",
    ]


def test_rows_of_jsonl_step_over_a_line_without_end(tmp_path: Path) -> None:
    path = jsonl(tmp_path, b"x" * (MAX_LINE + 5) + b"\n", {"id": "2", "text": FIRST})
    assert told(load_rows(path)) == [f"news.jsonl:1: is longer than {MAX_LINE:,} bytes", "2"]


def test_rows_of_jsonl_end_lines_at_line_feeds_alone(tmp_path: Path) -> None:
    text = "One report.\u2028Still the same.\r\nAnd here."
    path = jsonl(tmp_path, json.dumps({"id": "1", "text": text}, ensure_ascii=False).encode() + b"\n")
    (document,) = load_rows(path)
    assert isinstance(document, Document)
    assert document.text == text


def test_rows_without_an_id_are_called_by_address_or_content(tmp_path: Path) -> None:
    rows = told(load_rows(jsonl(tmp_path, {"text": FIRST, "url": "https://example.org/a"}, {"text": FIRST})))
    assert rows == ["https://example.org/a", Document.from_text(FIRST).id]


def test_rows_of_csv_keep_every_field(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=[*FULL, "more"])
        writer.writeheader()
        writer.writerows([{**FULL, "more": "x"}, {"id": "r2", "text": "long " * 40_000}])
    first, second = load_rows(path)
    assert first == Document.from_text(**FULL, date_basis=Basis.GIVEN)
    assert isinstance(second, Document)
    assert (second.id, second.title, second.date) == ("r2", None, None)


def test_rows_of_csv_go_on_after_a_broken_row(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(
        b"id,text\n1,The envoy left.\n2\n3,a,b\n4,Caf\xe9 closed.\n5,\n"
        b'6,"Two lines\nof one report."\n7,"The envoy" said.\n8,The envoy came back.\n'
    )
    assert told(load_rows(path)) == [
        "1",
        "news.csv:3: has more or fewer fields than the first line",
        "news.csv:4: has more or fewer fields than the first line",
        "news.csv:5: is not UTF-8",
        "news.csv:6: is empty",
        "6",
        "news.csv:9: is not CSV: ',' expected after '\"'",
        "8",
    ]


@pytest.mark.parametrize("content", ["", "id,body\n1,The envoy left.\n", '"id"x,text\n'])
def test_rows_of_csv_need_a_text_column(tmp_path: Path, content: str) -> None:
    path = tmp_path / "news.csv"
    path.write_text(content, encoding="utf-8")
    assert told(load_rows(path))[-1] == "news.csv: has no column called text in its first line"


def test_rows_of_tsv_are_split_at_tabs(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    path.write_text("id\ttext\n1\tOne, two, three.\n", encoding="utf-8")
    assert told(load_rows(path)) == ["1"]


def test_rows_of_a_folder_come_in_order_and_by_path(tmp_path: Path) -> None:
    folder = tmp_path / "march"
    (folder / "18").mkdir(parents=True)
    for name, content in {"b.txt": TEXT, "a.html": page(), "18/c.txt": "", "notes.md": "Nothing."}.items():
        (folder / name).write_text(content, encoding="utf-8")
    assert told(load_rows(folder)) == ["c.txt: is empty", "march/a.html", "march/b.txt"]


def test_rows_of_one_file_are_that_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert told(load_rows(str(path))) == [Document.from_text(TEXT).id]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (
            "a.xlsx",
            "is no corpus that onrecord reads: JSONL, CSV, Parquet, WARC, or a folder of .txt, .html and .eml files",
        ),
        (
            "a.gz",
            "is no corpus that onrecord reads: JSONL, CSV, Parquet, WARC, or a folder of .txt, .html and .eml files",
        ),
    ],
)
def test_rows_refuse_other_kinds_by_name(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert told(load_rows(tmp_path / name)) == [f"{name}: {reason}"]


def test_rows_name_what_is_not_there(tmp_path: Path) -> None:
    assert told(load_rows(tmp_path / "none.bin")) == ["none.bin: there is no such file or folder"]
    assert told(load_rows(tmp_path / "none.jsonl")) == ["none.jsonl: could not be opened: No such file or directory"]
    (tmp_path / "void").mkdir()
    assert told(load_rows(tmp_path / "void")) == ["void: holds no .txt, .html or .eml file"]


def test_rows_are_errors_not_exceptions(tmp_path: Path) -> None:
    assert all(isinstance(row, InputError) for row in load_rows(tmp_path / "none.csv"))
