"""Files that stand under their name only when they are whole."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from onrecord.errors import OnrecordError


@contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """A file to write text to, under another name beside `path` until all went well; `-` is standard output.

    Text that UTF-8 can't hold (a lone half of a surrogate pair) is written as the escape that JSON reads back. Raises
    OnrecordError where the file can't be written.
    """
    if path == "-":
        yield sys.stdout
        return
    with whole_place(path) as part, open(part, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        yield file


@contextmanager
def whole_place(path: str) -> Iterator[Path]:
    """A name beside `path` to make a file or a folder under, which takes the place of `path` when all went well.

    Raises OnrecordError where it can't: a folder does not take the place of anything.
    """
    final = Path(path)
    part = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        yield part
        if part.is_dir() and final.exists():
            raise OnrecordError(f"{path}: is there already; name another OUTPUT")
        os.replace(part, final)
    except OSError as error:
        raise OnrecordError(f"{path}: can't be written ({error.strerror}); choose another OUTPUT") from error
    finally:
        shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
