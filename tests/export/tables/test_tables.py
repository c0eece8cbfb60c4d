"""The tables: a row for each item, a meaning for each column, read back with pandas, pyarrow and openpyxl."""

import csv
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas
import pyarrow.parquet
import pytest

from onrecord.errors import OnrecordError
from onrecord.export.cells import as_csv
from onrecord.export.lookup import Lookup
from onrecord.export.tables import EVENTS, TABLES
from onrecord.export.tables.dictionary import as_markdown
from onrecord.export.tables.sinks import CsvFiles, ParquetFiles, Workbook, fill

DOCS = Path(__file__).resolve().parents[3] / "docs"
FORMULA = '=HYPERLINK("http://bad","x")'


@pytest.fixture
def risky(told):
    """The sample, with an actor whose name a spreadsheet would run."""
    document, reading = told
    named = replace(reading.entities[0], name=FORMULA)
    return document, replace(reading, entities=(named, *reading.entities[1:]))


def rows(table, told):
    return [dict(zip(table.head, row, strict=True)) for row in table.rows(Lookup(*told))]


def places(folder, ending):
    return {table.name: folder / f"{table.name}.{ending}" for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_table_has_rows_and_no_column_twice(told, table):
    assert rows(table, told)
    assert len(set(table.head)) == len(table.head)


def test_events_say_on_whose_word(told):
    attack = rows(EVENTS, told)[1]
    assert attack["actor"] == "Red Condor Front"
    assert attack["actor_code"] == "PER REB"
    assert attack["actor_country"] == "PER"
    assert attack["word"] == "claimed by Red Condor Front; denied by Peruvian army"
    assert attack["latitude"] is None
    assert attack["intensity"] == -9.0


def test_figures_stand_with_their_tellers(told):
    figures = rows(next(t for t in TABLES if t.name == "figures"), told)
    assert [(f["what"], f["low"], f["high"], f["teller"]) for f in figures] == [
        ("killed", 12, 12, "Red Condor Front"),
        ("killed", None, 3, "Peruvian army"),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", " =", "\t=", "\r\n="])
def test_csv_keeps_text_from_being_run_as_a_formula(start):
    (cell, number) = next(csv.reader([as_csv((f"{start}1+1", -4.0))]))
    assert cell.startswith("'")
    assert number == "-4.0"


def test_csv_files_are_read_by_pandas(told, tmp_path):
    fill(CsvFiles(places(tmp_path, "csv"), TABLES), TABLES, [told])
    events = pandas.read_csv(tmp_path / "events.csv")
    assert list(events["event"]) == [event.id for event in told[1].events]
    assert events["intensity"].dtype == float
    joined = events.merge(pandas.read_csv(tmp_path / "reports.csv"), on="document")
    assert set(joined["publisher"]) == {"The Lake Post"}


def test_parquet_files_hold_numbers_as_numbers_and_text_as_it_is(risky, tmp_path):
    fill(ParquetFiles(places(tmp_path, "parquet"), TABLES), TABLES, [risky, risky])
    events = pyarrow.parquet.read_table(tmp_path / "events.parquet")
    assert events.num_rows == 2 * len(risky[1].events)
    assert events.column("actor")[0].as_py() == FORMULA
    assert (str(events.schema.field("sentence_start").type), str(events.schema.field("latitude").type)) == (
        "int64",
        "double",
    )
    assert pandas.read_parquet(tmp_path / "kin.parquet")["relation"].tolist() == ["niece", "niece"]


def test_a_workbook_has_a_sheet_for_each_table_and_runs_nothing(risky, tmp_path):
    fill(Workbook(tmp_path / "out.xlsx", TABLES), TABLES, [risky])
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == [*(table.name for table in TABLES), "dictionary"]
    cell = book["events"].cell(row=2, column=EVENTS.head.index("actor") + 1)
    assert (cell.value, cell.data_type) == (FORMULA, "s")
    assert book["events"].cell(row=2, column=EVENTS.head.index("intensity") + 1).value == 4.0
    assert book["events"].freeze_panes == "A2"
    assert book["reports"].column_dimensions["B"].width == 40


def test_a_workbook_cuts_what_no_cell_can_hold(told, tmp_path):
    document, reading = told
    long = replace(reading.entities[0], name="x" * 40_000)
    fill(Workbook(tmp_path / "out.xlsx", TABLES), TABLES, [(document, replace(reading, entities=(long,)))])
    name = openpyxl.load_workbook(tmp_path / "out.xlsx")["entities"]["D2"].value
    assert len(name) == 32_767
    assert name.endswith(" […]")


def test_a_workbook_says_when_a_sheet_is_full(told, tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.export.tables.sinks.ROWS", 3)
    with pytest.raises(OnrecordError, match="more than 3 rows; take csv or parquet"):
        fill(Workbook(tmp_path / "out.xlsx", TABLES), TABLES, [told])


@pytest.mark.parametrize("sink", [CsvFiles, ParquetFiles])
def test_half_a_surrogate_pair_costs_no_file(told, tmp_path, sink):
    document, reading = told
    broken = replace(reading.entities[0], name="Qu\ud800ispe")
    fill(sink(places(tmp_path, "x"), TABLES), TABLES, [(document, replace(reading, entities=(broken,)))])


def test_the_data_dictionary_in_the_docs_is_the_one_in_the_code():
    assert as_markdown().strip() in (DOCS / "data.md").read_text(encoding="utf-8")
