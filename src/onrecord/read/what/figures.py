"""How many were killed, injured, arrested, abducted, displaced or sent, how much was given, and where it says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Toll
from onrecord.lexicon.lexicon import Lexicon
from onrecord.read.firing import is_pos
from onrecord.read.trees import conjuncts, walk
from onrecord.read.what.numbers import Number, is_numeral, read_none, read_number
from onrecord.read.what.sums import currency_of, is_sum, read_sum

TIMES = frozenset(
    "second minute hour day week month year decade century time percent kilometre mile cent o'clock".split()
)
MONEY = "money"
"""The one thing counted that is no people: a sum, in the currency that its words name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number and what it counts; `word` is the token that says so ("killed"), `currency` an ISO 4217 code."""

    what: str
    number: Number
    word: Token
    rule: str
    currency: str | None = None


def find_counts(doc: Doc, lexicon: Lexicon) -> tuple[Count, ...]:
    """Every count of the dead, injured, … in text order; one number counts one thing."""
    found: dict[tuple[int, int], Count] = {}
    for token in doc:
        for entry in lexicon.tolls.get(token.lemma_.lower(), ()):
            if is_pos(token, entry.pos):
                for counted in counted_by(entry, token):
                    count = read_count(entry, token, counted)
                    if count is not None:
                        found.setdefault((count.number.extent.start, count.number.extent.end), count)
    return tuple(found[k] for k in sorted(found))


def read_count(entry: Toll, word: Token, counted: Token) -> Count | None:
    """What a toll word counts by a noun, where a number stands with that."""
    money = entry.what == MONEY
    number = read_sum(counted) if money else number_of(counted)
    if number is None:
        return None
    currency = currency_of(counted) if money else None
    return Count(what=entry.what, number=number, word=word, rule=entry.id, currency=currency)


def counted_by(entry: Toll, word: Token) -> Iterator[Token]:
    """The nouns (or bare numerals) to which a toll word's paths lead, coordinated ones too; a noun counts itself."""
    if entry.pos != "verb":
        yield word
    for path in entry.paths:
        for head in walk(word, path):
            yield from conjuncts(head)


def number_of(counted: Token) -> Number | None:
    """The number of a counted noun, or the noun itself where it is a numeral; nought where it is none. Never a length
    of time, a share or a sum."""
    none = read_none(counted)
    if none is not None or is_sum(counted):
        return none
    if counted.lemma_.lower() in TIMES:
        return None
    if is_numeral(counted) and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in counted.children):
        return None
    numerals = [counted] if is_numeral(counted) else []
    before = [c for c in counted.children if c.i < counted.i]  # "Flight 302" has its number behind it
    numerals += [c for c in before if c.dep_ in ("nummod", "compound", "amod", "nmod") and is_numeral(c)]
    numerals += [g for c in before if c.dep_ == "nummod" for g in c.children if is_numeral(g)]
    return read_number(numerals[0]) if numerals else None
