"""Events as a table."""

import csv
from dataclasses import replace

from onrecord.export.table import COLUMNS, as_csv, table_rows


def test_table_has_a_row_for_every_event_and_a_cell_for_every_column(told):
    rows = list(table_rows(*told))
    assert len(rows) == len(told[1].events)
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_table_says_on_whose_word(told):
    attack = dict(zip(COLUMNS, list(table_rows(*told))[1], strict=True))
    assert attack["actor"] == "Red Condor Front"
    assert attack["actor_code"] == "PER REB"
    assert attack["word"] == "claimed by Red Condor Front; denied by Peruvian army"
    assert attack["latitude"] is None


def test_table_keeps_a_cell_from_being_run_as_a_formula(told):
    document, reading = told
    formula = replace(reading.entities[0], name='=HYPERLINK("http://bad","x")')
    row = next(table_rows(document, replace(reading, entities=(formula, *reading.entities[1:]))))
    cells = next(csv.reader([as_csv(row)]))
    assert cells[COLUMNS.index("actor")] == '\'=HYPERLINK("http://bad","x")'
    assert cells[COLUMNS.index("intensity")] == "4.0"


def test_table_keeps_a_minus_that_is_a_number(told):
    assert dict(zip(COLUMNS, list(table_rows(*told))[1], strict=True))["intensity"] == -9.0
