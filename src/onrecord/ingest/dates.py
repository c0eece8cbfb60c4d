"""Dates as pages and tables write them, made ISO without losing the time of day or the offset."""

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

YEARS = range(1900, 2101)
FRACTION = re.compile(r"(?<=:\d\d)[.,]\d+")


def as_iso(value: str) -> str | None:
    """`2025-03-18`, or `2025-03-18T21:30:00+05:00` where a time is told; None for what is no single day.

    Reads ISO 8601 and the dates of e-mail and HTTP. Midnight without an offset is a day without a time.
    """
    text = FRACTION.sub("", value.strip())
    moment = _from_iso(text) or _from_mail(text)
    if moment is None or moment.year not in YEARS:
        return None
    if moment.tzinfo is None and moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def _from_iso(text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None
    return datetime.combine(day, time())


def _from_mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
