"""Files of lines, unpacked while they are read where they are packed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gzip import GzipFile
from pathlib import Path
from typing import IO, cast

PACKED = ".gz"
"""The ending of a file that gzip packed."""

Open = tuple[IO[bytes], Callable[[], int]]


@contextmanager
def unpacked(path: Path) -> Iterator[Open]:
    """The bytes of a file as they were before it was packed, and how many bytes of the file itself lie behind.

    What is damaged or cut off raises gzip's own EOFError, BadGzipFile or zlib.error where it is met.
    """
    with path.open("rb") as file:
        if path.suffix.lower() != PACKED:
            yield file, file.tell
            return
        with GzipFile(fileobj=file) as whole:
            yield cast("IO[bytes]", whole), file.tell
