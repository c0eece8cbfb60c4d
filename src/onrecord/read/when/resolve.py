"""What a time expression comes to on the report's date, as a TIMEX3 value.

Without a date nothing is made up: what is unknown stays `X`.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.read.when.calendars import calendar_years, from_calendar, holiday
from onrecord.read.when.expression import Base, Clock, Fixed, Meaning, Named, Shifted, Side, Unit
from onrecord.read.when.interval import as_interval
from onrecord.read.when.words_around import Tense

SEASON_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}
"""A month in the middle of each season; winter reaches into the next year."""
UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX", Unit.YEAR: "XXXX", Unit.DECADE: "XXX", Unit.CENTURY: "XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression is held against.

    `anchor` is the report's date, `told` the value of the time told before, `told_day` the last one that names a day,
    `told_quarter` one that named a quarter a few sentences before, `tense` that of the expression's clause.
    """

    anchor: date | None
    told: str | None = None
    told_day: str | None = None
    told_quarter: str | None = None
    tense: Tense = Tense.NONE


def resolve(meaning: Meaning, context: Context) -> str | None:
    """The TIMEX3 value; None where the words name a day that there is not ("February 30")."""
    match meaning:
        case Fixed():
            return meaning.value
        case Shifted():
            return resolve_shifted(meaning, context)
        case Clock():
            day = context.told_day or (context.anchor.isoformat() if context.anchor else UNKNOWN[Unit.DAY])
            return day[:10] + meaning.clock
        case Named():
            return resolve_named(meaning, context)


def resolve_named(named: Named, context: Context) -> str | None:
    """The value of a calendar name."""
    anchor = context.anchor
    if named.years is not None:
        named = replace(named, year=anchor.year + named.years if anchor else None)
        if anchor is None:
            return in_year(named, None)
    if named.calendar == "either":
        return resolve_either(named, anchor)
    if named.year is not None and named.calendar is None:
        return in_year(named, named.year)
    if named.calendar:
        return resolve_foreign(named, anchor)
    if anchor is None:
        return in_year(named, None)
    if named.weekday is not None and named.month is None:
        return resolve_weekday(named, anchor, context) + named.clock
    if named.quarter or named.half:
        return in_year(named, nearest_year(named, anchor, context.tense))
    return in_year(named, year_of(named, anchor, context.tense))


def in_year(named: Named, year: int | None) -> str | None:
    """The value of a name in a year; `XXXX` for an unknown one."""
    start = f"{year:04}" if year is not None else "XXXX"
    if named.holiday:
        day = holiday(named.holiday, year) if year is not None else None
        fixed = named.holiday if named.holiday[2:3] == "-" else "XX-XX"
        return (day.isoformat() if day else f"{start}-{fixed}") + named.clock
    if named.month and named.day:
        if not is_day(year if year is not None else 2000, named.month, named.day):
            return None
        return f"{start}-{named.month:02}-{named.day:02}{named.clock}"
    if named.month:
        return f"{start}-{named.month:02}"
    if named.weekday:
        return f"{start}-WXX-{named.weekday}{named.clock}"
    if named.season:
        return f"{start}-{named.season}"
    return f"{start}-Q{named.quarter}" if named.quarter else f"{start}-H{named.half}" if named.half else start


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def resolve_either(named: Named, anchor: date | None) -> str:
    """7/8/07 is the nearer to the report of 7 August and July 8; without a date only its year is known."""
    if anchor is None or named.year is None or named.month is None or named.day is None:
        return f"{named.year:04}"
    days = date(named.year, named.month, named.day), date(named.year, named.day, named.month)
    return min(days, key=lambda d: abs(d - anchor)).isoformat()


def resolve_foreign(named: Named, anchor: date | None) -> str:
    """The Gregorian day (or the month that most of a month lies in) of a solar or Hijri date."""
    calendar, month, day = named.calendar or "", named.month or 1, named.day or 15
    if named.year is not None:
        found = from_calendar(calendar, named.year, month, day)
    elif anchor is not None:
        years = {y for n in (-1, 0, 1) for y in calendar_years(calendar, anchor.year + n)}
        days = [d for y in sorted(years) if (d := from_calendar(calendar, y, month, day)) is not None]
        found = min(days, key=lambda d: abs(d - anchor), default=None)
    else:
        found = None
    if found is None:
        return UNKNOWN[Unit.DAY if named.day else Unit.MONTH]
    return found.isoformat() if named.day else found.isoformat()[:7]


def resolve_weekday(named: Named, anchor: date, context: Context) -> str:
    """The day of a weekday's name: the last one, or the next one in a clause of the future."""
    weekday = named.weekday or 1
    back, ahead = (anchor.isoweekday() - weekday) % 7, (weekday - anchor.isoweekday()) % 7
    match named.side:
        case Side.BEFORE:
            day = anchor - timedelta(days=back or 7)
        case Side.AFTER:
            day = anchor + timedelta(days=ahead or 7)
        case Side.SAME:
            day = anchor + timedelta(days=weekday - anchor.isoweekday())
        case _ if context.tense == Tense.FUTURE:
            day = anchor + timedelta(days=ahead)
        case _:
            day = anchor - timedelta(days=back)
    return day.isoformat()


def nearest_year(named: Named, anchor: date, tense: Tense) -> int:
    """The year whose quarter or half lies nearest to the report's date; what is past has at least begun."""
    month = 3 * named.quarter - 1 if named.quarter else 6 * (named.half or 1) - 3
    distance = month - anchor.month
    if tense == Tense.PAST and distance > 1:
        return anchor.year - 1
    return anchor.year - (distance > 6) + (distance < -8)


def year_of(named: Named, anchor: date, tense: Tense) -> int:
    """The year of a day, month, season or holiday without one, by its side and the tense of the clause."""
    here = _place(named, anchor.year)
    now = (anchor.month, anchor.day if named.day or named.holiday else 0)
    match named.side:
        case Side.BEFORE:
            return anchor.year - (here >= now)
        case Side.AFTER:
            return anchor.year + (here <= now)
        case Side.SAME:
            return anchor.year
    months = here[0] - now[0]
    if tense == Tense.FUTURE:
        return anchor.year + (months < -5)
    if tense == Tense.PAST:
        return anchor.year - (months > 3)
    return anchor.year - (months > 6) + (months < -6)


def _place(named: Named, year: int) -> tuple[int, int]:
    """Month and day of a name within a year, to tell before from after."""
    if named.holiday:
        day = holiday(named.holiday, year)
        return (day.month, day.day) if day else (1, 1)
    return (named.month or SEASON_MONTH.get(named.season or "", 1), named.day or 0)


def resolve_shifted(shifted: Shifted, context: Context) -> str:
    """The value so many units from the report's date, or from the time told before."""
    if shifted.like_told and context.told_quarter and context.told_quarter[:4].isdigit():
        year = int(context.told_quarter[:4]) - (shifted.unit == Unit.YEAR)
        return f"{year:04}{context.told_quarter[4:]}"
    base = context.anchor
    told = context.told_day if shifted.unit == Unit.DAY else context.told
    if shifted.base == Base.TOLD and told:
        first = as_interval(told)[0]
        base = date.fromisoformat(first) if first else base
    if base is None:
        return UNKNOWN[shifted.unit] + shifted.clock
    try:
        return shift(base, shifted.unit, shifted.count) + shifted.clock
    except (ValueError, OverflowError):
        return UNKNOWN[shifted.unit] + shifted.clock


def shift(base: date, unit: Unit, count: int) -> str:
    """The value of the unit that lies `count` units from the one that holds `base`. Raises ValueError out of range."""
    match unit:
        case Unit.DAY:
            return (base + timedelta(days=count)).isoformat()
        case Unit.WEEK | Unit.WEEKEND:
            year, week, _ = (base + timedelta(weeks=count)).isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if unit == Unit.WEEKEND else "")
        case Unit.MONTH | Unit.QUARTER:
            size = 1 if unit == Unit.MONTH else 3
            year, part = divmod(base.year * (12 // size) + (base.month - 1) // size + count, 12 // size)
            return date(year, 1, 1).isoformat()[:4] + (f"-{part + 1:02}" if size == 1 else f"-Q{part + 1}")
        case Unit.DECADE:
            return date(base.year + 10 * count, 1, 1).isoformat()[:3]
        case Unit.CENTURY:
            return date(base.year + 100 * count, 1, 1).isoformat()[:2]
    return date(base.year + count, 1, 1).isoformat()[:4]
