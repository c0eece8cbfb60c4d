"""Dates as a person writes them."""

from calendar import monthrange
from datetime import date

from onrecord.errors import RecordError
from onrecord.record.clock import DAY


def days_of(words: str) -> tuple[str, str]:
    """The first and the last day of an ISO date, month or year. Raises RecordError for anything else."""
    try:
        if not DAY.fullmatch(words):
            raise ValueError(words)
        year, month, day = (int(part) for part in (words + "-01-01"[len(words) - 4 :]).split("-"))
        last = date(year, month if len(words) > 4 else 12, day)
        if len(words) < 10:
            last = last.replace(day=monthrange(year, last.month)[1])
        return date(year, month, day).isoformat(), last.isoformat()
    except ValueError:
        raise RecordError(f"{words}: no date; write it as 2025-03-18, 2025-03 or 2025") from None
