"""Files of lines, unpacked while they are read where they are packed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gzip import GzipFile
from pathlib import Path
from typing import IO, cast

PACKED = ".gz"
"""The ending of a file that gzip packed."""

STRANGE = "Not a gzipped file"
"""How gzip begins to say that what comes next is not its own; what came before it has checked."""

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


def damage(error: Exception, rows: int) -> str:
    """What is wrong with a packed file that broke after so many rows, and whether these can be trusted. A file that is
    cut off gave them as they were; where its bytes are others, gzip may not notice before its checksum at the end."""
    told = f"is damaged after row {rows} ({error}); what follows is lost"
    if not rows or isinstance(error, EOFError) or str(error).startswith(STRANGE):
        return told
    return f"{told}, and what was read of rows 1 to {rows} may be wrong"
