"""Files wherever they lie: on this machine, or in a store that fsspec knows (`s3://`, `gs://`, `memory://` …)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from onrecord.errors import InputError, OnrecordError

WEB = frozenset(("http", "https"))


def is_address(source: str) -> bool:
    """Whether a source is an http(s) address rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def as_path(address: str | Path) -> Path:
    """The path that an address names; what lies in a store answers to the same methods as a file of this machine.

    Raises InputError for a web address, for a store that is not known, or where its library is missing.
    """
    text = str(address)
    scheme = text.partition("://")[0]
    if isinstance(address, Path) or scheme == text:
        return Path(address)
    if scheme == "file":
        return Path(unquote(urlsplit(text).path))
    if scheme in WEB:
        raise InputError(text, "is a web address, which `onrecord read` takes; name a file or a folder")
    try:
        from upath import UPath

        return cast(Path, UPath(text))
    except (ImportError, ValueError) as error:
        reason = f"`pip install onrecord[corpora]` and the library that fsspec takes for {scheme}:// can reach it"
        raise InputError(text, f"{_line(error)}; {reason}") from error


def is_here(path: Path) -> bool:
    """Whether a path is a file of this machine."""
    return isinstance(path, Path)


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """Raises InputError for whatever the library of a store raises; for a file of this machine changes nothing."""
    try:
        yield
    except OnrecordError:
        raise
    except Exception as error:
        if is_here(path):
            raise
        raise InputError(str(path), f"can't be reached ({type(error).__name__}: {_line(error)})") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
