"""`onrecord export`: every format from a record of the border strike, whole or not at all."""

import json
import shutil

import openpyxl
import pandas
import pytest

from factories import border_strike
from onrecord.export.formats.registry import FILES, TEXTS
from onrecord.export.formats.shape import Shape
from onrecord.link.linking import link_new
from onrecord.record import Record


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A record that holds the border strike, linked."""
    path = tmp_path_factory.mktemp("made") / "onrecord.db"
    with Record(path) as record:
        record.add(*border_strike("strike.txt").made())
        link_new(record)
    return path


@pytest.fixture
def kept(onrecord, made, tmp_path):
    """The command line beside a record that holds the border strike."""
    shutil.copy(made, tmp_path / "onrecord.db")
    return onrecord


@pytest.mark.parametrize("shape", Shape)
def test_export_writes_every_format_to_a_file(kept, tmp_path, shape):
    ran = kept("export", shape, "-o", f"out.{shape}")
    assert ran.code == 0
    assert (tmp_path / f"out.{shape}").stat().st_size > 0
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("shape", TEXTS)
def test_export_writes_text_to_standard_output(kept, shape):
    assert kept("export", shape, "-o", "-").out


@pytest.mark.parametrize("shape", sorted(set(Shape) - set(TEXTS)))
def test_export_writes_no_binary_file_to_standard_output(kept, shape):
    ran = kept("export", shape, "-o", "-")
    assert ran.code == 2
    assert f"{shape} is no text; name a file" in ran.err


@pytest.mark.parametrize("shape", FILES)
def test_export_writes_all_tables_into_a_folder(kept, tmp_path, shape):
    assert kept("export", shape, "-o", "tables").code == 0
    read = {"csv": pandas.read_csv, "parquet": pandas.read_parquet}[shape]
    reports, events = (read(tmp_path / "tables" / f"{name}.{shape}") for name in ("reports", "events"))
    assert list(events.merge(reports, on="document")["word"]) == [
        "claimed by the ministry of defence; denied by Dawit Alemu"
    ]


def test_export_leaves_a_folder_that_is_there_alone(kept, tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "mine.txt").write_text("mine")
    ran = kept("export", "csv", "-o", "tables")
    assert (ran.code, ran.err) == (1, "onrecord: tables: is there already; name another OUTPUT\n")
    assert [path.name for path in (tmp_path / "tables").iterdir()] == ["mine.txt"]


def test_export_says_what_it_left_out(kept, tmp_path):
    assert kept("export", "geojson", "-o", "out.json").err == (
        "events without a place that has coordinates, left out: 1\n"
    )
    assert json.loads((tmp_path / "out.json").read_text())["features"] == []


def test_export_takes_the_place_of_an_earlier_file_only_when_whole(kept, tmp_path, monkeypatch):
    (tmp_path / "out.xlsx").write_bytes(b"before")
    monkeypatch.setattr("onrecord.export.tables.sinks.ROWS", 1)
    ran = kept("export", "xlsx", "-o", "out.xlsx")
    assert ran.code == 1
    assert "take csv or parquet" in ran.err
    assert (tmp_path / "out.xlsx").read_bytes() == b"before"
    monkeypatch.undo()


def test_export_xlsx_is_a_workbook(kept, tmp_path):
    kept("export", "xlsx", "-o", "out.xlsx")
    assert openpyxl.load_workbook(tmp_path / "out.xlsx")["events"].max_row == 2


def test_export_names_the_formats_where_one_is_unknown(kept):
    ran = kept("export", "stone", "-o", "out")
    assert ran.code == 2
    assert "polecat" in ran.err
