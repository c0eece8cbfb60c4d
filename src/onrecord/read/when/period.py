"""The days that several words tell together: ranges, what has lasted since, and the past so many days."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.model import Extent, Time, TimeType
from onrecord.read.when.interval import as_interval

Days = tuple[str, str]
"""First and last day, ISO."""

JOINT = re.compile(r"\s*(?:(?P<and>and)|to|until|till|through|[-–—])\s*(?:the\s)?", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s)?$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s+(?:the\s)?$", re.IGNORECASE)
PAST = re.compile(r"\b(?:past|last|previous|recent)\b", re.IGNORECASE)
LENGTH = re.compile(r"P(\d+)([DWMY])")
DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
LOOK = 16
"""How many characters before a time the word that says how it is meant may begin."""


def days_told(time: Time, times: Sequence[Time], text: str, published: str | None) -> Days | None:
    """The days that a time covers together with the words around it; None where it covers none.

    "From 23 to 25 March" is three days, whichever of its times is asked about; "since August 2021" and "the past two
    decades" end with the day of the report.
    """
    if time.type == TimeType.DURATION:
        return past(time, text, published)
    if time.type == TimeType.SET:
        return None
    start, end = as_interval(time.value)
    if start is None or end is None:
        return None
    if SINCE.search(text, max(0, time.start - LOOK), time.start):
        return (start, published) if published is not None and start <= published else (start, end)
    return next((range_ for other in times if (range_ := joined(time, other, text)) is not None), (start, end))


def joined(one: Time, other: Time, text: str) -> Days | None:
    """The days from one time to another where the words between them say so; "and" needs a "between" before it."""
    first, last = sorted((one, other), key=lambda t: t.start)
    joint = JOINT.fullmatch(text, first.end, max(first.end, last.start)) if first.end < last.start + 1 else None
    if one is other or joint is None:
        return None
    if joint["and"] and not BETWEEN.search(text, max(0, first.start - LOOK), first.start):
        return None
    start, end = as_interval(first.value)[0], as_interval(last.value)[1]
    return (start, end) if start is not None and end is not None and start <= end else None


def past(time: Time, text: str, published: str | None) -> Days | None:
    """The days of "the past two decades", up to the report's."""
    length = LENGTH.fullmatch(time.value)
    if length is None or published is None or not PAST.search(Extent(time.start, time.end).of(text)):
        return None
    days = round(int(length[1]) * DAYS[length[2]])
    try:
        return (date.fromisoformat(published) - timedelta(days=days)).isoformat(), published
    except (ValueError, OverflowError):
        return None
