"""Parquet: rows as those of JSONL, and what is wrong is named by row group."""

import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.ingest import load_rows, place_rows
from onrecord.model import Document
from pages import FIRST

COLUMNS = {"id": ["a", None, "c"], "text": [FIRST, "", FIRST], "date": [date(2025, 3, 18), None, None], "n": [1, 2, 3]}


def written(folder: Path, **columns: object) -> Path:
    path = folder / "news.parquet"
    pq.write_table(pa.table({**COLUMNS, **columns}), path, row_group_size=2)
    return path


def told(path: Path) -> list[str]:
    return [
        row.id if isinstance(row, Document) else f"{Path(row.source).name}: {row.reason}" for row in load_rows(path)
    ]


def test_rows_of_parquet_are_documents_or_named_by_row_group(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert told(path) == ["a", "news.parquet: row group 0, row 2: is empty", "c"]
    first = next(load_rows(path))
    assert isinstance(first, Document)
    assert first.date == "2025-03-18"


def test_rows_of_parquet_say_where_they_stand(tmp_path: Path) -> None:
    assert [p.where.split(": ")[-1] for p in place_rows(written(tmp_path))] == [
        "row group 0, row 1",
        "row group 0, row 2",
        "row group 1, row 1",
    ]


def test_a_schema_without_text_is_refused_by_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"id": ["a"], "body": [FIRST]}), path)
    assert told(path) == ["news.parquet: has no column called text; its columns are id, body"]


def test_a_column_of_another_type_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, text=[1, 2, 3])) == ["news.parquet: its column text holds no text but int64"]
    assert told(written(tmp_path, title=[1, None, None]))[0].endswith(
        "row group 0, row 1: its title is no text but int"
    )


def test_a_truncated_file_is_one_refusal(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    (refused,) = told(path)
    assert refused.startswith("news.parquet: is no whole Parquet file")


def test_a_spoilt_row_group_costs_its_own_rows_only(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    rows = {"id": [str(i) for i in range(40)], "text": [f"{FIRST} {i}" for i in range(40)]}
    pq.write_table(pa.table(rows), path, row_group_size=20, use_dictionary=False)
    column = pq.ParquetFile(path).metadata.row_group(0).column(1)
    spoilt = bytearray(path.read_bytes())
    start = column.data_page_offset + column.total_compressed_size - 60
    spoilt[start : start + 50] = b"\xff" * 50
    path.write_bytes(spoilt)
    first, *others = told(path)
    assert first.startswith("news.parquet: row group 0: can't be read after row 0 (")
    assert others == [str(i) for i in range(20, 40)]


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert told(path) == ["news.parquet: is a Parquet file; `pip install onrecord[corpora]` makes onrecord read those"]
