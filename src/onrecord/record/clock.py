"""Recording times: when something came into the record, as ISO times in UTC, to the second."""

import re
from datetime import UTC, datetime

from onrecord.errors import RecordError

BEFORE = ""
"""The recording time of what was kept before records had such times: earlier than any."""

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def now() -> str:
    """The present time."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def moment(words: str) -> str:
    """The last moment of a date, month or year, or a date with a time (in UTC where it names no zone).

    It compares as text with what `now` gives. Raises RecordError for anything else.
    """
    if DAY.fullmatch(words):
        return words + "-99-99T99"[len(words) - 4 :]
    try:
        given = datetime.fromisoformat(words)
    except ValueError:
        raise RecordError(f"{words}: no date; write it as 2025-03-18 or 2025-03-18T12:00") from None
    return (given if given.tzinfo else given.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
