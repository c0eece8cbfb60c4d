"""onrecord reads news about relations between states: who did what to whom, when, where, and on whose word.

    import onrecord

    reading = onrecord.read("Kenya accused Sudan of arming the rebels. Sudan denied the claim.", date="2025-03-18")
    for event in reading.events:
        print(event.type, event.evidence)

`read` loads a reader at its first call and keeps it; `Reader` is one of your own. `Record` keeps readings and answers
questions across them. `identify` tells the country and sectors of a described actor.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError, LexiconError, OnrecordError, ReadingError, RecordError
from onrecord.model import Document, Reading
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.read.reader import Reader
    from onrecord.read.who.identify import Actor
    from onrecord.record import Record
__all__ = [
    "Document",
    "InputError",
    "LexiconError",
    "OnrecordError",
    "Reader",
    "Reading",
    "ReadingError",
    "Record",
    "RecordError",
    "__version__",
    "identify",
    "read",
]

import_module("onrecord.read")
# The package of that name is imported before the function is defined: imported later, it would take the name over.


def read(
    text: str,
    *,
    date: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    register: Path | None = None,
) -> Reading:
    """One report read. `date` is the ISO date of the report, where it is known; offsets count `text`'s characters.

    `register` is a file or folder with more actors (`onrecord register import`).
    """
    return _reader(register).read(Document.from_text(text, date=date, title=title, publisher=publisher, url=url))


def identify(mention: str, *, context: str | None = None, date: str | None = None) -> "Actor":
    """Country and sectors of a described actor: "retired Pakistani general" is PAK, ELI and MIL.

    What can't be told is None and (). `date` (ISO) decides who held an office or was in power.
    """
    from onrecord.read.who.identify import identify as identify_actor

    return identify_actor(mention, context=context, date=date)


@cache
def _reader(register: Path | None = None) -> "Reader":
    from onrecord.read.loading import load_for_good

    return load_for_good(register=register)


def __getattr__(name: str) -> Any:
    if name == "Reader":
        from onrecord.read.loading import reader_class

        return reader_class()
    if name == "Record":
        from onrecord.record import Record

        return Record
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
