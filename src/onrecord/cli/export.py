"""`onrecord export`: takes the record out of the house."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, AsCoded, AsOf, Where
from onrecord.cli.output import whole_file, whole_place
from onrecord.cli.record import seen_at
from onrecord.errors import OnrecordError
from onrecord.export.formats.shape import Shape

if TYPE_CHECKING:
    from onrecord.record.questions import Questions

FOLDERS = (Shape.CSV, Shape.PARQUET)
"""Formats that write all tables where OUTPUT has no ending."""
FILES_ONLY = (Shape.PARQUET, Shape.XLSX)
"""Formats that are no text."""


def export_record(
    shape: Annotated[Shape, typer.Argument(metavar="FORMAT", help=", ".join(Shape))],
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUTPUT", help="A file, a folder of tables, or -.")],
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
) -> None:
    """Write the whole record in a format that other programs read. OUTPUT appears when all is done."""
    folder = shape in FOLDERS and output != "-" and not Path(output).suffix
    if output == "-" and shape in FILES_ONLY:
        raise typer.BadParameter(f"{shape} is no text; name a file")
    if folder and Path(output).exists():
        raise OnrecordError(f"{output}: is there already; name another OUTPUT")
    with seen_at(record, as_of, as_coded) as kept:
        if folder or shape in FILES_ONLY:
            _tables(kept, shape, output, folder)
            return
        remark = _text(kept, shape, output)
    if remark:
        say(remark)


def _tables(record: "Questions", shape: Shape, output: str, folder: bool) -> None:
    from onrecord.export.formats.registry import write_file, write_folder

    with whole_place(output) as place:
        (write_folder if folder else write_file)(record, shape, place)


def _text(record: "Questions", shape: Shape, output: str) -> str | None:
    from onrecord.export.formats.registry import TEXTS

    with whole_file(output) as file:
        return _pour(TEXTS[shape](record), file)


def _pour(pieces: Generator[str, None, str | None], file: TextIO) -> str | None:
    """Writes the pieces; gives what the last of them says was left out."""
    while True:
        try:
            file.write(next(pieces))
        except StopIteration as end:
            remark: str | None = end.value
            return remark
