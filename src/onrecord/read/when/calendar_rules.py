"""Rules for names of the calendar: days, months, seasons, quarters, years, and the clock beside them."""

from dataclasses import replace

from onrecord.model import TimeType
from onrecord.read.when.expression import NOTHING, Clock, Fixed, Meaning, Named, Side
from onrecord.read.when.patterns import GROUPS, Hit, rule
from onrecord.read.when.tokens import OTHER

AT = "( ( ( CLOCK | DIGITS (?= meridiem ) ) MERIDIEM? | HOUR ) ZONE? comma? at? )?"
WEEKDAY = "( ( WEEKDAY | SHORTDAY ) comma? )?"
MONTH_DAY = "MONTH the? DAY"
DAY_MONTH = "the? DAY of? MONTH"
PART = "( possessive? PART )?"
EDGE = "( about | EDGE hyphen? of? )?"
DAYS = GROUPS["daynumber"].strip("[]")
FIRST_YEAR, LAST_YEAR = 1500, 2100
"""A bare number is a year only between these."""


def named(hit: Hit) -> Meaning | None:
    """A day, month, season or quarter with all that stands beside it."""
    month, day, year = hit.number("MONTH"), hit.number("DAY"), hit.number("YEAR")
    if day is not None and not (1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)):
        return NOTHING
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Named(
        year=year,
        years=years(hit),
        month=month,
        day=day,
        weekday=hit.number("WEEKDAY") or hit.number("SHORTDAY"),
        season=hit.value("SEASON") or None,
        holiday=hit.value("HOLIDAY") or None,
        side=side(hit),
        clock=clock(hit),
    )


def side(hit: Hit) -> Side:
    """Which one "last", "this" or "next" picks."""
    piece = hit.piece("WHICH")
    if piece is None:
        return Side.NEAREST
    return {"L": Side.BEFORE, "X": Side.BEFORE, "N": Side.AFTER}.get(piece.letter, Side.SAME)


def years(hit: Hit) -> int | None:
    """The offset of "last year", "this year" and "next year" beside a month or a quarter."""
    unit = hit.piece("SPAN")
    if unit is None or unit.value != "Y":
        return None
    return {Side.BEFORE: -1, Side.AFTER: 1}.get(side(hit), 0)


def clock(hit: Hit) -> str:
    """What the time of day adds to a day's value: `T22:00`, `TMO`, or nothing."""
    hour, minute = hit.number("DIGITS"), 0
    if hit.piece("CLOCK"):
        hour, minute = (int(n) for n in hit.value("CLOCK").split(":")[:2])
    if hour is None:
        return f"T{hit.value('HOUR')}" if hit.piece("HOUR") else f"T{hit.value('PART')}" if hit.piece("PART") else ""
    half = hit.value("MERIDIEM")
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = "Z" if hit.word("ZONE") in ("gmt", "utc") else ""
    return f"T{hour:02}:{minute:02}{zone}"


def clock_alone(hit: Hit) -> Meaning | None:
    """A time of day without its day."""
    found = clock(hit)
    if hit.piece("DIGITS") and hit.piece("PART"):
        hour = hit.number("DIGITS") or 0
        found = f"T{hour + (12 if hit.value('PART') in ('AF', 'EV') and hour < 12 else 0):02}:00"
    return Clock(clock=found) if found else None


def month_of_year(hit: Hit) -> Meaning | None:
    """ "January this year"."""
    return named(hit) if hit.value("SPAN") == "Y" else None


def numeric(hit: Hit) -> Meaning | None:
    """ISO dates, 2024/12/24, 24.12.2024 and 24/12/2024; of 7/8/07 only the year is certain."""
    piece = hit.piece("NUMERIC")
    day_and_clock = str(piece.value).rstrip("Z").split("T") if piece else [""]
    parts = [int(n) for n in day_and_clock[0].replace("/", "-").replace(".", "-").split("-")]
    if parts[0] > 31:
        year, month, day = parts
    else:
        first, second, year = parts
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        month, day = (first, second) if second > 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    either = "/" in hit.value("NUMERIC") and parts[0] <= 12 and day <= 12 and month != day
    clock = f"T{day_and_clock[1]}" if len(day_and_clock) > 1 else ""
    return Named(year=year, month=month, day=day, clock=clock, calendar="either" if either else None)


def foreign(hit: Hit) -> Meaning | None:
    """A date of the solar or the lunar Hijri calendar."""
    calendar, month = hit.value("FOREIGN").split()
    day = hit.number("DAY")
    if day is not None and not 1 <= day <= 31:
        return None
    return Named(year=hit.number("YEAR"), month=int(month), day=day, calendar=calendar)


def year_alone(hit: Hit) -> Meaning | None:
    """A year by its number. A number that is no year here ("the year 1404", of the solar calendar) is none at all."""
    year = hit.number("YEAR") or 0
    return Fixed(value=str(year)) if FIRST_YEAR <= year <= LAST_YEAR and not follows_unknown_month(hit) else NOTHING


def follows_unknown_month(hit: Hit) -> bool:
    """Whether a day and a word with a capital stand before the year: a date of a calendar that is not known."""
    at = hit.match.start()
    day, month = hit.pieces[at - 2 : at] if at > 1 else (None, None)
    if day is None or month is None or day.letter not in DAYS or month.letter != OTHER:
        return False
    return hit.text[month.start].isupper() and hit.text[day.end : month.start].isspace()


def other_year(hit: Hit) -> Meaning | None:
    """ "the year 2567" is of another calendar, and so is nothing that "the year" alone would mean."""
    word = hit.word("AMOUNT")
    year = int(word) if len(word) == 4 and word.isdigit() else FIRST_YEAR
    return None if FIRST_YEAR <= year <= LAST_YEAR or hit.value("SPAN") != "Y" else NOTHING


def decade(hit: Hit) -> Meaning | None:
    """ "the 1990s" and "the nineties" are `199`."""
    return Fixed(value=hit.value("DECADE"))


def century(hit: Hit) -> Meaning | None:
    """ "the 20th century" is `19`."""
    number = hit.number("ORDINAL") or 0
    return Fixed(value=f"{number - 1:02}") if hit.value("SPAN") == "C" and 1 <= number <= 22 else None


def quarter(hit: Hit) -> Meaning | None:
    """A quarter or half of a year."""
    number, unit = hit.number("ORDINAL") or hit.number("QNUMBER") or 0, hit.value("UNIT") or "Q"
    if unit != "Q" or not 1 <= number <= 4:
        return None
    return Named(quarter=number, year=hit.number("YEAR"), years=years(hit))


def quarter_before(hit: Hit) -> Meaning | None:
    """ "the year-ago third quarter"."""
    found = quarter(hit)
    return replace(found, years=-1) if isinstance(found, Named) and hit.value("SPAN") == "Y" else None


def half(hit: Hit) -> Meaning | None:
    """The first or the second half of a year."""
    number = 2 if hit.piece("LASTWORD") else hit.number("ORDINAL") or 0
    return Named(half=number, year=hit.number("YEAR"), years=years(hit)) if number in (1, 2) else None


DATE, TIME = TimeType.DATE, TimeType.TIME
CALENDAR_RULES = (
    rule("date.month-day-year", DATE, f"{AT} {WEEKDAY} {MONTH_DAY} comma? YEAR {PART}", named),
    rule("date.day-month-year", DATE, f"{AT} {WEEKDAY} {DAY_MONTH} comma? YEAR {PART}", named),
    rule("date.month-day", DATE, f"{AT} ( WHICH? next? {WEEKDAY} ) {EDGE} {MONTH_DAY} {PART}", named),
    rule("date.day-month", DATE, f"{AT} {WEEKDAY} {DAY_MONTH} {PART}", named),
    rule("date.day-of-range", DATE, "DAY (?= ( to | hyphen ) daynumber of? MONTH ( comma? YEAR )? )", named),
    rule("date.range-to-day", DATE, "(?<= MONTH daynumber hyphen ) DAY ( comma? YEAR )?", named),
    rule("date.range-and-day", DATE, "(?<= MONTH daynumber to ) DAY (?= stop | comma | close | $ )", named),
    rule("date.month-year", DATE, f"{EDGE} MONTH comma? of? YEAR", named),
    rule("date.month-of-year", DATE, "MONTH ( of? the? ) WHICH SPAN", month_of_year),
    rule("date.month", DATE, f"{EDGE} WHICH? MONTH", named),
    rule("date.weekday", DATE, f"{AT} the? {EDGE} WHICH? next? WEEKDAY {PART}", named),
    rule("date.numeric", DATE, "NUMERIC", numeric),
    rule("date.foreign-day-first", DATE, f"{WEEKDAY} the? DAY of? FOREIGN comma? YEAR?", foreign),
    rule("date.foreign-month-first", DATE, f"{WEEKDAY} FOREIGN DAY ( comma? YEAR )?", foreign),
    rule("date.foreign-month", DATE, "FOREIGN YEAR?", foreign),
    rule("date.holiday", DATE, "WHICH? HOLIDAY ( comma? of? YEAR )? PART?", named),
    rule("date.season-year", DATE, f"the? {EDGE} SEASON of? YEAR", named),
    rule("date.season", DATE, f"{EDGE} the? WHICH? past? SEASON", named),
    rule("date.season-of-year", DATE, "the? SEASON of? WHICH SPAN", named),
    rule("date.year", DATE, f"( {EDGE} | the span ) fiscal? span? YEAR", year_alone),
    rule("date.other-year", DATE, "the? SPAN AMOUNT", other_year),
    rule("date.year-unit", DATE, "the YEAR fiscal? ( unit | period )", year_alone),
    rule("date.decade", DATE, f"the? {EDGE} DECADE", decade),
    rule("date.century", DATE, f"the? {EDGE} ORDINAL hyphen? SPAN", century),
    rule("date.quarter", DATE, "the? fiscal? hyphen? ORDINAL hyphen? UNIT ( of? the? fiscal? span? YEAR )?", quarter),
    rule("date.quarter-of-year", DATE, "( the? ORDINAL UNIT of ) WHICH SPAN", quarter),
    rule("date.year-quarter", DATE, "the? YEAR fiscal? ORDINAL hyphen? UNIT", quarter),
    rule("date.year's-quarter", DATE, "WHICH SPAN possessive fiscal? ORDINAL hyphen? UNIT", quarter),
    rule("date.year-before-quarter", DATE, "the? SPAN hyphen ( earlier | ago ) ORDINAL hyphen? UNIT", quarter_before),
    rule("date.q-number", DATE, "QNUMBER of? fiscal? YEAR?", quarter),
    rule("date.half", DATE, "the? ( ORDINAL | LASTWORD ) half of? YEAR", half),
    rule("date.half-of-year", DATE, "the? ORDINAL half of the? WHICH SPAN", half),
    rule("time.clock", TIME, "about? ( CLOCK | DIGITS ) MERIDIEM ZONE?", clock_alone),
    rule("time.clock-zone", TIME, "about? CLOCK ZONE", clock_alone),
    rule("time.clock-at", TIME, "(?<= at ) CLOCK", clock_alone),
    rule("time.hour", TIME, "HOUR", clock_alone),
    rule("time.in-the-part", TIME, "DIGITS of the PART", clock_alone),
)
