"""Libraries that come with an extra, asked for only when a report or a corpus needs them."""

from importlib import import_module
from typing import Any

from onrecord.errors import InputError


def library(name: str, source: str, *, kind: str, extra: str) -> Any:
    """The module of that name, for a `source` that is "a WARC file" or the like. Raises InputError that says which
    extra to install where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(source, f"is {kind}; `pip install onrecord[{extra}]` makes onrecord read those") from error
