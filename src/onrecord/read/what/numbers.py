"""Numbers in words and digits, and how exact they are meant."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.model import Extent
from onrecord.read.own import not_one

UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "score": 20,
}
LEAST = (
    "at least",
    "more than",
    "over",
    "no fewer than",
    "no less than",
    "not less than",
    "in excess of",
    "upwards of",
)
MOST = ("at most", "up to", "as many as", "fewer than", "less than", "no more than", "under", "not more than")
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in the text with the words that make it a bound: `low` or `high` is None where it is open."""

    low: int | None
    high: int | None
    extent: Extent


def read_number(token: Token) -> Number | None:
    """The number that a numeral heads or stands in, with "at least", "more than", "between … and …" before it."""
    first, last = spread(token)
    value = value_of([t.lower_ for t in token.doc[first : last + 1] if t.text != "-"])
    if value is None:
        return None
    second = after_range(token.doc, last)
    if second is not None:
        upper = read_number(second)
        if upper is not None and upper.high is not None and upper.high > value:
            start = first - 1 if first and token.doc[first - 1].lower_ == "between" else first
            return Number(low=value, high=upper.high, extent=Extent(token.doc[start].idx, upper.extent.end))
    start, bound = bound_before(token.doc, first)
    last_token = token.doc[last]
    extent = Extent(token.doc[start].idx, last_token.idx + len(last_token.text))
    low = None if bound == "most" else value
    high = None if bound == "least" or is_open(last_token) else value
    return Number(low=low, high=high, extent=extent)


UNCOUNTED = frozenset("toll figure number count estimate detail".split())
"""What may be left out without a nought being told: "gave no toll"."""


def read_none(token: Token) -> Number | None:
    """Nought, where a noun is said to be none: "no soldiers", "not one soldier", "no one", "nobody"."""
    no = next((c for c in token.children if c.dep_ == "det" and c.lower_ == "no"), None)
    first = no or not_one(token) or (token if token.lower_ in ("nobody", "none") else None)
    if first is None or token.lemma_.lower() in UNCOUNTED:
        return None
    return Number(low=0, high=0, extent=Extent(first.idx, token.idx + len(token.text)))


def is_numeral(token: Token) -> bool:
    """Whether a token is part of a number."""
    word = token.lower_
    return bool(DIGITS.fullmatch(word)) or word in UNITS or word in TENS or word.rstrip("s") in SCALES


def spread(token: Token) -> tuple[int, int]:
    """Indices of the first and last token of the number around a numeral."""
    doc, first, last = token.doc, token.i, token.i
    while first > 0 and (
        is_numeral(doc[first - 1]) or (doc[first - 1].text == "-" and first > 1 and is_numeral(doc[first - 2]))
    ):
        first -= 1
    while last + 1 < len(doc) and (
        is_numeral(doc[last + 1])
        or (
            doc[last + 1].text == "-"
            and last + 2 < len(doc)
            and doc[last + 2].lower_ in UNITS
            and doc[last].lower_ in TENS
        )
    ):
        last += 1
    return first, last


def value_of(words: list[str]) -> int | None:
    """The value of a number's words: ["two", "hundred", "40"] is 240; "dozens" is at least two dozen."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if DIGITS.fullmatch(word):
            current += float(word.replace(",", ""))
        elif word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word.rstrip("s") in SCALES:
            scale = SCALES[word.rstrip("s")]
            current = max(current, 2 if word.endswith("s") else 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        else:
            continue
        seen = True
    return round(total + current) if seen else None


def is_open(token: Token) -> bool:
    """Whether a number's last word leaves it open above: dozens, hundreds."""
    return token.lower_.endswith("s") and token.lower_.rstrip("s") in SCALES


def bound_before(doc: Doc, first: int) -> tuple[int, str | None]:
    """Where a bounding phrase before a number starts, and whether it is a least or a most."""
    if first > 0 and doc[first - 1].lower_ in ("a", "an"):
        start, bound = bound_before(doc, first - 1)
        return (start, bound) if bound is not None else (first, None)
    for width in (3, 2, 1):
        start = first - width
        if start < 0:
            continue
        words = " ".join(t.lower_ for t in doc[start:first])
        if words in LEAST:
            return start, "least"
        if words in MOST:
            return start, "most"
    return first, None


def after_range(doc: Doc, last: int) -> Token | None:
    """The numeral that ends a range: "30 to 40", "between 30 and 40", "30-40"."""
    if last + 2 >= len(doc) or not is_numeral(doc[last + 2]):
        return None
    joint = doc[last + 1].lower_
    between = any(t.lower_ == "between" for t in doc[max(0, last - 2) : last])
    return doc[last + 2] if joint in ("to", "-", "–") or (joint == "and" and between) else None
