"""What can go wrong, as one tree.

OnrecordError
├── InputError          a report that can't be read: missing, empty, binary, unreachable
│   ├── LanguageError   a report in another language than English
│   └── UnreachedError  an address that did not answer now, and may later
├── LexiconError        a data file that does not hold to its rules
├── RecordError         a record that can't be opened, or is of a newer schema
│   └── MissingError    an item that the record does not hold
├── ReadingError        a JSON object that is no Reading
└── ModelError          weights that are missing, or can't be run

Every message is one line that says what, where and what to do; surfaces print it and never a traceback.
"""

from functools import partial
from typing import Any


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose."""


class InputError(OnrecordError):
    """A report could not be read. `source` names it (a path, an address, `-`)."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.source, self.reason)


class LanguageError(InputError):
    """A report is in another language. `language` is its code (`und` if only that is known), `text` the report."""

    def __init__(self, source: str, reason: str, *, language: str, text: str) -> None:
        super().__init__(source, reason)
        self.language = language
        self.text = text

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), language=self.language, text=self.text), (self.source, self.reason)


class UnreachedError(InputError):
    """Nobody answered at an address, or only that it can't answer now."""


class LexiconError(OnrecordError):
    """A lexicon file breaks a rule. `problems` holds one line each, with file and entry."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type["LexiconError"], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


class RecordError(OnrecordError):
    """A record could not be opened, read or written."""


class MissingError(RecordError):
    """The record holds no such item."""


class ReadingError(OnrecordError):
    """A JSON object does not hold to the Reading's schema."""


class ModelError(OnrecordError):
    """The weights of a trained model are missing or can't be run."""


class ModelWarning(UserWarning):
    """Models were wanted and could not be had; the rules read alone."""
