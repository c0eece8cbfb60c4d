"""Readers on this machine, in this process or in several: how they are made, and rows read by them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.bulk.alone import Alone
from onrecord.bulk.batches import BATCH, make_batches
from onrecord.bulk.limits import LIMITS, Limits
from onrecord.bulk.pool import Pool
from onrecord.bulk.worker import Work, read_safely, safely
from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import Placed, Row
from onrecord.model import Document, Reading
from onrecord.models.choice import DEFAULT_READER, ReaderKind, find_models
from onrecord.read.loading import load_for_good

if TYPE_CHECKING:
    from onrecord.read.reader import Reader

__all__ = [
    "BATCH",
    "Coded",
    "make_reader",
    "make_work",
    "read_rows",
    "read_safely",
    "read_with",
    "safely",
    "start_pool",
]

T = TypeVar("T")
Coded = tuple[Document, Reading] | InputError


def read_rows(
    rows: Iterable[Row | Placed],
    *,
    jobs: int = 1,
    limits: Limits = LIMITS,
    pipeline: str | None = None,
    kind: str = DEFAULT_READER,
    register: Path | None = None,
) -> Iterator[Coded]:
    """Each row's document with its reading, or why there is none, in the order of the rows. A page that is still closed
    is opened where it is read.

    `jobs`: processes, each with a reader of its own; the result does not depend on how many. What ends a process or
    costs more than `limits` is set aside. Raises OnrecordError where the parser is not installed or a process can't
    start.
    """
    with start_pool(_pair, jobs=jobs, limits=limits, pipeline=pipeline, kind=kind, register=register) as pool:
        for _, found in pool.read(make_batches(map(_placed, rows))):
            yield found


def read_with(reader: "Reader", rows: Iterable[Row]) -> Iterator[Coded]:
    """As `read_rows`, by a reader that is there already, in this process and without limits."""
    for _, found in Alone(reader, _pair).read(make_batches(map(_placed, rows))):
        yield found


def start_pool(
    shape: Callable[[Document, Reading], T],
    *,
    jobs: int = 1,
    limits: Limits = LIMITS,
    pipeline: str | None = None,
    kind: str = DEFAULT_READER,
    register: Path | None = None,
    today: date | None = None,
) -> Pool[T]:
    """`jobs` processes that read, and make of each reading what `shape` says. Raises OnrecordError as `read_rows`."""
    return Pool(make_work(shape, pipeline=pipeline, kind=kind, register=register, today=today), jobs, limits)


def make_work(
    shape: Callable[[Document, Reading], T],
    *,
    pipeline: str | None = None,
    kind: str = DEFAULT_READER,
    register: Path | None = None,
    today: date | None = None,
) -> Work[T]:
    """What reading processes are told to do, wherever they are; missing weights are said here once, not by each."""
    kind = kind if find_models(kind) else ReaderKind.RULES
    return Work(make=partial(make_reader, pipeline, kind, register, today), shape=shape)


def make_reader(
    pipeline: str | None = None,
    kind: str = DEFAULT_READER,
    register: Path | None = None,
    today: date | None = None,
) -> "Reader":
    """A reader of this kind on the spaCy pipeline of this name, with the actors of a user's register, to be kept.

    Raises OnrecordError where the pipeline is not installed or the register can't be read.
    """
    named = {} if pipeline is None else {"pipeline": pipeline}
    try:
        return load_for_good(kind=kind, register=register, today=today, **named)
    except OSError as error:
        from onrecord.read.parse import PIPELINE  # here, since spaCy takes long to import

        raise OnrecordError(f"the spaCy pipeline {pipeline or PIPELINE} is not installed; pip can do it") from error


def _placed(row: Row | Placed) -> Placed:
    return (
        row if isinstance(row, Placed) else Placed(where=row.source if isinstance(row, InputError) else row.id, row=row)
    )


def _pair(document: Document, reading: Reading) -> tuple[Document, Reading]:
    return document, reading
