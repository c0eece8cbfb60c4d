"""The days that a TIMEX3 value covers."""

import re
from calendar import monthrange
from datetime import date, timedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month; a winter ends in the next year."""
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d?)(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?"
)
DECADE = re.compile(r"(\d\d)(\d)?X{0,2}")


def as_interval(value: str) -> tuple[str | None, str | None]:
    """First and last day (ISO) of the DATE or TIME that a TIMEX3 value names; `(None, None)` where it names none."""
    match = VALUE.fullmatch(value)
    try:
        days = _days(match) if match else _decade(value)
    except ValueError:
        return None, None
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _days(match: re.Match[str]) -> tuple[date, date]:
    year, part = int(match["year"]), match.groupdict()
    if part["day"]:
        day = date(year, int(part["month"]), int(part["day"]))
        return day, day
    if part["week"]:
        return _week(year, int(part["week"]), part["weekday"])
    if part["month"]:
        return _months(year, int(part["month"]), year, int(part["month"]))
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, year, 3 * int(part["quarter"]))
    if part["half"]:
        return _months(year, 6 * int(part["half"]) - 5, year, 6 * int(part["half"]))
    if part["season"]:
        first, last = SEASONS[part["season"]]
        return _months(year, first, year + (last < first), last)
    return _months(year, 1, year, 12)


def _months(year: int, month: int, last_year: int, last: int) -> tuple[date, date]:
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return date(year, month, 1), date(last_year, last, monthrange(last_year, last)[1])


def _week(year: int, week: int, weekday: str | None) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    first = monday + timedelta(days=int(weekday) - 1 if weekday else 0)
    return first, first if weekday else monday + timedelta(days=6)


def _decade(value: str) -> tuple[date, date] | None:
    match = DECADE.fullmatch(value)
    if match is None:
        return None
    years = 10 if match[2] else 100
    first = int(match[1] + (match[2] or "")) * years
    return (date(first, 1, 1), date(first + years - 1, 12, 31)) if first else None
