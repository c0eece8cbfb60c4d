"""Where coded reports go while a run is under way: a growing file of lines, or tables in parts."""

import os
from pathlib import Path
from typing import Protocol


class Sink(Protocol):
    """Takes lines of JSON, one a report. What was written is safe after `commit`, whose number says how much that is;
    a sink that is made with this number goes on there, and forgets what was written after it.

    `step`: reports between two commits.
    """

    step: int

    def write(self, line: str) -> None: ...

    def commit(self) -> int: ...

    def close(self) -> None: ...


class Lines:
    """A file with a line a report; `size` bytes of it are safe already.

    Text that UTF-8 can't hold (a lone half of a surrogate pair) is written as the escape that JSON reads back.
    """

    step = 32

    def __init__(self, path: Path, size: int) -> None:
        self._file = path.open("ab")
        self._file.truncate(size)

    def write(self, line: str) -> None:
        self._file.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def commit(self) -> int:
        self._file.flush()
        os.fsync(self._file.fileno())
        return os.fstat(self._file.fileno()).st_size

    def close(self) -> None:
        self._file.close()
