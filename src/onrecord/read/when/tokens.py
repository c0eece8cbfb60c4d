"""A text as a row of classes: one letter a word, so that the grammar's patterns run over a few hundred letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.times import TimeWords, time_words

OTHER = "0"
CLASSES = {
    "MONTH": "M", "WEEKDAY": "W", "SHORTDAY": "b", "WEEKDAYS": "w", "SEASON": "S", "PART": "p", "HOUR": "h",
    "UNIT": "u", "UNITS": "U", "DAYWORD": "D", "REFERENCE": "R", "FREQUENCY": "e", "HOLIDAY": "Y",
    "FOREIGN": "J", "DIGITS": "d", "YEAR": "y", "NUMBER": "n", "COUNT": "c", "ORDINAL": "o", "DECADE": "G",
    "CLOCK": "K", "NUMERIC": "I", "the": "t", "a": "a", "last": "L", "next": "N", "this": "T", "that": "B",
    "each": "E", "ago": "A", "later": "l", "earlier": "r", "of": "f", "few": "v", "couple": "k", "about": "x",
    "edge": "m", "fiscal": "F", "to": "&", "more": "+", "old": "O", "at": "i", "period": "P", "ahead": "g",
    "meridiem": "z", "zone": "Z", "half": "H", "possessive": "q", "comma": ",", "hyphen": "-", "close": ")",
    "stop": ".", "QNUMBER": "j", "ended": "!", "end": ":", "as": "@", "past": "X", "current": "V", "recent": "C",
    "future": "Q",
}  # fmt: skip
"""Every class of words and its letter. Classes in capitals carry a value."""

PIECE = re.compile(
    r"""(?P<numeric>[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?Z?)?|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}
        |[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?!\w)
    |(?P<clock>[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?)(?!\w)
    |(?P<decade>['’]?(?:[0-9]{3}0|[1-9]0)['’]?s)(?!\w)
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th))(?!\w)
    |(?P<fraction>(?:[0-9]{1,3}\s)?[0-9]/[0-9])(?![0-9/])
    |(?P<number>[0-9]+(?:[.,][0-9]+)*)
    |(?P<meridiem>[aApP]\.[mM]\b\.?|[AaPp][Mm](?!\w))
    |(?P<quarter>Q[1-4])(?!\w)
    |(?P<possessive>['’]s?)(?!\w)
    |(?P<word>[^\W\d_]+)
    |(?P<mark>\S)""",
    re.VERBOSE,
)
MARKS = {",": ",", ")": ")"} | dict.fromkeys("-–—", "-") | dict.fromkeys('.;!?"”', ".")
LONGEST = 40
"""No word of time is longer; longer ones are not looked up."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or mark, its class, and what it stands for where its class has values."""

    start: int
    end: int
    letter: str
    value: int | float | str = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that belong together, and what they are."""

    words: tuple[str, ...]
    letter: str
    value: int | float | str


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Every word of time by its first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in _phrases(time_words()):
        found.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(sorted(group, key=lambda p: -len(p.words))) for first, group in found.items()}


def _phrases(words: TimeWords) -> Iterator[Phrase]:
    groups: tuple[tuple[str, dict[str, int] | dict[str, str]], ...] = (
        ("MONTH", words.months), ("MONTH", words.month_abbreviations), ("WEEKDAY", words.weekdays),
        ("SHORTDAY", words.weekday_abbreviations), ("WEEKDAYS", {f"{w}s": n for w, n in words.weekdays.items()}),
        ("SEASON", words.seasons), ("PART", words.parts), ("HOUR", words.hours), 
        ("UNIT", {w: v for w, v in words.units.items() if v != "S"}),
        ("UNITS", {f"{w[:-1]}ies" if w == "century" else f"{w}s": v for w, v in words.units.items()}),
        ("REFERENCE", words.references), ("FREQUENCY", words.frequencies), ("HOLIDAY", words.holidays),
        ("DAYWORD", {w: f"{n}{words.day_parts.get(w, '')}" for w, n in words.days.items()}),
        ("FOREIGN", {w: f"solar {n}" for w, n in words.solar_months.items()}),
        ("FOREIGN", {w: f"hijri {n}" for w, n in words.hijri_months.items()}),
        ("COUNT", words.numbers), ("ORDINAL", words.ordinals),
        ("DECADE", {w: f"19{n}" for w, n in words.decades.items()}),
        ("SEASON", {f"{w}s": v for w, v in words.seasons.items()}),
        ("PART", {f"{w}s": v for w, v in words.parts.items()}),
    )  # fmt: skip
    for name, group in groups:
        for word, value in group.items():
            yield Phrase(tuple(re.split(r"[ ']", word)), CLASSES[name], value)
    for name, members in words.words.items():
        for word in members:
            yield Phrase(tuple(word.split()), CLASSES[name], word)


def find_pieces(text: str) -> tuple[Piece, ...]:
    """The text's words, numbers and marks in order, with words that belong together as one."""
    matches = list(PIECE.finditer(text))
    lowered = [m[0].lower() if m.end() - m.start() <= LONGEST else "" for m in matches]
    pieces: list[Piece] = []
    at = 0
    while at < len(matches):
        piece, taken = _piece(text, matches, lowered, at)
        pieces.append(piece)
        at += taken
    return tuple(pieces)


def _piece(text: str, matches: list[re.Match[str]], lowered: list[str], at: int) -> tuple[Piece, int]:
    match = matches[at]
    if match.lastgroup == "word":
        return _word(text, matches, lowered, at)
    letter, value = _shape(match.lastgroup or "mark", match[0] if len(match[0]) <= LONGEST else "")
    return Piece(match.start(), match.end(), letter, value), 1


def _word(text: str, matches: list[re.Match[str]], lowered: list[str], at: int) -> tuple[Piece, int]:
    match = matches[at]
    for phrase in phrases().get(lowered[at], ()):
        taken = _taken(lowered, at, phrase.words)
        if taken and _spelt(match[0], phrase):
            end = matches[at + taken - 1].end()
            abbreviated = phrase.letter in "Mb" and len(match[0]) <= 5 and lowered[at] not in time_words().months
            if abbreviated and text[end : end + 1] == "." and text[end + 1 : end + 2] != ".":
                dot = at + taken < len(matches) and matches[at + taken].start() == end
                return Piece(match.start(), end + 1, phrase.letter, phrase.value), taken + dot
            if phrase.letter == CLASSES["COUNT"]:
                return _number_words(matches, lowered, at)
            return Piece(match.start(), end, phrase.letter, phrase.value), taken
    return Piece(match.start(), match.end(), OTHER), 1


def _taken(lowered: list[str], at: int, words: tuple[str, ...]) -> int:
    """How many pieces the words take up from `at`, counting hyphens and apostrophes between them; 0 if not there."""
    here = at
    for n, word in enumerate(words):
        if n and here < len(lowered) and lowered[here] in ("-", "'", "’"):
            here += 1
        if n and word == "s" and here < len(lowered) and lowered[here] in ("'s", "’s"):
            here += 1
            continue
        if here >= len(lowered) or lowered[here] != word:
            return 0
        here += 1
    return here - at


def _spelt(word: str, phrase: Phrase) -> bool:
    """Names of days, months and feasts have a capital; "may", "march" and "sun" without one are other words."""
    return word[0].isupper() or phrase.letter not in "MbJY"


def _number_words(matches: list[re.Match[str]], lowered: list[str], at: int) -> tuple[Piece, int]:
    """A number in words, up to five of them: "twenty-four", "a hundred and ten", "nineteen ninety-six"."""
    numbers, last, here = time_words().numbers, at, at
    values: list[int] = []
    while here < len(lowered) and len(values) < 5:
        if lowered[here] in numbers:
            values.append(numbers[lowered[here]])
            last = here
        elif lowered[here] != "-" or here != last + 1:
            break
        here += 1
    taken = last - at + 1
    value = spoken_number(values)
    start, end = matches[at].start(), matches[last].end()
    spoken_year = len(values) > 1 and 1100 <= value <= 2099 and 11 <= values[0] <= 20
    year = spoken_year or (len(values) == 2 and values == [2, 1000])
    return Piece(start, end, CLASSES["YEAR" if year else "COUNT"], value), taken


def spoken_number(values: list[int]) -> int:
    """What number words come to: [20, 4] is 24, [2, 1000] is 2000 and [19, 90, 6], a year, is 1996."""
    if len(values) > 1 and 11 <= values[0] <= 20 and 10 <= values[1] <= 90:
        return values[0] * 100 + sum(values[1:3])
    total = 0
    for value in values:
        total = max(total, 1) * value if value >= 100 else total + value
    return total


def _shape(kind: str, piece: str) -> tuple[str, int | float | str]:
    """The class and value of a piece that is no word."""
    match kind:
        case "number":
            return _digits(piece)
        case "numeric" | "clock":
            return CLASSES[kind.upper()], piece
        case "decade":
            digits = piece.strip("'’s")
            return CLASSES["DECADE"], digits[:3] if len(digits) == 4 else f"19{digits[0]}"
        case "ordinal":
            return CLASSES["ORDINAL"], int(piece[:-2])
        case "fraction":
            whole, _, part = piece.rpartition(" ") if " " in piece else ("0", "", piece)
            return CLASSES["NUMBER"], int(whole) + (int(part[0]) / int(part[2]) if part[2] != "0" else 0)
        case "meridiem":
            return CLASSES["meridiem"], piece[0].lower()
        case "quarter":
            return CLASSES["QNUMBER"], int(piece[1])
        case "possessive":
            return CLASSES["possessive"], 0
    return MARKS.get(piece, OTHER), 0


def _digits(piece: str) -> tuple[str, int | float | str]:
    plain = piece.replace(",", "")
    if not piece or plain.count(".") > 1 or len(plain) > 12:
        return OTHER, 0
    if piece.isdecimal() and len(piece) <= 2 and int(piece) <= 31:
        return CLASSES["DIGITS"], int(piece)
    if piece.isdecimal() and len(piece) == 4 and 1000 <= int(piece) <= 2199:
        return CLASSES["YEAR"], int(piece)
    return CLASSES["NUMBER"], float(plain) if "." in plain else int(plain)
