"""Rules for times reckoned from the report or from the time told before, for durations, sets and vague times."""

from dataclasses import replace

from onrecord.model import TimeType
from onrecord.read.when.calendar_rules import AT, EDGE, clock, side
from onrecord.read.when.expression import NOTHING, Base, Fixed, Meaning, Shifted, Side, Unit
from onrecord.read.when.patterns import Hit, Rule, rule

TOLD_WORDS = frozenset({"following", "previous", "preceding", "same", "that"})
"""Words that reckon from the time told before, not from the report's date."""
DAYS_IN = {Unit.FORTNIGHT: ("W", 2), Unit.DECADE: ("Y", 10), Unit.CENTURY: ("Y", 100), Unit.WEEKEND: ("WE", 1)}
PARTS_OF = {"Y": ("M", 12), "H": ("M", 60), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "MIN": ("S", 60)}
LONGEST_SHIFT = 3000
REFERENCES = {"X": "PAST_REF", "C": "PAST_REF", "Q": "FUTURE_REF", "V": "PRESENT_REF"}


def day_word(hit: Hit) -> Meaning | None:
    """ "today", "late yesterday", "tomorrow morning", "tonight"."""
    value = hit.value("DAYWORD")
    count = value.rstrip("ADEFGIMNOV")
    part = value[len(count) :]
    return Shifted(unit=Unit.DAY, count=int(count), clock=clock(hit) or (f"T{part}" if part else ""))


def part_of_day(hit: Hit) -> Meaning | None:
    """ "this morning", "last night", "the next morning"."""
    count = {Side.BEFORE: -1, Side.AFTER: 1}.get(side(hit), 0)
    told = hit.word("WHICH") in TOLD_WORDS or count == 1
    return Shifted(unit=Unit.DAY, count=count, base=Base.TOLD if told else Base.REPORT, clock=clock(hit))


def which_unit(hit: Hit) -> Meaning | None:
    """ "last week", "this year", "the following month", "that day"."""
    unit, word = Unit(hit.value("UNIT")), hit.word("WHICH")
    if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return None
    if word == "past":
        return Fixed(value=period(1, unit))
    count = {Side.BEFORE: -1, Side.AFTER: 1}.get(side(hit), 0)
    if word == "latest":
        count = 0 if unit != Unit.QUARTER else -1
    told = word in TOLD_WORDS or (unit == Unit.DAY and count == 1)
    return Shifted(unit=unit, count=count, base=Base.TOLD if told else Base.REPORT)


def whole_year(hit: Hit) -> Meaning | None:
    """ "the year ended March 31" is a length of time, not a year."""
    return Fixed(value="P1Y") if hit.value("UNIT") == "Y" else None


def the_unit(hit: Hit) -> Meaning | None:
    """ "the year" and "the end of the month": the one that is told of."""
    unit = Unit(hit.value("UNIT"))
    if unit == Unit.WEEKEND:
        return Shifted(unit=unit, count=-1)
    if unit == Unit.QUARTER:
        return Shifted(unit=unit, count=-1, like_told=True)
    return Shifted(unit=unit, count=0) if unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR) else None


def ago(hit: Hit) -> Meaning | None:
    """ "20 days ago" counts back from the report, "several years ago" is somewhere in the past."""
    number, unit = amount(hit), Unit(hit.value("SPAN"))
    if number is None or number > LONGEST_SHIFT:
        return Fixed(value="PAST_REF")
    if number != int(number):
        unit, number = (Unit.MONTH, number * 12) if unit == Unit.YEAR else (unit, round(number))
    found = shifted(unit, -int(number), Base.REPORT)
    return replace(found, like_told=(unit, number) == (Unit.YEAR, 1)) if found else None


def later(hit: Hit) -> Meaning | None:
    """ "two weeks later", "a year earlier": from the time told before."""
    number, unit = amount(hit), Unit(hit.value("SPAN"))
    if number is None or number > LONGEST_SHIFT:
        return None
    back = hit.word("LATER") in ("earlier", "prior")
    found = shifted(unit, -int(number) if back else int(number), Base.TOLD)
    return replace(found, like_told=back and (unit, number) == (Unit.YEAR, 1)) if found else None


def year_before(hit: Hit) -> Meaning | None:
    """ "year-earlier", "the year-ago quarter"."""
    like = Shifted(unit=Unit.YEAR, count=-1, base=Base.TOLD, like_told=True)
    return like if hit.value("UNIT") == "Y" else None


def year_end(hit: Hit) -> Meaning | None:
    """ "year-end": this one's."""
    return Shifted(unit=Unit.YEAR, count=0) if hit.value("UNIT") == "Y" else None


def latest_period(hit: Hit) -> Meaning | None:
    """ "the latest period": the quarter told of, or the last one."""
    return Shifted(unit=Unit.QUARTER, count=-1, like_told=True) if hit.word("WHICH") == "latest" else None


def shifted(unit: Unit, count: int, base: Base) -> Shifted | None:
    """A shift in a unit of the calendar; hours and minutes are too fine for one."""
    match unit:
        case Unit.SECOND | Unit.MINUTE | Unit.HOUR | Unit.WEEKEND:
            return None
        case Unit.FORTNIGHT:
            return Shifted(unit=Unit.WEEK, count=2 * count, base=base)
        case Unit.CENTURY:
            return Shifted(unit=Unit.YEAR, count=100 * count, base=base)
    return Shifted(unit=unit, count=count, base=base)


def amount(hit: Hit) -> float | None:
    """How many units; None for "several" and "few"; one where nothing is said."""
    piece = hit.piece("AMOUNT")
    if piece is None:
        return None if hit.piece("FEW") else 1.5 if hit.piece("HALF") else 1
    number = 2 if piece.letter == "k" else None if piece.letter == "v" else float(piece.value)
    return number + 0.5 if number is not None and hit.piece("HALF") else number


def duration(hit: Hit) -> Meaning | None:
    """So many units, whenever they were; an age is none, and "three quarters" are a fraction."""
    unit, piece = Unit(hit.value("SPAN")), hit.piece("AMOUNT")
    fraction = unit == Unit.QUARTER and (piece is None or not hit.piece("WHICH"))
    if hit.piece("OLD") or fraction or (unit == Unit.WEEKEND and piece is None):
        return NOTHING
    singular = hit.pieces[hit.match.start("SPAN")].letter == "u"
    if piece is not None and piece.letter == "y" and singular:
        return None
    if hit.piece("HALFOF"):
        return Fixed(value=period(0.5, unit))
    return Fixed(value=period(amount(hit), unit))


def vague(hit: Hit) -> Meaning | None:
    """ "recent years", "months": an unknown number of units, no shorter than days."""
    unit = Unit(hit.value("UNITS"))
    if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND, Unit.QUARTER) and not hit.piece("RECENT"):
        return None
    return Fixed(value=period(None, unit)) if unit != Unit.WEEKEND else None


def period(number: float | None, unit: Unit) -> str:
    """A TIMEX3 duration; `X` stands for an unknown number."""
    letters, times = DAYS_IN.get(unit, (unit.value, 1))
    clock = "T" if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND) else ""
    if number is None:
        return f"P{clock}X{letters[0] if clock else letters}"
    whole, rest = divmod(number * times, 1)
    value = f"P{clock}{int(whole)}{letters[0] if clock else letters}" if whole or not rest else f"P{clock}"
    if rest and letters in PARTS_OF:
        part, size = PARTS_OF[letters]
        value += ("T" if part == "H" and not clock else "") + f"{round(rest * size)}{part}"
    return value


def each_unit(hit: Hit) -> Meaning | None:
    """ "every day": `P1D`."""
    return Fixed(value=period(1, Unit(hit.value("UNIT"))))


def each_named(hit: Hit) -> Meaning | None:
    """ "each Thursday", "Tuesday nights", "each July": a day or month of any year."""
    weekday = hit.number("WEEKDAY") or hit.number("WEEKDAYS")
    part = f"T{hit.value('PART')}" if hit.piece("PART") else ""
    if weekday is not None:
        return Fixed(value=f"XXXX-WXX-{weekday}{part}")
    return Fixed(value=f"XXXX-{hit.number('MONTH'):02}" if hit.piece("MONTH") else f"XXXX-{hit.value('SEASON')}")


def frequency(hit: Hit) -> Meaning | None:
    """ "daily", "weekly"."""
    return Fixed(value=hit.value("FREQUENCY"))


def reference(hit: Hit) -> Meaning | None:
    """ "now", "recently", "soon"."""
    piece = hit.piece("REFERENCE") or hit.pieces[hit.match.end() - 1]
    return Fixed(value=str(piece.value) if piece.letter == "R" else REFERENCES[piece.letter])


DATE, TIME, DURATION, SET = TimeType.DATE, TimeType.TIME, TimeType.DURATION, TimeType.SET
MANY = "( the | this | each of the )? ( WHICH | ORDINAL )? AMOUNT ( to number )? of?"
RELATIVE_RULES: tuple[Rule, ...] = (
    rule("date.day-word", DATE, f"{AT} {EDGE} DAYWORD ( possessive? PART )?", day_word),
    rule("date.which-unit", DATE, f"{EDGE} the? WHICH fiscal? UNIT", which_unit),
    rule("duration.ended", DURATION, "the fiscal? UNIT (?= ended )", whole_year),
    rule("date.the-unit", DATE, f"{EDGE} the fiscal? UNIT", the_unit),
    rule("date.ago", DATE, "about? ( a? AMOUNT of? | a | FEW ) ( to a HALF )? more? SPAN ago", ago),
    rule("date.later", DATE, "about? ( AMOUNT | a ) more? SPAN LATER", later),
    rule("date.year-before", DATE, "the? UNIT hyphen ( earlier | ago ) ( unit | period )?", year_before),
    rule("time.part-of-day-word", TIME, "EDGE hyphen? PART DAYWORD", day_word),
    rule("time.part-of-day", TIME, f"{EDGE} the? WHICH PART", part_of_day),
    rule(
        "duration.many",
        DURATION,
        f"about? ( a (?= few | couple ) )? {MANY} ( to a HALF )? more? hyphen? SPAN ( hyphen? OLD )?",
        duration,
    ),
    rule("duration.one", DURATION, "about? a more? SPAN ( to a HALF )?", duration),
    rule("duration.half", DURATION, "about? a? HALFOF hyphen? a? SPAN", duration),
    rule("duration.vague", DURATION, "(?<! hyphen ) the? ( RECENT | past )? UNITS ahead?", vague),
    rule("set.each-unit", SET, "each UNIT", each_unit),
    rule("set.each-named", SET, "each ( WEEKDAY | MONTH | SEASON ) PART?", each_named),
    rule("set.weekdays", SET, "WEEKDAYS PART?", each_named),
    rule("set.frequency", SET, "FREQUENCY", frequency),
    rule("date.year-end", DATE, "about? the? UNIT possessive? hyphen? end", year_end),
    rule("date.latest-period", DATE, "the WHICH period", latest_period),
    rule("date.reference", DATE, "(?<! as ) REFERENCE (?! as | hyphen )", reference),
    rule("date.vague-past", DATE, "the ( past | future )", reference),
    rule("date.vague", DATE, "current", reference),
)
