"""A reader for the life of a process, loaded in the least time and then out of the way of what is read."""

import gc
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.read.reader import Reader

COMMANDS = "spacy.cli"
"""spaCy's own command line, which brings in typer, httpx and weasel: a third of the time that its import takes."""


def load_for_good(**wanted: Any) -> "Reader":
    """A reader as `Reader(**wanted)` gives it, for a process that keeps it to its end. Raises what `Reader` raises.

    Python's search for garbage passes over all that is there once it is loaded. It would go through the lexicons and
    the register again and again, in which there is none: a fifth of the time that the rules take.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        reader = reader_class()(**wanted)
        gc.freeze()
    finally:
        if searching:
            gc.enable()
    return reader


def reader_class() -> type["Reader"]:
    """`Reader`, for which spaCy is imported without its command line; `import spacy.cli` finds that later as ever."""
    if "spacy" not in sys.modules:
        _import_spacy()
    from onrecord.read.reader import Reader

    return Reader


def _import_spacy() -> None:
    """Imports spaCy, which takes nothing but `spacy.info` from its command line."""
    package, info = ModuleType(COMMANDS), ModuleType(f"{COMMANDS}.info")
    vars(info)["info"] = _info
    standing = {module.__name__: module for module in (package, info)}
    sys.modules.update(standing)
    try:
        import spacy  # noqa: F401
    finally:
        for name in standing:
            del sys.modules[name]


def _info(*arguments: Any, **named: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **named)
