"""Days of other calendars, and days that a rule fixes, as days of the Gregorian calendar.

The solar year of Iran and Afghanistan is reckoned by the 33-year cycle (a day off the equinox in 8 of the 455 years
1178 to 1632, none of them in 1300 to 1407); the lunar Hijri year by the tabular calendar, which can lie a day from
what was sighted.
"""

from datetime import date, timedelta

HIJRI_EPOCH = date(622, 7, 19).toordinal()
"""1 Muharram of year 1, civil reckoning: 16 July 622 in the Julian calendar, here in the proleptic Gregorian."""
SOLAR_EPOCH = date(622, 3, 21).toordinal()


def is_solar_leap(year: int) -> bool:
    """Whether a solar year has 366 days."""
    return (year * 8 + 29) % 33 < 8


def from_solar(year: int, month: int, day: int) -> date | None:
    """The day of a solar date; None where there is no such day."""
    longest = 31 if month <= 6 else 30 if month <= 11 or is_solar_leap(year) else 29
    if not (1000 <= year <= 1700 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    leaps = sum(is_solar_leap(y) for y in range(1, year))
    return date.fromordinal(SOLAR_EPOCH + 365 * (year - 1) + leaps + 31 * (month - 1) - max(0, month - 7) + day - 1)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The day of a tabular Hijri date; None where there is no such day."""
    if not (1 <= year <= 1700 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    months = (59 * (month - 1) + 1) // 2
    return date.fromordinal(HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day - 1)


def from_calendar(calendar: str, year: int, month: int, day: int) -> date | None:
    """The day of a date in the calendar `solar` or `hijri`."""
    return from_solar(year, month, day) if calendar == "solar" else from_hijri(year, month, day)


def calendar_years(calendar: str, year: int) -> tuple[int, ...]:
    """The years of another calendar that have days in a Gregorian year."""
    if calendar == "solar":
        return year - 622, year - 621
    first = (year - 622) * 33 // 32
    return tuple(range(first - 1, first + 3))


def holiday(rule: str, year: int) -> date | None:
    """The day of a holiday in a Gregorian year; `times.yaml` says how rules are written."""
    match rule.split():
        case ["easter", days]:
            return easter(year) + timedelta(days=int(days))
        case [month, nth, weekday]:
            return nth_weekday(year, int(month), int(nth), int(weekday))
        case [calendar, day]:
            found = (from_calendar(calendar, y, int(day[:2]), int(day[3:])) for y in calendar_years(calendar, year))
            return next((d for d in found if d is not None and d.year == year), None)
        case [day]:
            return date(year, int(day[:2]), int(day[3:]))
    return None


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th Monday (1) … Sunday (7) of a month; the last one for -1."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
