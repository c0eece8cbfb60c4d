"""Finds time expressions: every rule over the text's classes, the longest match wins, near misses are left out."""

from collections.abc import Iterator

from spacy.tokens import Doc

from onrecord.model import Extent
from onrecord.read.when.calendar_rules import CALENDAR_RULES
from onrecord.read.when.expression import NOTHING, Expression
from onrecord.read.when.patterns import Hit
from onrecord.read.when.relative_rules import RELATIVE_RULES
from onrecord.read.when.tokens import Piece, find_pieces
from onrecord.read.when.words_around import Around

RULES = CALENDAR_RULES + RELATIVE_RULES


def find_expressions(text: str, doc: Doc) -> tuple[Expression, ...]:
    """The time expressions of a text in order, none overlapping. `doc` is its parse, token for offset."""
    pieces = find_pieces(text)
    letters = "".join(p.letter for p in pieces)
    around = Around(text, doc)
    found = sorted(_hits(text, pieces, letters), key=lambda e: (e.extent.start - e.extent.end, e.extent.start))
    kept: list[Expression] = []
    taken = bytearray(len(text))
    for expression in found:
        start, end = expression.extent.start, expression.extent.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            if expression.meaning != NOTHING and around.is_time(expression):
                kept.append(expression)
    return tuple(sorted(kept, key=lambda e: e.extent))


def _hits(text: str, pieces: tuple[Piece, ...], letters: str) -> Iterator[Expression]:
    for rule in RULES:
        for match in rule.pattern.finditer(letters):
            if match.end() == match.start():
                continue
            meaning = rule.build(Hit(pieces, match, text))
            if meaning is not None:
                extent = Extent(pieces[match.start()].start, pieces[match.end() - 1].end)
                yield Expression(extent=extent, type=rule.type, meaning=meaning, rule=rule.name)
