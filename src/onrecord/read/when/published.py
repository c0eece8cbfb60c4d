"""The report's own date, from what is given, from its head, or from what its words agree on."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from onrecord.model import Basis, Extent, Published
from onrecord.read.when.expression import Base, Expression, Named, Shifted, Unit
from onrecord.read.when.words_around import Around, Tense

YEARS_AROUND = 3
"""A weekday with its date is looked for so many years either side of today."""
BETWEEN = re.compile(r"[\s,(–—-]{0,4}(?:on\s)?")
"""What stands between the two in "some 12 days ago, on May 9"."""
HEAD = 600
"""Only so far into the text does a line that is nothing but a date date the report."""
LABEL = re.compile(r"(?:published|posted|updated|date|on|at|by|\d|[ap]m|gmt|utc|[\W_])*", re.IGNORECASE)
"""What else may stand on that line."""
RECENT_DAYS = 45
"""A day without weekday or year counts as the report's when it lies so near to one that has them."""
ABOUT = 3
"""Days that "some 12 days ago" may be off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day that the text names: its month and day, its year where it says one, and its tense."""

    extent: Extent
    named: Named
    tense: Tense

    def days(self, today: date) -> tuple[date, ...]:
        """The days it can be: in its own year, or in the years about today in which its weekday falls on it."""
        around = range(today.year - YEARS_AROUND, today.year + YEARS_AROUND + 1)
        years = (self.named.year,) if self.named.year is not None else around
        days = (day_in(self.named, year) for year in years)
        return tuple(d for d in days if d is not None and self.named.weekday in (None, d.isoweekday()))

    @property
    def tells_year(self) -> bool:
        return self.named.weekday is not None or self.named.year is not None


def find_published(
    text: str,
    doc: Doc,
    expressions: tuple[Expression, ...],
    *,
    given: str | None = None,
    given_basis: Basis = Basis.GIVEN,
    dateline: Extent | None = None,
    today: date,
) -> Published:
    """The report's date. `given` (ISO) is taken as it is; `dateline` is where the text's dateline stands.

    Without either, a full date at the head of the text counts; else the weekdays of the days that the text names vote
    on the year, and the last day that is told in the past tense is the earliest that the report can be of. Days that
    disagree lower the confidence. With no such evidence the value is None.
    """
    if given is not None:
        return Published(value=given, basis=given_basis, confidence=1.0)
    around = Around(text, doc)
    dated = tuple(
        Dated(extent=e.extent, named=e.meaning, tense=around.tense(e.extent))
        for e in expressions
        if isinstance(e.meaning, Named) and e.meaning.month and e.meaning.day and e.meaning.calendar is None
    )
    head = next((d for d in dated if is_head(text, d.extent, dateline)), None)
    if head is not None and head.named.year is not None and (days := head.days(today)):
        return Published(value=days[0].isoformat(), basis=Basis.DATELINE, spans=(head.extent,), confidence=0.95)
    return infer(text, expressions, dated, head, today)


def is_head(text: str, extent: Extent, dateline: Extent | None) -> bool:
    """Whether a date stands in the dateline, or alone on one of the first lines."""
    if dateline is not None and extent in dateline:
        return True
    if extent.start > HEAD:
        return False
    before = text[text.rfind("\n", 0, extent.start) + 1 : extent.start]
    after = text[extent.end :].split("\n", 1)[0][:HEAD]
    return "\n" in text[extent.end :] and bool(LABEL.fullmatch(before[-80:]) and LABEL.fullmatch(after[:80]))


def infer(
    text: str, expressions: tuple[Expression, ...], dated: tuple[Dated, ...], head: Dated | None, today: date
) -> Published:
    """The date that the named days agree on."""
    voters = [d for d in dated if d.tells_year and d.named.weekday is not None and d.days(today)]
    year, share = elect(voters, today)
    if year is None:
        return date_by_count(text, expressions, dated, head, today) or date_by_lead(expressions, head, today)
    agreeing = [d for d in voters if any(day.year == year for day in d.days(today))]
    against = {d.extent for d in voters} - {d.extent for d in agreeing}
    told = [(day, d) for d in dated if d.tense != Tense.FUTURE and (day := told_day(d, year, today)) is not None]
    sure = [day for day, d in told if d.tells_year]
    if not sure:
        return Published()
    near = [(day, d) for day, d in told if d.tells_year or day <= max(sure) + timedelta(days=RECENT_DAYS)]
    latest, last = max(near, key=lambda pair: (pair[0], -pair[1].extent.start))
    spans = {d.extent for d in agreeing} | {last.extent}
    confidence = (0.7 if len(agreeing) > 1 else 0.5) * share
    if head is not None and (day := day_in(head.named, year)) is not None and day >= latest:
        return _inferred(day, spans | {head.extent}, confidence + 0.2, against)
    for day, extents, slack in counted_back(text, expressions, dated, year):
        if latest - timedelta(days=slack) <= day <= latest + timedelta(days=max(slack, RECENT_DAYS // 3)):
            return _inferred(latest if slack else max(latest, day), spans | set(extents), confidence + 0.15, against)
        against |= set(extents)
        confidence *= 0.7
    return _inferred(latest, spans, confidence, against)


def date_by_count(
    text: str, expressions: tuple[Expression, ...], dated: tuple[Dated, ...], head: Dated | None, today: date
) -> Published | None:
    """The day by "3 days ago, on March 12, 2025", which settles the year of a dateline too, or speaks against it."""
    counted = counted_back(text, expressions, tuple(d for d in dated if d.named.year is not None), today.year)
    day, extents, slack = next(((d, e, s) for d, e, s in counted if d <= today), (None, (), 0))
    if day is None:
        return None
    written = day_in(head.named, day.year) if head is not None else None
    if head is None or written is None:
        return _inferred(day, set(extents), 0.5)
    if abs(written - day) <= timedelta(days=slack):
        return _inferred(written, {head.extent, *extents}, 0.8)
    return _inferred(written, {head.extent}, 0.4, set(extents))


def date_by_lead(expressions: tuple[Expression, ...], head: Dated | None, today: date) -> Published:
    """The day of a dateline without a year, by the first weekday that the report names after it.

    By the custom of the wires that is the day of the dateline itself ("LIMA, Sept 12 - Peru on Friday …"), which
    settles the year within YEARS_AROUND; the last such year that is not to come is taken.
    """
    weekdays = (e for e in expressions if isinstance(e.meaning, Named) and e.meaning.weekday and not e.meaning.month)
    first = next((e for e in weekdays if head is not None and e.extent.start > head.extent.end), None)
    if head is None or first is None or not isinstance(first.meaning, Named):
        return Published()
    years = range(today.year, today.year - YEARS_AROUND - 1, -1)
    days = (day for year in years if (day := day_in(head.named, year)) is not None and day <= today)
    day = next((d for d in days if d.isoweekday() == first.meaning.weekday), None)
    return Published() if day is None else _inferred(day, {head.extent, first.extent}, 0.5)


def elect(voters: list[Dated], today: date) -> tuple[int | None, float]:
    """The year that most days agree on and the share of the days that do; of equals, the last that isn't to come."""
    votes = Counter(year for d in voters for year in {day.year for day in d.days(today)})
    if not votes:
        return None, 0.0
    most = max(votes.values())
    tied = [year for year, n in votes.items() if n == most]
    past = [y for y in tied if y <= today.year]
    chosen = max(past) if past else min(tied)
    return chosen, round(most / len(voters) / (1 if len(tied) == 1 else 1.5), 3)


def told_day(dated: Dated, year: int, today: date) -> date | None:
    """The day that a date is, on a report of that year; None for one of another year or one still to come."""
    day = day_in(dated.named, dated.named.year or year)
    if day is None or day.year != year or day > today:
        return None
    return day if dated.named.weekday in (None, day.isoweekday()) else None


def counted_back(
    text: str, expressions: tuple[Expression, ...], dated: tuple[Dated, ...], year: int
) -> list[tuple[date, tuple[Extent, Extent], int]]:
    """The report's day by "12 days ago, on May 9", with the words and the days that it may be off."""
    found = []
    for ago in expressions:
        meaning = ago.meaning
        if not (isinstance(meaning, Shifted) and meaning.base == Base.REPORT and meaning.unit in (Unit.DAY, Unit.WEEK)):
            continue
        for d in dated:
            first, second = sorted((d.extent, ago.extent))
            day = day_in(d.named, d.named.year or year)
            if day is None or not BETWEEN.fullmatch(text, first.end, max(first.end, second.start)):
                continue
            days = meaning.count * (7 if meaning.unit == Unit.WEEK else 1)
            exact = (meaning.unit == Unit.DAY and ago.extent.of(text)[:1].isdigit()) or meaning.count in (0, -1)
            found.append((day - timedelta(days=days), (ago.extent, d.extent), 0 if exact else ABOUT))
    return found


def day_in(named: Named, year: int) -> date | None:
    """The named day in a year, if that year has it."""
    try:
        return date(year, named.month or 1, named.day or 1)
    except ValueError:
        return None


def _inferred(
    day: date, spans: set[Extent], confidence: float, against: set[Extent] | frozenset[Extent] = frozenset()
) -> Published:
    return Published(
        value=day.isoformat(),
        basis=Basis.INFERRED,
        spans=tuple(sorted(spans)),
        confidence=round(min(confidence, 0.95), 2),
        against=tuple(sorted(against)),
    )
