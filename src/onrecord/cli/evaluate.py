"""`onrecord evaluate`: how right the reader is, on a gold file."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.failures import Failures
from onrecord.cli.options import READERS, Kind, Pipeline
from onrecord.cli.output import whole_file
from onrecord.errors import InputError
from onrecord.model import Document, DocumentRead, Reading
from onrecord.model.document import digest
from onrecord.models.choice import DEFAULT_READER

if TYPE_CHECKING:
    from onrecord.evaluate.report import Report
    from onrecord.read.reader import Reader


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class TaskName(StrEnum):
    """What can be evaluated; `onrecord.evaluate.tasks` holds each, and a test holds both alike."""

    QUOTES = "quotes"
    EVENTS = "events"
    TIMES = "times"
    PLACES = "places"
    COREF = "coref"
    ACTORS = "actors"
    RELATIONS = "relations"
    SENTENCES = "sentences"
    REPORTS = "reports"
    QUIET = "quiet"
    NAMES = "names"


def evaluate_reader(
    task: Annotated[TaskName, typer.Argument(metavar="TASK", help="What the gold file is about.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A gold file, or a folder of them.")],
    kind: Kind = DEFAULT_READER,
    baseline: Annotated[
        str | None, typer.Option(metavar=READERS, help="Also show the difference to this reader.")
    ] = None,
    bootstrap: Annotated[int, typer.Option(min=0, max=100_000, metavar="N", help="Draws for the intervals.")] = 1000,
    every: Annotated[int, typer.Option(min=1, metavar="N", help="Only every Nth row, the first included.")] = 1,
    texts: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A file with texts of labels that have none."),
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to show it.")] = Shape.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="A file, or - for standard output.")] = "-",
    pipeline: Pipeline = None,
) -> None:
    """Score the reader on a gold file: figures with intervals, by type, its confusions, and its confidence."""
    from onrecord.bulk.local import make_reader
    from onrecord.evaluate.gold import load_gold, with_texts
    from onrecord.evaluate.report import evaluate
    from onrecord.evaluate.tasks import TASKS

    rows = load_gold(gold)[::every]
    rows = with_texts(rows, texts) if texts else rows
    failures, reader = Failures(), make_reader(pipeline, kind)
    report = evaluate(
        TASKS[task],
        rows,
        lambda documents: read_all(reader, documents, failures),
        gold=gold.stem,
        reader=reader.edition.model,
        baseline=None if baseline is None else lambda d: read_all(make_reader(pipeline, baseline), d, failures),
        samples=bootstrap,
    )
    with whole_file(output) as file:
        file.write(as_shape(report, shape))
    failures.close()


def read_all(reader: "Reader", documents: Iterable[Document], failures: Failures) -> Iterator[Reading]:
    """A reading each; of a report that can't be read, which is named, one that holds nothing."""
    from onrecord.bulk.local import read_with

    kept = list(documents)
    for document, found in zip(kept, read_with(reader, kept), strict=True):
        if isinstance(found, InputError):
            failures.note(found)
            read = DocumentRead(id=document.id, sha256=digest(document.text))
            yield Reading(coder=reader.edition, document=read)
        else:
            yield found[1]


def as_shape(report: "Report", shape: Shape) -> str:
    """The report as it is to be written."""
    from onrecord.evaluate.show import as_json, as_markdown, as_tables
    from onrecord.export.text import text_console

    if shape is Shape.JSON:
        return as_json(report) + "\n"
    if shape is Shape.MARKDOWN:
        return as_markdown(report)
    console = text_console()
    with console.capture() as captured:
        console.print(as_tables(report))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())
