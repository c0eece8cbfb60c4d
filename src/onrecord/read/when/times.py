"""When: the time expressions of a report, with their TIMEX3 values."""

import re
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from onrecord.model import Time, TimeType, make_id
from onrecord.read.when.expression import Expression, Named, Shifted, Unit
from onrecord.read.when.find import find_expressions
from onrecord.read.when.resolve import Context, resolve
from onrecord.read.when.words_around import Around, Tense

__all__ = ["find_expressions", "find_times", "resolve_times"]

QUARTER_REACH = 800
"""For so many characters after a quarter was named, "a year earlier" is the same quarter of the year before."""
YEAR = re.compile(r"\d{4}(?!\d)")
CLOCK = re.compile(r"[\dX]T")
PERIOD = re.compile(r"PT?[\dX]")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_times(text: str, doc: Doc, anchor: date | None, *, document_id: str) -> tuple[Time, ...]:
    """The times of a report in text order. `anchor` is the report's date; without it relative values keep their `X`s.

    `doc` is the parse of the whole text with tokens at the text's own offsets.
    """
    return resolve_times(text, doc, find_expressions(text, doc), anchor, document_id=document_id)


def resolve_times(
    text: str, doc: Doc, expressions: tuple[Expression, ...], anchor: date | None, *, document_id: str
) -> tuple[Time, ...]:
    """The same for expressions already found. Those that name an impossible day are left out."""
    around = Around(text, doc)
    told = Told()
    times = []
    for expression in expressions:
        tense = around.tense(expression.extent) if isinstance(expression.meaning, Named) else Tense.NONE
        value = resolve(expression.meaning, told.context(anchor, tense, expression.extent.start))
        if value is not None:
            told = told.and_then(expression, value)
            times.append(as_time(expression, value, document_id))
    return tuple(times)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The times told so far that later ones may be reckoned from."""

    last: str | None = None
    day: str | None = None
    quarter: str | None = None
    quarter_at: int = 0

    def context(self, anchor: date | None, tense: Tense, at: int) -> Context:
        """What an expression at an offset is held against."""
        quarter = self.quarter if at - self.quarter_at <= QUARTER_REACH else None
        return Context(anchor=anchor, told=self.last, told_day=self.day, told_quarter=quarter, tense=tense)

    def and_then(self, expression: Expression, value: str) -> "Told":
        """The same after one more; what is itself reckoned from a year told before is not reckoned from."""
        meaning = expression.meaning
        if not YEAR.match(value) or (isinstance(meaning, Shifted) and (meaning.unit, meaning.count) == (Unit.YEAR, -1)):
            return self
        told = replace(self, last=value)
        if DAY.match(value):
            told = replace(told, day=value[:10])
        if isinstance(meaning, Named) and meaning.quarter and meaning.years is None:
            told = replace(told, quarter=value, quarter_at=expression.extent.start)
        return told


def as_time(expression: Expression, value: str, document_id: str) -> Time:
    """The expression with its value; a date with a clock is a TIME."""
    type_ = expression.type
    if type_ == TimeType.DATE and CLOCK.search(value):
        type_ = TimeType.TIME
    elif type_ == TimeType.DATE and PERIOD.match(value):
        type_ = TimeType.DURATION
    return Time(
        id=make_id("t", document_id, [expression.extent]),
        start=expression.extent.start,
        end=expression.extent.end,
        type=type_,
        value=value,
        rule=expression.rule,
    )
