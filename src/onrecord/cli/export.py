"""`onrecord export`: takes the record out of the house."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, Where
from onrecord.cli.output import whole_file
from onrecord.export.plover import plover_lines, undated
from onrecord.export.table import COLUMNS, as_csv, table_rows
from onrecord.model import Document, Reading, reading_to_json


class Shape(StrEnum):
    PLOVER = "plover"
    JSONL = "jsonl"
    CSV = "csv"
    INCIDENTS = "incidents"


def export_record(
    shape: Annotated[Shape, typer.Argument(metavar="FORMAT", help="plover, jsonl, csv or incidents.")],
    output: Annotated[str, typer.Option("--output", "-o", help="A file, or - for standard output.")],
    record: Where = HERE,
) -> None:
    """Write the whole record: PLOVER, Readings, a table of events, or incidents. OUTPUT appears when all is done."""
    from onrecord.record import Record

    left = 0
    with Record(record, create=False) as kept, whole_file(output) as file:
        if shape is Shape.INCIDENTS:
            from onrecord.export.incidents import incident_line
            from onrecord.views import as_incident

            file.writelines(f"{incident_line(as_incident(rows))}\n" for rows in kept.all_incidents())
            return
        if shape is Shape.CSV:
            file.write(as_csv(COLUMNS) + "\n")
        for document, reading in kept.readings():
            file.writelines(f"{line}\n" for line in LINES[shape](document, reading))
            left += undated(reading) if shape is Shape.PLOVER else 0
    if left:
        say(f"{left} events have no date and are no PLOVER records; `onrecord read --date` gives a report its own")


def _readings(document: Document, reading: Reading) -> Iterator[str]:
    yield reading_to_json(reading)


def _table(document: Document, reading: Reading) -> Iterator[str]:
    return map(as_csv, table_rows(document, reading))


LINES: dict[Shape, Callable[[Document, Reading], Iterator[str]]] = {
    Shape.PLOVER: plover_lines,
    Shape.JSONL: _readings,
    Shape.CSV: _table,
}
