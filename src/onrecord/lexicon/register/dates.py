"""Dates as the register writes them: a year, a month or a day; an absent end is open."""

import re
from datetime import date as Date

WRITTEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def is_date(text: str) -> bool:
    """Whether it is YYYY, YYYY-MM or YYYY-MM-DD of the calendar."""
    if WRITTEN.fullmatch(text) is None:
        return False
    try:
        Date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def not_after(one: str, other: str) -> bool:
    """Whether a date is before another or may be the same, as far as both are known: 2001 and 2001-06 may be."""
    common = min(len(one), len(other))
    return one[:common] <= other[:common]


def within(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date lies in a span of time; no date is the present, which only an open span reaches."""
    if date is None:
        return until is None
    return (since is None or not_after(since, date)) and (until is None or not_after(date, until))


def overlap(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two spans of time surely share more than the day on which one hands over to the other."""
    since = max(one[0] or "", other[0] or "")
    ends = [end for end in (one[1], other[1]) if end is not None]
    return not ends or not not_after(min(ends), since)
