"""A corpus read in order, failures named, what goes by counted for a person."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.bulk.limits import LIMITS, Limits
from onrecord.cli.failures import Failures
from onrecord.errors import InputError
from onrecord.model import Document, Reading

if TYPE_CHECKING:
    from onrecord.ingest import Options

T = TypeVar("T")


def coded(
    inputs: Iterable[str],
    options: "Options",
    failures: Failures,
    *,
    jobs: int,
    pipeline: str | None,
    kind: str,
    register: Path | None = None,
    limits: Limits = LIMITS,
) -> Iterator[tuple[Document, Reading]]:
    """Every report of the inputs with its reading, in order; what fails is named on standard error and left out."""
    from onrecord.bulk.corpus import rows_with_ids
    from onrecord.bulk.local import read_rows

    rows = (placed for path in inputs for placed in rows_with_ids(path, options))
    found_rows = read_rows(rows, jobs=jobs, limits=limits, pipeline=pipeline, kind=kind, register=register)
    for found in with_progress(found_rows):
        if isinstance(found, InputError):
            failures.note(found)
        else:
            yield found


def with_progress(items: Iterable[T]) -> Iterator[T]:
    """The items, counted on a terminal while they go by; nothing is shown in a pipe."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("reading"), BarColumn(), TextColumn("{task.completed} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        yield from progress.track(items, total=None)
