"""The words of a doc that the lexicons know, by the tokens that they stand at."""

import re
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.known import Known, Sort, count_countries, index_known, settle, written_alike
from onrecord.lexicon.people import Noun, PeopleLexicon, Title
from onrecord.lexicon.phrases import Found, fold

SPELLED_OUT = re.compile(
    r"(?P<long>(?:[A-Z][\w'’-]*\s+(?:(?:of|for|the|and|in)\s+)*){2,8})\((?P<short>[A-Z][A-Za-z-]{1,9})\)"
)
"""A name and the acronym that a text gives it in brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """A phrase of a lexicon at tokens `start` to `end` (exclusive) of a doc."""

    start: int
    end: int
    known: Known | None = None
    noun: Noun | None = None
    title: Title | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The lexicon phrases of one doc, by the token that they begin with, and the nouns by the one they end with.

    `tokens` are the doc's: each is made anew whenever a doc is gone through, which costs more than what is asked of it.
    """

    tokens: tuple[Token, ...]
    known: dict[int, At]
    nouns: dict[int, At]
    noun_at: dict[int, At]
    titles: dict[int, At]


def find_words(
    doc: Doc, lexicon: PeopleLexicon, countries: Countries, headline: int = 0, date: str | None = None
) -> Words:
    """Every phrase of the lexicons in the doc that begins and ends where tokens do.

    Short forms of countries ("Pak") are looked for only in the headline, which ends at `headline`. A name that several
    groups bear is that of the country most spoken of, among those that existed on the `date`.
    """
    text = doc.text
    folded = fold(text)
    tokens = tuple(doc)
    starts = {t.idx: i for i, t in enumerate(tokens)}
    ends = {t.idx + len(t): i for i, t in enumerate(tokens, start=1)}

    def standing(found: Found[Any]) -> tuple[int, int] | None:
        start, end = starts.get(found.start), ends.get(found.end)
        return (start, end) if start is not None and end is not None else None

    def may_stand(start: int, end: int, name: Known) -> bool:
        short = name.sort == Sort.SHORT and start >= headline
        return not short and written_alike(text[start:end], name.written)

    names = index_known(lexicon, countries.all).find(folded, may_stand)
    known = {at[0]: At(start=at[0], end=at[1], known=f.value) for f in names if (at := standing(f))}
    nouns = [At(start=at[0], end=at[1], noun=f.value) for f in lexicon.nouns.find(folded) if (at := standing(f))]
    titles = {
        at[0]: At(start=at[0], end=at[1], title=f.value)
        for f in lexicon.title_words.find(folded)
        if text[f.start].isupper() and (at := standing(f))
    }
    return Words(
        tokens=tokens,
        known=settled(without_own(known, text), date),
        nouns={n.start: n for n in nouns},
        noun_at={i: n for n in nouns for i in range(n.start, n.end)},
        titles=titles,
    )


def settled(known: dict[int, At], date: str | None) -> dict[int, At]:
    """The known names, each as one group's where the countries spoken of decide."""
    spoken = count_countries(at.known for at in known.values() if at.known is not None)
    return {i: replace(at, known=settle(at.known, spoken, date)) if at.known else at for i, at in known.items()}


def without_own(known: dict[int, At], text: str) -> dict[int, At]:
    """The known names without the acronyms that the text itself gives to something else: the Free Delta Army (FDA)."""
    own = {m["short"] for m in SPELLED_OUT.finditer(text) if initials(m["long"]).endswith(m["short"].upper())}
    if not own:
        return known
    return {i: at for i, at in known.items() if at.known is None or not is_others(at.known, own, text)}


def is_others(known: Known, own: set[str], text: str) -> bool:
    """Whether an acronym is the text's own, and no full name of the group that bears it elsewhere stands there too."""
    groups = (*known.rivals, *((known.group,) if known.group else ()))
    names = {name for g in groups for name in (g.name, *g.names) if name != known.written}
    return known.written in own and not any(name in text for name in names)


def initials(words: str) -> str:
    """The first letters of the words with a capital."""
    return "".join(word[0] for word in words.split() if word[0].isupper())
