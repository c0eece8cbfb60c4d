"""The notation of the grammar: a rule is a pattern over classes of words and a function that says what was met.

A pattern names classes (`tokens.CLASSES`) with spaces between; `?`, `( | )`, lookahead and lookbehind are those of
regular expressions. What stands in capitals is captured under its name, at most once in a pattern.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import TimeType
from onrecord.read.when.expression import Meaning
from onrecord.read.when.tokens import CLASSES, Piece

NAME = re.compile(r"[A-Za-z]+")
GROUPS = {
    "DAY": "[do]",
    "AMOUNT": "[dnycvk]",
    "SPAN": "[uU]",
    "number": "[dnyc]",
    "span": "[uU]",
    "OLD": "O",
    "daynumber": "[do]",
    "LATER": "[lr]",
    "AGO": "A",
    "RECENT": "[CNg]",
    "EDGE": "[mlr]",
    "HALF": "H",
    "HALFOF": "H",
    "unit": "[u]",
    "LASTWORD": "[LX]",
    "MERIDIEM": "z",
    "ZONE": "Z",
    "FEW": "[vk]",
    "WHICH": "[LXNTVB]",
}
"""Names for several classes at once, and capitals for classes without a value of their own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a pattern matched: the pieces that it captured, by name."""

    pieces: tuple[Piece, ...]
    match: re.Match[str]
    text: str

    def piece(self, name: str) -> Piece | None:
        """The piece captured under `name`, if the match has one."""
        at = self.match.start(name) if name in self.match.re.groupindex else -1
        return self.pieces[at] if at >= 0 else None

    def number(self, name: str) -> int | None:
        """The whole number captured under `name`."""
        piece = self.piece(name)
        return int(piece.value) if piece is not None else None

    def value(self, name: str) -> str:
        """The value captured under `name` as text; empty without one."""
        piece = self.piece(name)
        return str(piece.value) if piece is not None else ""

    def word(self, name: str) -> str:
        """The captured word in lower case; empty without one."""
        piece = self.piece(name)
        return self.text[piece.start : piece.end].lower() if piece is not None else ""


Build = Callable[[Hit], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern. `build` returns None where the words turn out to be no time."""

    name: str
    type: TimeType
    pattern: re.Pattern[str]
    build: Build


def rule(name: str, type_: TimeType, pattern: str, build: Build) -> Rule:
    """A rule from the grammar's notation."""
    return Rule(name, type_, re.compile(as_letters(pattern)), build)


def as_letters(pattern: str) -> str:
    """A regular expression over class letters. Raises KeyError for a class that there isn't."""

    def letters(match: re.Match[str]) -> str:
        name = match[0]
        letter = GROUPS[name] if name in GROUPS else re.escape(CLASSES[name])
        return f"(?P<{name}>{letter})" if name.isupper() else letter

    return NAME.sub(letters, pattern.replace("( ", "(?: ")).replace(" ", "")
