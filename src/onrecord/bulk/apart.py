"""Rows of the files whose parsers are large libraries in C++, read in a process of their own: a file made to crash one
costs its own rows, and not the run."""

import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from onrecord.bulk.limits import LIMITS, Limits
from onrecord.errors import InputError
from onrecord.ingest import Options, Placed, place_rows

SUFFIXES = (".parquet", ".warc", ".warc.gz")
PATIENCE = 300.0
"""Seconds that a parser may take to its next row."""

Places = Callable[[str, Options], Iterator[Placed]]


def rows_of(path: str, options: Options) -> Iterator[Placed]:
    """The rows of an input as `place_rows` gives them, whatever its parser does."""
    return rows_apart(path, options) if path.lower().endswith(SUFFIXES) else place_rows(path, options)


def rows_apart(
    path: str, options: Options, *, places: Places = place_rows, limits: Limits = LIMITS, patience: float = PATIENCE
) -> Iterator[Placed]:
    """The rows that `places`, a function of a module, gives in a process of its own. Where that process dies, takes
    more memory than the limit, or longer than `patience` to a row, one refusal says after which row; the rest is lost.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    reading = context.Process(target=send_rows, args=(path, options, places, limits, theirs), daemon=True)
    reading.start()
    theirs.close()
    number = 0
    try:
        _next(ours, path, PATIENCE)
        while placed := _next(ours, path, patience):
            number += 1
            yield placed
    except InputError as error:
        reason = f"{error.reason} after row {number}; what follows is lost"
        yield Placed(where=path, row=InputError(path, reason))
    finally:
        reading.kill()
        reading.join()
        ours.close()


def send_rows(path: str, options: Options, places: Places, limits: Limits, connection: Connection) -> None:
    """What that process does: sends None when it is ready, every row, then None again, or the InputError for which no
    more can come. Ctrl-C is the other side's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits.hold()
    try:
        connection.send(None)
        for placed in places(path, options):
            connection.send(placed)
        connection.send(None)
    except BrokenPipeError:
        return
    except MemoryError:
        connection.send(InputError(path, f"takes more than {limits.megabytes:,} MB of memory"))
    except Exception as error:
        connection.send(InputError(path, f"could not be read ({type(error).__name__}: {' '.join(str(error).split())})"))


def _next(connection: Connection, path: str, patience: float) -> Placed | None:
    """The next row, or None. Raises InputError where there will be none."""
    try:
        answer: Any = connection.recv() if connection.poll(patience) else _silent(path, patience)
    except (EOFError, ConnectionResetError):
        raise InputError(path, "ends the process that reads it") from None
    if isinstance(answer, InputError):
        raise answer
    return answer if isinstance(answer, Placed) else None


def _silent(path: str, patience: float) -> InputError:
    return InputError(path, f"gives no row for {patience:g} seconds")
