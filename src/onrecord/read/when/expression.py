"""What a time expression says by itself, before it is held against the report's date."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Extent, TimeType


class Unit(StrEnum):
    """Calendar and clock units by their letter in `times.yaml`."""

    SECOND = "S"
    MINUTE = "MIN"
    HOUR = "H"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    FORTNIGHT = "FN"
    MONTH = "M"
    QUARTER = "Q"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"


class Base(StrEnum):
    """Reckoned from the report's date ("two days ago") or from the time told before ("the next day")."""

    REPORT = "report"
    TOLD = "told"


class Side(StrEnum):
    """Which of the days, months or seasons of a name is meant; `NEAREST` leaves it to the tense of the clause."""

    BEFORE = "before"
    SAME = "same"
    AFTER = "after"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A value that no date can change: `P2D`, `2024-12-24`, `PRESENT_REF`."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A calendar name with what is said of it: "Thursday, June 12", "last spring", "January this year".

    `years` is an offset from the report's year ("January last year": -1). `clock` is what follows the day in TIMEX3:
    `TMO`, `T22:00`. `calendar` is `solar` or `hijri` where the month is one of theirs, `either` where month and day may
    stand the other way round.
    """

    year: int | None = None
    years: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    calendar: str | None = None
    side: Side = Side.NEAREST
    clock: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """So many units from a base: "yesterday", "last year", "20 days ago", "two weeks later".

    `like_told`: where a quarter was just told of, the same quarter is meant ("up from a year earlier").
    """

    unit: Unit
    count: int
    base: Base = Base.REPORT
    clock: str = ""
    like_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day without a day: "at 10 a.m."."""

    clock: str


Meaning = Fixed | Named | Shifted | Clock
NOTHING = Fixed(value="")
"""What words mean that look like a time and are none ("February 30", "52 years old"): no part of them is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression in the text, its type, what it says, and the rule that found it."""

    extent: Extent
    type: TimeType
    meaning: Meaning
    rule: str
