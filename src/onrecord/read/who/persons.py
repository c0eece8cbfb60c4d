"""Persons of the register in the words of a description: by their whole names, or by a surname and an office."""

import re
from collections.abc import Iterator, Sequence

from onrecord.lexicon.people import PeopleLexicon
from onrecord.lexicon.register.entries import Held, Person
from onrecord.lexicon.register.persons import SUFFIXES, Persons
from onrecord.read.who.telling import FORMER, Sign

WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*\.?")
BEFORE = re.compile(r"\b([A-Z][\w'’-]*)\s$")
AFTER = re.compile(r"\s([A-Z][\w'’-]*)")
ARTICLES = frozenset(("the", "a", "an", "then"))
LONGEST = 7
"""Words of the longest name that is looked for."""


def find_person(
    mention: str,
    signs: Sequence[Sign],
    lexicon: PeopleLexicon,
    *,
    country: str | None = None,
    date: str | None = None,
) -> Person | None:
    """The one person of the register whom a description names; None where it names nobody, or might name several.

    `country` is what the words tell otherwise: persons of other countries are not meant.
    """
    named = [p for p in by_name(mention, signs, lexicon.persons) if of_country(p, country)]
    if named:
        return the_one(named, date)
    surname = last_word(mention)
    held = offices_in(signs, lexicon)
    if surname is None or not held:
        return None
    past = any(s.word in FORMER for s in signs)
    found = [p for p in lexicon.persons.surnamed(surname) if of_country(p, country)]
    for office in held:
        holding = [p for p in found if holds(p, office, date, past)]
        if holding:
            return the_one(holding, date)
    return None


def by_name(mention: str, signs: Sequence[Sign], persons: Persons) -> tuple[Person, ...]:
    """The persons whose whole name stands in the words, the longest name first.

    A name of one word must stand alone, and none may be part of a longer name: a king is not who bears his names too.
    """
    plain = {s.word for s in signs if s.word} - FORMER - ARTICLES
    words = [(m.start(), m.end()) for m in WORD.finditer(mention)]
    for length in range(min(LONGEST, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            if not mention[start].isupper() or (length == 1 and len(words) > 1):
                continue
            found = persons.named(mention[start:end].replace("’s", "").removesuffix("'s"))
            if found and not goes_on(mention, start, end, plain):
                return found
    return ()


def goes_on(mention: str, start: int, end: int, plain: set[str]) -> bool:
    """Whether a word with a capital that means nothing else stands right before or after a name."""
    beside = (BEFORE.search(mention[:start]), AFTER.match(mention[end:]))
    return any(m is not None and m[1].lower() in plain for m in beside)


def last_word(mention: str) -> str | None:
    """The last word, if it has a capital as a surname has."""
    words = WORD.findall(mention)
    while words and words[-1].lower().rstrip(".") in SUFFIXES:
        words.pop()
    return words[-1] if len(words) > 1 and words[-1][0].isupper() else None


def offices_in(signs: Sequence[Sign], lexicon: PeopleLexicon) -> tuple[Held, ...]:
    """The offices that the nouns and titles name."""
    return tuple(held for word in office_words(signs) for held in lexicon.offices.get(word, ()))


def office_words(signs: Sequence[Sign]) -> Iterator[str]:
    for sign in signs:
        if sign.noun is not None and not sign.noun.plural:
            yield sign.noun.lemma


def of_country(person: Person, country: str | None) -> bool:
    """Whether a person is one of the country, or no country is told."""
    return country is None or any(t.country == country for t in person.terms)


def holds(person: Person, office: Held, date: str | None, past: bool) -> bool:
    """Whether a person holds an office on the date; `past`, or without a date: ever did."""
    terms = person.terms if past or date is None else person.terms_on(date)
    return any(t.held == office for t in terms)


def the_one(persons: Sequence[Person], date: str | None) -> Person | None:
    """The one person; of several, the one in office on the date."""
    if len(persons) > 1:
        persons = [p for p in persons if p.terms_on(date)]
    return persons[0] if len(persons) == 1 else None
