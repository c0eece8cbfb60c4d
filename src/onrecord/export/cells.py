"""Cells of a table as text, none of which a spreadsheet runs."""

import csv
import io
from collections.abc import Iterable

from onrecord.export.plain import one_line

Cell = str | int | float | None
Row = tuple[Cell, ...]

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Text that begins so is run by spreadsheets, in their East Asian editions by the wide signs too (OWASP, CSV
injection). An apostrophe before it keeps it text; numbers are written as they are."""


def as_csv(row: Row) -> str:
    """A line of CSV (RFC 4180) with its line end; text on one line and harmless."""
    return _line(map(harmless, row), ",")


def as_tsv(row: Row) -> str:
    """The same, parted by tabs."""
    return _line(map(harmless, row), "\t")


def harmless(cell: Cell) -> Cell:
    """Text on one line that a spreadsheet shows and does not run."""
    if not isinstance(cell, str):
        return cell
    text = one_line(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(row: Iterable[Cell], delimiter: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(row)
    return line.getvalue()
