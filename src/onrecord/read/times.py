"""When: the time expressions of a report, with their TIMEX3 values."""

from datetime import date

from spacy.tokens import Doc

from onrecord.model import Time, TimeType, make_id
from onrecord.read.timex.expression import Clock, Expression, Named, Shifted
from onrecord.read.timex.find import find_expressions
from onrecord.read.timex.resolve import Context, resolve
from onrecord.read.timex.words_around import Around, Tense


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
    told: str | None = None
    day: tuple[int, str] | None = None
    times = []
    for expression in expressions:
        sentence = around.sentence(expression.extent)
        value = resolve(
            expression.meaning,
            Context(
                anchor=anchor,
                told=told,
                told_day=day[1] if day is not None and (day[0] == sentence or anchor is None) else None,
                tense=around.tense(expression.extent) if isinstance(expression.meaning, Named) else Tense.NONE,
            ),
        )
        if value is None:
            continue
        if isinstance(expression.meaning, Named | Shifted | Clock) and value[:4].isdigit():
            told = value
            day = (sentence, value[:10]) if len(value) >= 10 and value[5:7].isdigit() else day
        times.append(as_time(expression, value, document_id))
    return tuple(times)


def as_time(expression: Expression, value: str, document_id: str) -> Time:
    """The expression with its value; a date with a clock is a TIME."""
    type_ = TimeType.TIME if expression.type == TimeType.DATE and "T" in value[4:] else expression.type
    type_ = TimeType.DURATION if type_ == TimeType.DATE and value.startswith("P") and "_" not in value else type_
    return Time(
        id=make_id("t", document_id, [expression.extent]),
        start=expression.extent.start,
        end=expression.extent.end,
        type=type_,
        value=value,
        rule=expression.rule,
    )
