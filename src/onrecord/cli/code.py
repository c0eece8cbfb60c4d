"""`onrecord code`: codes a corpus, as lines of JSON or as tables."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.bar import Bar
from onrecord.cli.corpus import coded
from onrecord.cli.failures import Failures
from onrecord.cli.options import Day, Jobs, Kind, OnError, Pipeline, Publisher, Register
from onrecord.cli.output import whole_file
from onrecord.model import reading_to_json
from onrecord.models.choice import DEFAULT_READER, ReaderKind

if TYPE_CHECKING:
    from onrecord.bulk.run import Order

LINES = (".jsonl", ".ndjson")


def code_corpus(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="JSONL, CSV, Parquet, WARC, a folder, a report.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", help="A .jsonl file, a folder for tables, or -.")],
    jobs: Jobs = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was stopped.")] = False,
    on_error: Annotated[OnError, typer.Option("--on-error", help="What a report that fails does.")] = OnError.SKIP,
    limit_seconds: Annotated[float, typer.Option(min=0.1, metavar="S", help="For one report, at most.")] = 120.0,
    dedup: Annotated[bool, typer.Option("--dedup", help="Read near-copies once.")] = False,
    date: Day = None,
    publisher: Publisher = None,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Code a corpus in the order of the INPUT. OUTPUT appears when all is done.

    A .jsonl file has a Reading a line, a folder Parquet tables. What fails stands in OUTPUT.errors.jsonl.
    """
    from onrecord.bulk.run import Order
    from onrecord.ingest import Options

    options, failures = Options(date=date, publisher=publisher), Failures()
    _check(output, plain=not (resume or dedup or on_error is OnError.STOP))
    if output == "-":
        with whole_file(output) as file:
            readings = coded(inputs, options, failures, jobs=jobs, pipeline=pipeline, kind=kind, register=register)
            for _, reading in readings:
                file.write(reading_to_json(reading) + "\n")
        failures.close()
        return
    settings = (("pipeline", str(pipeline)), ("reader", kind.value))
    order = Order(inputs=tuple(inputs), options=options, settings=settings, dedup=dedup, stop=on_error is OnError.STOP)
    if _run(order, output, resume, failures, jobs, limit_seconds, pipeline, kind, register):
        raise typer.Exit(1)


def _check(output: str, plain: bool) -> None:
    if output == "-" and not plain:
        raise typer.BadParameter("standard output takes no --resume, --dedup or --on-error; name a .jsonl file")
    if output != "-" and Path(output).suffix not in (*LINES, ""):
        raise typer.BadParameter(f"{output!r} is no .jsonl file, and no folder, whose name has no ending")


def _run(
    order: "Order",
    output: str,
    resume: bool,
    failures: Failures,
    jobs: int,
    limit: float,
    pipeline: str | None,
    kind: ReaderKind,
    register: Path | None,
) -> int:
    """How many reports failed, in this session or before."""
    from onrecord.bulk.corpus import size_of
    from onrecord.bulk.local import start_pool
    from onrecord.bulk.run import as_line, begun_on, prepare, run
    from onrecord.bulk.workplace import Workplace

    with Workplace(output) as place:
        today = begun_on(place, resume)
        readers = start_pool(
            as_line, jobs=jobs, limit=limit, pipeline=pipeline, kind=kind, register=register, today=today
        )
        with readers as pool, Bar(size_of(order.inputs), failures) as bar:
            if prepare(place, order.manifest(pool.edition, today), resume):
                return run(order, place, pool, bar).failures
    return 0
