"""Datelines: where and when a report was filed, and by which outlet: `KABUL, March 18 (Wire) -`."""

import re
from dataclasses import dataclass

from onrecord.model import Extent

REACH = 140
"""Characters of a paragraph in which its dateline ends."""
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
REGION = rf"(?:,\s(?!{MONTH}\s\d|{WEEKDAY}[\s,])[A-Z][\w.'’ ]{{0,24}}[\w.])?"
CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{1,28}[A-ZÀ-ÖØ-Þ.]"
SMALL = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]+){0,1}"
DATE = rf"""(?:{WEEKDAY},?\s)?
    (?:{MONTH}\s\d{{1,2}}(?:,\s\d{{4}})?|\d{{1,2}}\s{MONTH}(?:,?\s\d{{4}})?)(?!\d)"""
OUTLET = r"[A-Z][\w.'’& /-]{1,30}"
AGENCY = r"[A-Z][A-Z-]{1,11}"
DASH = r"\s*(?:--|[-–—:_])\s+(?=[\"“‘'«(]?[A-ZÀ-Þ0-9])"

FORMS = (
    # KABUL/DOHA, Qatar, March 18, 2025 (Wire) -     KABUL (Wire) -     KABUL -
    rf"""(?P<places>{CAPITALS}(?:\s?/\s?{CAPITALS}){{0,3}}{REGION})
    (?:[,.]?\s+(?P<date>{DATE})\.?)?
    (?:,?\s*[(/](?P<outlet>{OUTLET})[)/]\.?)?
    {DASH}""",
    # KABUL (March 18, 2025) -     KABUL (Wire), March 18 -
    rf"""(?P<places>{CAPITALS}(?:\s?/\s?{CAPITALS}){{0,3}})
    (?:\s*\((?P<outlet>(?!{DATE}){OUTLET})\))?,?
    \s+\(?(?P<date>{DATE})\)?
    {DASH}""",
    # MOSCOW, March 18. /WIRE/.     closed by the slashes alone
    rf"""(?P<places>{CAPITALS})[,.]\s(?P<date>{DATE})\.?\s/(?P<outlet>{OUTLET})/\.\s+(?=\S)""",
    # MOSCOW, 18 March.     closed by a stop
    rf"""(?P<places>{CAPITALS}(?:\s?/\s?{CAPITALS}){{0,3}}),\s(?P<date>{DATE})(?P<outlet>(?!)x)?\.\s+(?=[A-ZÀ-ÖØ-Þ])""",
    # Port Sudan, May 6 (Wire) -     Port Sudan (Wire) -     a place in small letters has an outlet or a date beside it
    rf"""(?P<places>{SMALL}{REGION})
    (?:,?\s+(?P<date>{DATE}))?
    \s*\((?P<outlet>{OUTLET})\)
    {DASH}""",
    # Port Sudan, May 6, WIRE -     Port Sudan, May 6 -
    rf"""(?P<places>{SMALL}),\s+(?P<date>{DATE})(?:,\s(?P<outlet>{AGENCY}))?{DASH}""",
    # March 18, 2025 -     March 18, 2025 (Wire) -     no place, but a whole date
    rf"""(?P<places>(?!)x)?(?P<date>{DATE}(?<=\d{{4}}))(?:\s*\((?P<outlet>{OUTLET})\))?{DASH}""",
)
DATELINES = tuple(re.compile(rf"\s*{form}", re.VERBOSE) for form in FORMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where (None where only the day is told) and when a report was filed, and by which outlet. Extents in the text."""

    extent: Extent
    place: Extent | None
    date: Extent | None
    outlet: Extent | None


def find_dateline(text: str, paragraph: Extent) -> Dateline | None:
    """The dateline at the head of a paragraph."""
    head = paragraph.of(text)[:REACH]
    match = next((found for form in DATELINES if (found := form.match(head)) is not None), None)
    if match is None:
        return None

    def at(name: str) -> Extent | None:
        return Extent(paragraph.start + match.start(name), paragraph.start + match.end(name)) if match[name] else None

    return Dateline(
        extent=Extent(paragraph.start + match.start(), paragraph.start + match.end()),
        place=at("places"),
        date=at("date"),
        outlet=at("outlet"),
    )
