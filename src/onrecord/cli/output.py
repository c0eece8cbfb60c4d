"""Files that stand under their name only when they are whole."""

import os
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
    final = Path(path)
    part = final.with_name(f".{final.name}.{os.getpid()}.part")
    try:
        with open(part, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file
        os.replace(part, final)
    except OSError as error:
        raise OnrecordError(f"{path}: can't be written ({error.strerror}); choose another OUTPUT") from error
    finally:
        part.unlink(missing_ok=True)
