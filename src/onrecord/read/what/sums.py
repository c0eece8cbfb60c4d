"""Sums of money: a number with a currency, by its sign or by its name."""

import re

from spacy.tokens import Token

from onrecord.lexicon.currencies import currencies
from onrecord.model import Extent
from onrecord.read.what.numbers import Number, is_numeral, read_number

SHORT = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)", re.IGNORECASE)
TIMES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
LONGEST = 4
"""Words of the longest name of a currency: "central African CFA franc"."""


def is_sum(token: Token) -> bool:
    """Whether a noun or numeral is an amount of money."""
    return singular(token) in currencies().nouns or sign_before(token) is not None


def read_sum(token: Token) -> Number | None:
    """The sum that a currency's name or a numeral behind a sign heads; its extent holds sign and name."""
    if not is_sum(token):
        return None
    sign = sign_before(token)
    short = SHORT.fullmatch(token.text)
    if short is not None and sign is not None:
        value = round(float(short[1]) * TIMES[short[2].lower()])
        return Number(low=value, high=value, extent=Extent(sign.idx, token.idx + len(token.text)))
    numerals = [t for t in (token, *token.subtree) if is_numeral(t)]
    number = read_number(numerals[0]) if numerals else None
    if number is None:
        return None
    start = min(number.extent.start, sign.idx) if sign is not None else number.extent.start
    end = max(number.extent.end, token.idx + len(token.text))
    return Number(low=number.low, high=number.high, extent=Extent(start, end))


def currency_of(token: Token) -> str | None:
    """The ISO 4217 code of the currency of a sum, by its sign or its longest name; None where several bear the name."""
    sign = sign_before(token)
    if sign is not None:
        return currencies().signs[sign.text]
    doc, last = token.doc, singular(token)
    for length in range(LONGEST, 0, -1):
        before = doc[max(0, token.i - length + 1) : token.i]
        found = currencies().names.get(" ".join([*(t.lower_ for t in before), last]))
        if found is not None:
            return found
    return None


def singular(token: Token) -> str:
    """The singular of a currency's name; the pipeline knows few of them."""
    lemma = token.lemma_.lower()
    return lemma if lemma in currencies().nouns else lemma.removesuffix("s")


def sign_before(token: Token) -> Token | None:
    """The currency's sign before a numeral."""
    if not (is_numeral(token) or SHORT.fullmatch(token.text)):
        return None
    return next((c for c in token.children if c.i < token.i and c.text in currencies().signs), None)
