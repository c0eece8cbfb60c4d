"""Libraries that come with the extra `corpora`, asked for only when a file needs them."""

from importlib import import_module
from typing import Any

from onrecord.errors import InputError


def library(name: str, path: str, kind: str) -> Any:
    """The module of that name. Raises InputError that says what to install where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            path, f"is a {kind} file; `pip install onrecord[corpora]` makes onrecord read those"
        ) from error
