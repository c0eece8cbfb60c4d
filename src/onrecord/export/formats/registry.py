"""Every format and what writes it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.export.formats import (
    acled,
    annotations,
    atom,
    citations,
    ftm,
    geojson,
    graphml,
    icews,
    ics,
    polecat,
    ucdp,
)
from onrecord.export.formats.pieces import Pieces, as_csv_table, lines
from onrecord.export.formats.shape import Shape
from onrecord.export.incidents import incident_line
from onrecord.export.plover import plover_pieces
from onrecord.export.tables import EVENTS, TABLES, Table
from onrecord.export.tables.sinks import CsvFiles, ParquetFiles, Sink, Workbook, fill
from onrecord.model import reading_to_json
from onrecord.record.questions import Questions
from onrecord.views import as_incident

TEXTS: Mapping[Shape, Callable[[Questions], Pieces]] = {
    Shape.PLOVER: lambda record: plover_pieces(record.readings()),
    Shape.JSONL: lambda record: lines(record.readings(), lambda _, reading: iter((reading_to_json(reading),))),
    Shape.CSV: lambda record: as_csv_table(record.readings(), EVENTS),
    Shape.INCIDENTS: lambda record: _incidents(record),
    Shape.POLECAT: lambda record: polecat.pieces(record.readings()),
    Shape.ICEWS: lambda record: icews.pieces(record.readings()),
    Shape.ACLED: lambda record: acled.pieces(record.readings()),
    Shape.UCDP: lambda record: ucdp.pieces(map(as_incident, record.all_incidents())),
    Shape.FTM: lambda record: ftm.pieces(record.readings()),
    Shape.GRAPHML: lambda record: graphml.pieces(record.readings()),
    Shape.GEOJSON: lambda record: geojson.pieces(record.readings()),
    Shape.ICS: lambda record: ics.pieces(record.readings()),
    Shape.ATOM: lambda record: atom.pieces(record.readings(), _newest(record)),
    Shape.ANNOTATIONS: lambda record: annotations.pieces(record.readings()),
    Shape.CITATIONS: lambda record: citations.pieces(record.readings()),
}
"""What one text file can hold; PARQUET and XLSX are written by `write_tables`."""

FILES: Mapping[Shape, Callable[[dict[str, Path], tuple[Table, ...]], Sink]] = {
    Shape.CSV: CsvFiles,
    Shape.PARQUET: ParquetFiles,
}
"""Formats with a file for each table."""


def write_folder(record: Questions, shape: Shape, folder: Path) -> None:
    """Every table as a file of its own in a new folder."""
    folder.mkdir()
    places = {table.name: folder / f"{table.name}.{shape}" for table in TABLES}
    fill(FILES[shape](places, TABLES), TABLES, record.readings())


def write_file(record: Questions, shape: Shape, file: Path) -> None:
    """A workbook of all tables, or the events alone as one Parquet file."""
    if shape is Shape.XLSX:
        fill(Workbook(file, TABLES), TABLES, record.readings())
    else:
        fill(FILES[shape]({EVENTS.name: file}, (EVENTS,)), (EVENTS,), record.readings())


def _incidents(record: Questions) -> Pieces:
    for rows in record.all_incidents():
        yield f"{incident_line(as_incident(rows))}\n"
    return None


def _newest(record: Questions) -> str | None:
    return max((row.published for row in record.documents() if row.published), default=None)
