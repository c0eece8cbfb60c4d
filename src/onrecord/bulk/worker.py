"""What a reading process does: loads a reader once, then answers each batch that it is given."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from onrecord.bulk.batches import Batch
from onrecord.bulk.limits import Limits
from onrecord.bulk.silence import silenced
from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import Placed
from onrecord.model import Document, Reading

if TYPE_CHECKING:
    from onrecord.read.reader import Reader

T = TypeVar("T")
Found: TypeAlias = T | InputError
"""What was made of a report, or why there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Generic[T]):
    """`make` loads the reader; `shape` is what is made of each reading before it leaves the process. Both are
    functions of a module, since they travel by name."""

    make: Callable[[], "Reader"]
    shape: Callable[[Document, Reading], T]


def serve(work: Work[T], limits: Limits, connection: Connection) -> None:
    """Says the reader's edition, or the error that kept it from loading; then a list of Found for each batch.

    A report for which there is not memory enough is set aside. Ends when the other side is gone. Ctrl-C is the other
    side's business.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reader = work.make()
    except OnrecordError as error:
        connection.send(error)
        return
    try:
        limits.hold()
        with silenced():  # a library that ends the process says so there; the other side names the report
            connection.send(reader.edition)
            while True:
                batch = connection.recv()
                with reader.forgetting():
                    found = read_batch(reader, batch, work.shape, limits)
                connection.send(found)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def read_batch(
    reader: "Reader", batch: Batch, shape: Callable[[Document, Reading], T], limits: Limits
) -> list[Found[T]]:
    """All together if that goes well, else one by one, so that a report that breaks the reader stands alone."""
    rows = [placed.opened() for placed in batch]
    documents = [row for row in rows if isinstance(row, Document)]
    try:
        readings = list(reader.read_many(documents))
        made = iter([shape(document, reading) for document, reading in zip(documents, readings, strict=True)])
    except Exception:
        return [_read_row(reader, placed, row, shape, limits) for placed, row in zip(batch, rows, strict=True)]
    return [row if isinstance(row, InputError) else next(made) for row in rows]


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


def set_aside(placed: Placed, reason: str) -> InputError:
    """Why a report that costs too much has no reading."""
    return InputError(placed.id or placed.where, f"is set aside, since it {reason}")


def _read_row(
    reader: "Reader",
    placed: Placed,
    row: Document | InputError,
    shape: Callable[[Document, Reading], T],
    limits: Limits,
) -> Found[T]:
    if isinstance(row, InputError):
        return row
    try:
        return safely(lambda document: shape(document, reader.read(document)), row)
    except InputError as error:
        if isinstance(error.__cause__, MemoryError):
            return set_aside(placed, f"takes more than {limits.megabytes:,} MB of memory")
        return error
