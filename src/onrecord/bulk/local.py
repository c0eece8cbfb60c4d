"""A corpus read on this machine, in one process or several."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import Row
from onrecord.model import Document, Reading
from onrecord.models.choice import DEFAULT_READER, ReaderKind, find_models

if TYPE_CHECKING:
    from onrecord.read.reader import Reader

BATCH = 16
"""Reports that go through the parser together."""

AHEAD = 3
"""Batches a process that are read ahead of the one that is waited for."""

T = TypeVar("T")
Coded = tuple[Document, Reading] | InputError


def read_rows(
    rows: Iterable[Row],
    *,
    jobs: int = 1,
    pipeline: str | None = None,
    kind: ReaderKind = DEFAULT_READER,
    register: Path | None = None,
) -> Iterator[Coded]:
    """Each row's document with its reading, or why there is none, in the order of the rows.

    `jobs`: processes, each with a reader of its own; the result does not depend on how many. Raises OnrecordError
    where the parser is not installed or a process dies.
    """
    if jobs == 1:
        yield from read_with(make_reader(pipeline, kind, register), rows)
        return
    kind = ReaderKind.MODELS if find_models(kind) else ReaderKind.RULES  # said here once, not by each process
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    waiting: deque[Future[list[Coded]]] = deque()
    try:
        for batch in _batches(rows):
            waiting.append(pool.submit(_work, pipeline, kind, register, batch))
            if len(waiting) > AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise OnrecordError("a reading process died, most likely for want of memory; try fewer --jobs") from error
    finally:
        pool.shutdown(cancel_futures=True)


def read_with(reader: "Reader", rows: Iterable[Row]) -> Iterator[Coded]:
    """As `read_rows`, by a reader that is there already."""
    for batch in _batches(rows):
        yield from _read_batch(reader, batch)


def make_reader(
    pipeline: str | None = None, kind: ReaderKind = DEFAULT_READER, register: Path | None = None
) -> "Reader":
    """A reader of this kind on the spaCy pipeline of this name, with the actors of a user's register.

    Raises OnrecordError where the pipeline is not installed or the register can't be read.
    """
    from onrecord.read.parse import PIPELINE  # both here, since spaCy takes long to import
    from onrecord.read.reader import Reader

    try:
        return Reader(pipeline=pipeline or PIPELINE, kind=kind, register=register)
    except OSError as error:
        raise OnrecordError(f"the spaCy pipeline {pipeline or PIPELINE} is not installed; pip can do it") from error


def read_safely(reader: "Reader", document: Document, source: str | None = None) -> Reading:
    """One reading. Raises InputError for whatever goes wrong, the reader's own faults too; `source` is named in it."""
    return safely(reader.read, document, source)


def safely(read: Callable[[Document], T], document: Document, source: str | None = None) -> T:
    """What a reader's method gives for a document. Raises InputError as `read_safely` does."""
    try:
        return read(document)
    except OnrecordError:
        raise
    except Exception as error:
        kind = type(error).__name__
        reason = f"could not be read, by a fault of onrecord ({kind}: {error}); please report it"
        raise InputError(source or document.id, reason) from error


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _read_batch(reader: "Reader", rows: list[Row]) -> list[Coded]:
    """All together if that goes well, else one by one, so that a report that breaks the reader stands alone."""
    documents = [row for row in rows if isinstance(row, Document)]
    try:
        readings = iter(list(reader.read_many(documents)))
    except Exception:
        return [_read_row(reader, row) for row in rows]
    return [(row, next(readings)) if isinstance(row, Document) else row for row in rows]


def _read_row(reader: "Reader", row: Row) -> Coded:
    if isinstance(row, InputError):
        return row
    try:
        return row, read_safely(reader, row)
    except InputError as error:
        return error


@cache
def _reader(pipeline: str | None, kind: ReaderKind, register: Path | None) -> "Reader":
    """The one reader of a reading process."""
    return make_reader(pipeline, kind, register)


def _work(pipeline: str | None, kind: ReaderKind, register: Path | None, rows: list[Row]) -> list[Coded]:
    return _read_batch(_reader(pipeline, kind, register), rows)
