"""Days in words: "3 May 2025", "18 – 20 March 2025"."""

import re
from datetime import date

from onrecord.export.wording import UNDATED

MONTHS = "January February March April May June July August September October November December".split()


def day(iso: str | None) -> str:
    """ "2025-03-18" as "18 March 2025", "2025-03" as "March 2025"; what is no date as it stands."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", iso or "")
    if match is None or not 0 < int(match[2] or 1) <= 12:
        return iso or UNDATED
    year, month, number = match.groups()
    parts = (str(int(number)) if number else "", MONTHS[int(month) - 1] if month else "", year)
    return " ".join(filter(None, parts))


def days(since: str | None, until: str | None) -> str:
    """The days between the two in the fewest words: "3–5 May 2025", "from 3 May 2025", "undated"."""
    if since and until and since != until:
        first, last = day(since).split(" "), day(until).split(" ")
        while len(first) > 1 and first[-1] == last[-1]:
            first, last = first[:-1], last[:-1]
        return f"{' '.join(first)} – {day(until)}"
    if since and not until:
        return f"from {day(since)}"
    return f"by {day(until)}" if until and not since else day(since)


def is_date(iso: str | None) -> bool:
    """Whether a `time` element may hold it."""
    try:
        return bool(iso) and bool(date.fromisoformat(iso or ""))
    except ValueError:
        return False
