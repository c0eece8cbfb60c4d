"""Rows of the files whose parsers are large libraries in C++, read in a process of their own: a file made to crash one
costs its own rows, and not the run."""

import signal
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from onrecord.bulk.limits import LIMITS, Limits
from onrecord.errors import InputError
from onrecord.ingest import Options, Placed, place_rows

SUFFIXES = (".parquet", ".warc", ".warc.gz")
PATIENCE = 300.0
"""Seconds that a parser may take to its next row."""

DEATHS = 2
"""How often a row may end the process that is to read it."""

Places = Callable[[str, Options], Iterator[Placed]]


class Died(Exception):
    """The process that read a file is gone, whoever ended it."""


def rows_of(path: str, options: Options) -> Iterator[Placed]:
    """The rows of an input as `place_rows` gives them, whatever its parser does."""
    return rows_apart(path, options) if path.lower().endswith(SUFFIXES) else place_rows(path, options)


def rows_apart(
    path: str, options: Options, *, places: Places = place_rows, limits: Limits = LIMITS, patience: float = PATIENCE
) -> Iterator[Placed]:
    """The rows that `places`, a function of a module, gives in a process of its own. A process that dies is followed
    by another that goes on behind its last row. Where that row's successor ends both, or one takes more memory than
    the limit, or longer than `patience` to a row, one refusal says after which row; the rest is lost.
    """
    number = deaths = 0
    while deaths < DEATHS:
        before = number
        try:
            for placed in _rows_once(path, options, places, limits, patience, number):
                number += 1
                yield placed
            return
        except Died:
            deaths = deaths + 1 if number == before else 1
        except InputError as error:
            yield _lost(path, error.reason, number)
            return
    yield _lost(path, "ends the process that reads it", number)


def _rows_once(
    path: str, options: Options, places: Places, limits: Limits, patience: float, done: int
) -> Iterator[Placed]:
    """The rows behind the first `done`, by one process. Raises Died where it dies, and InputError where it says why
    there will be no more or says nothing for too long."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    reading = context.Process(target=send_rows, args=(path, options, places, limits, done, theirs), daemon=True)
    reading.start()
    theirs.close()
    try:
        _next(ours, path, PATIENCE)
        while placed := _next(ours, path, patience):
            yield placed
    finally:
        reading.kill()
        reading.join()
        ours.close()


def _lost(path: str, reason: str, number: int) -> Placed:
    return Placed(where=path, row=InputError(path, f"{reason} after row {number}; what follows is lost"))


def send_rows(path: str, options: Options, places: Places, limits: Limits, done: int, connection: Connection) -> None:
    """What that process does: sends None when it is ready, every row behind the first `done`, then None again, or the
    InputError for which no more can come. Ctrl-C is the other side's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.hold()
    try:
        connection.send(None)
        for placed in islice(places(path, options), done, None):
            connection.send(placed)
        connection.send(None)
    except BrokenPipeError:
        return
    except MemoryError:
        connection.send(InputError(path, f"takes more than {limits.megabytes:,} MB of memory"))
    except Exception as error:
        connection.send(InputError(path, f"could not be read ({type(error).__name__}: {' '.join(str(error).split())})"))


def _next(connection: Connection, path: str, patience: float) -> Placed | None:
    """The next row, or None. Raises Died or InputError where there will be none."""
    try:
        answer: Any = connection.recv() if connection.poll(patience) else _silent(path, patience)
    except (EOFError, ConnectionResetError):
        raise Died from None
    if isinstance(answer, InputError):
        raise answer
    return answer if isinstance(answer, Placed) else None


def _silent(path: str, patience: float) -> InputError:
    return InputError(path, f"gives no row for {patience:g} seconds")
