"""`onrecord code`: codes a corpus, as lines of JSON or as tables."""

from collections.abc import Callable
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.bulk.limits import LIMITS, Limits
from onrecord.cli.bar import Bar
from onrecord.cli.corpus import coded
from onrecord.cli.failures import Failures, say
from onrecord.cli.options import (
    Day,
    Engine,
    Jobs,
    Kind,
    LimitMemory,
    LimitSeconds,
    OnError,
    Pipeline,
    Publisher,
    Register,
)
from onrecord.cli.output import whole_file
from onrecord.model import reading_to_json
from onrecord.models.choice import DEFAULT_READER

if TYPE_CHECKING:
    from onrecord.bulk.cluster import Cluster
    from onrecord.bulk.pool import Pool
    from onrecord.bulk.run import Order

LINES = (".jsonl", ".ndjson")


def code_corpus(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="JSONL, CSV, Parquet, WARC, a folder, a report.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", help="A .jsonl file, a folder for tables, or -.")],
    jobs: Jobs = 1,
    engine: Annotated[Engine, typer.Option("--engine", help="This machine, or a Ray cluster.")] = Engine.LOCAL,
    ray_address: Annotated[
        str | None, typer.Option("--ray-address", metavar="ADDRESS", help="A cluster that runs; else one starts here.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was stopped.")] = False,
    on_error: Annotated[OnError, typer.Option("--on-error", help="What a report that fails does.")] = OnError.SKIP,
    limit_seconds: LimitSeconds = LIMITS.seconds,
    limit_memory: LimitMemory = LIMITS.megabytes,
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
    limits = Limits(seconds=limit_seconds, megabytes=limit_memory)
    _check(output, plain=not (resume or dedup or on_error is OnError.STOP or engine is Engine.RAY))
    if ray_address and engine is Engine.LOCAL:
        raise typer.BadParameter("--ray-address is for --engine ray")
    if output == "-":
        with whole_file(output) as file:
            readings = coded(
                inputs, options, failures, jobs=jobs, limits=limits, pipeline=pipeline, kind=kind, register=register
            )
            for _, reading in readings:
                file.write(reading_to_json(reading) + "\n")
        failures.close()
        return
    settings = (("pipeline", str(pipeline)), ("reader", str(kind)))
    order = Order(inputs=tuple(inputs), options=options, settings=settings, dedup=dedup, stop=on_error is OnError.STOP)
    start = partial(_start, engine, ray_address, jobs, limits, pipeline, kind, register)
    if _run(order, output, resume, failures, start):
        raise typer.Exit(1)


def _check(output: str, plain: bool) -> None:
    if output == "-" and not plain:
        refused = "--resume, --dedup, --on-error or --engine ray"
        raise typer.BadParameter(f"standard output takes no {refused}; name a .jsonl file")
    if output != "-" and Path(output).suffix not in (*LINES, ""):
        raise typer.BadParameter(f"{output!r} is no .jsonl file, and no folder, whose name has no ending")


def _start(
    engine: Engine,
    address: str | None,
    jobs: int,
    limits: Limits,
    pipeline: str | None,
    kind: str,
    register: Path | None,
    today: Date,
) -> "Pool[str] | Cluster[str]":
    """Readers that are ready, for which it is this day."""
    from onrecord.bulk.cluster import Cluster
    from onrecord.bulk.local import make_work, start_pool
    from onrecord.bulk.run import as_line

    reader: Any = {"pipeline": pipeline, "kind": kind, "register": register, "today": today}
    if engine is Engine.LOCAL:
        return start_pool(as_line, jobs=jobs, limits=limits, **reader)
    return Cluster(make_work(as_line, **reader), address=address, jobs=jobs, limits=limits)


def _run(
    order: "Order",
    output: str,
    resume: bool,
    failures: Failures,
    start: "Callable[[Date], Pool[str] | Cluster[str]]",
) -> int:
    """How many reports failed, in this session or before; none of a run that was finished already."""
    from onrecord.bulk.corpus import size_of
    from onrecord.bulk.run import begun_on, prepare, run
    from onrecord.bulk.workplace import Workplace

    with Workplace(output) as place:
        today = begun_on(place, resume)
        with start(today) as readers, Bar(size_of(order.inputs), failures) as bar:
            begins = prepare(place, order.manifest(readers.edition, today), resume)
            progress = run(order, place, readers, bar) if begins else None
    if progress is None:
        say(f"{output}: is finished; nothing was left to do")
        return 0
    bar.ended(progress, output)
    return progress.failures
