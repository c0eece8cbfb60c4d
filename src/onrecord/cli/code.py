"""`onrecord code`: codes a corpus, one Reading a line."""

from typing import Annotated

import typer

from onrecord.cli.corpus import coded
from onrecord.cli.failures import Failures
from onrecord.cli.options import Day, Jobs, Kind, Pipeline, Publisher, Register
from onrecord.cli.output import whole_file
from onrecord.model import reading_to_json
from onrecord.models.choice import DEFAULT_READER


def code_corpus(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="JSONL, CSV, a folder or a report.")],
    output: Annotated[str, typer.Option("--output", "-o", help="A .jsonl file, or - for standard output.")],
    jobs: Jobs = 1,
    date: Day = None,
    publisher: Publisher = None,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Code a corpus: one Reading a line, in the order of the INPUT. OUTPUT appears when all is done.

    The rows of a JSONL or CSV file have `text` and may have `id`, `date`, `title`, `url`, `publisher`, `language`.
    """
    if output != "-" and not output.endswith((".jsonl", ".ndjson")):
        raise typer.BadParameter(f"{output!r} is no .jsonl file; other kinds of OUTPUT can't be written yet")
    from onrecord.ingest import Options

    options, failures = Options(date=date, publisher=publisher), Failures()
    with whole_file(output) as file:
        readings = coded(inputs, options, failures, jobs=jobs, pipeline=pipeline, kind=kind, register=register)
        for _, reading in readings:
            file.write(reading_to_json(reading) + "\n")
    failures.close()
