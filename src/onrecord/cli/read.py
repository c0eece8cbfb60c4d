"""`onrecord read`: reads reports and shows what they put on record."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from onrecord.cli.failures import Failures, say
from onrecord.cli.options import HERE, Day, Kind, Pipeline, Private, Publisher, Register, Title, Where
from onrecord.errors import OnrecordError
from onrecord.model import Document, Reading, reading_to_json
from onrecord.models.choice import DEFAULT_READER

if TYPE_CHECKING:
    from onrecord.ingest import Options
    from onrecord.read.explain import Explanation
    from onrecord.read.reader import Reader
    from onrecord.record import Record


Why: TypeAlias = "tuple[Explanation, ...] | None"


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PLOVER = "plover"


def read_reports(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="A .txt or .html file, - or an address.")],
    date: Day = None,
    title: Title = None,
    publisher: Publisher = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to show it.")] = Shape.TEXT,
    save: Annotated[bool, typer.Option("--save", help="Also keep it in the record.")] = False,
    record: Where = HERE,
    allow_private: Private = False,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show which rule or model decided, and on what.")] = False,
) -> None:
    """Read each report and show what it puts on record: who did what to whom, when, where, on whose word."""
    if shape is Shape.HTML and len(sources) > 1:
        raise typer.BadParameter("a page holds one report; give one SOURCE at a time with --format html")
    if explain and shape not in EXPLAINED:
        raise typer.BadParameter(f"--explain goes with --format text or json, not {shape}")
    from onrecord.bulk.local import make_reader
    from onrecord.ingest import Options

    options = Options(date=date, title=title, publisher=publisher, allow_private=allow_private)
    kept = _open(record) if save else None
    reader, failures, show = make_reader(pipeline, kind, register), Failures(), SHOWN[shape]
    for source in sources:
        try:
            document, reading, why = _read(source, options, reader, explain)
            if kept:
                kept.add(document, reading)
        except OnrecordError as error:
            failures.note(error)
        else:
            show(document, reading, why)
    if kept:
        kept.close()
    failures.close()


def _open(record: str) -> "Record":
    from onrecord.record import Record

    return Record(record)


def _read(source: str, options: "Options", reader: "Reader", explain: bool) -> tuple[Document, Reading, Why]:
    from onrecord.bulk.local import safely
    from onrecord.ingest import load

    document = load(source, options)
    if not explain:
        return document, safely(reader.read, document, source), None
    return document, *safely(reader.read_explained, document, source)


def _text(document: Document, reading: Reading, why: Why) -> None:
    from onrecord.export.text import as_text, print_text, text_console

    print_text(text_console(), as_text(document, reading))
    if why is not None:
        from onrecord.export.explained import as_explained

        print_text(text_console(), as_explained(document, reading, why))
    typer.echo()


def _json(document: Document, reading: Reading, why: Why) -> None:
    if why is None:
        typer.echo(reading_to_json(reading))
    else:
        from onrecord.export.explained import explained_json

        typer.echo(explained_json(reading, why))


def _html(document: Document, reading: Reading, why: Why) -> None:
    from onrecord.export.page import as_page

    typer.echo(as_page(document, reading))


def _plover(document: Document, reading: Reading, why: Why) -> None:
    from onrecord.export.plover import plover_lines, undated

    for line in plover_lines(document, reading):
        typer.echo(line)
    left = undated(reading)
    if left:
        say(f"{document.id}: {left} events have no date and are no PLOVER records; --date says when it was published")


SHOWN: dict[Shape, Callable[[Document, Reading, Why], None]] = {
    Shape.TEXT: _text,
    Shape.JSON: _json,
    Shape.HTML: _html,
    Shape.PLOVER: _plover,
}
EXPLAINED = (Shape.TEXT, Shape.JSON)
