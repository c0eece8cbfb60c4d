"""Sums of money: a number with a currency, by its sign or by its name."""

import re

from spacy.tokens import Token

from onrecord.model import Extent
from onrecord.read.what.numbers import Number, is_numeral, read_number

SIGNS = frozenset(("$", "US$", "USD", "C$", "A$", "€", "EUR", "£", "GBP", "¥", "₹", "Rs", "Rs."))
NAMES = frozenset(
    "dollar euro pound yen yuan rouble ruble rupee franc shilling lira dinar riyal rial dirham won peso rand naira "
    "birr krona krone zloty hryvnia lari dram real baht ringgit cedi kwacha taka afghani".split()
)
SHORT = re.compile(r"(\d+(?:\.\d+)?)(k|m|mn|bn|tn)", re.IGNORECASE)
TIMES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}


def is_sum(token: Token) -> bool:
    """Whether a noun or numeral is an amount of money."""
    return token.lemma_.lower() in NAMES or sign_before(token) is not None


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


def sign_before(token: Token) -> Token | None:
    """The currency's sign before a numeral."""
    if not (is_numeral(token) or SHORT.fullmatch(token.text)):
        return None
    return next((c for c in token.children if c.i < token.i and c.text in SIGNS), None)
