"""Names that are known beforehand: countries, their peoples and capitals, and the register's groups and bodies."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc

from onrecord.lexicon.countries import Countries, Country
from onrecord.lexicon.people import Group, Noun, PeopleLexicon, Title, all_names
from onrecord.lexicon.phrases import Found, Phrases, fold


class Sort(StrEnum):
    """What a known name names."""

    COUNTRY = "country"
    PEOPLE = "people"
    CAPITAL = "capital"
    SHORT = "short"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A name as it is written, and what it names: a country by its code, or a group of the register."""

    written: str
    sort: Sort
    country: str | None
    group: Group | None = None


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
    """The lexicon phrases of one doc, by the token that they begin with, and the nouns by the one they end with."""

    known: dict[int, At]
    nouns: dict[int, At]
    noun_at: dict[int, At]
    titles: dict[int, At]


@lru_cache(maxsize=8)
def index_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Phrases[Known]:
    """All known names as one index; the register comes before countries, countries before peoples and capitals."""
    return Phrases((known.written, known) for known in _all_known(lexicon, countries))


def _all_known(lexicon: PeopleLexicon, countries: tuple[Country, ...]) -> Iterator[Known]:
    for group in lexicon.groups:
        for name in all_names(group):
            yield Known(written=name, sort=Sort.GROUP, country=group.country, group=group)
    for country in countries:
        for name in (country.name, *country.names):
            yield Known(written=name, sort=Sort.COUNTRY, country=country.code)
    for country in countries:
        for name in country.demonyms:
            yield Known(written=name, sort=Sort.PEOPLE, country=country.code)
    for country in countries:
        for name in country.seats:
            yield Known(written=name, sort=Sort.CAPITAL, country=country.code)
    for country in countries:
        for name in country.short:
            yield Known(written=name, sort=Sort.SHORT, country=country.code)


def find_words(doc: Doc, lexicon: PeopleLexicon, countries: Countries, headline: int = 0) -> Words:
    """Every phrase of the lexicons in the doc that begins and ends where tokens do.

    Short forms of countries ("Pak") are looked for only in the headline, which ends at `headline`.
    """
    text = doc.text
    folded = fold(text)
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t.text): t.i + 1 for t in doc}

    def tokens(found: Found[object]) -> tuple[int, int] | None:
        start, end = starts.get(found.start), ends.get(found.end)
        return (start, end) if start is not None and end is not None else None

    known: dict[int, At] = {}
    for f in index_known(lexicon, countries.all).find(folded):
        if f.value.sort == Sort.SHORT and f.start >= headline:
            continue
        if (at := tokens(f)) and written_alike(text[f.start : f.end], f.value.written):
            known[at[0]] = At(start=at[0], end=at[1], known=f.value)
    nouns = [At(start=at[0], end=at[1], noun=f.value) for f in lexicon.nouns.find(folded) if (at := tokens(f))]
    titles = {
        at[0]: At(start=at[0], end=at[1], title=f.value)
        for f in lexicon.title_words.find(folded)
        if text[f.start].isupper() and (at := tokens(f))
    }
    return Words(
        known=known,
        nouns={n.start: n for n in nouns},
        noun_at={i: n for n in nouns for i in range(n.start, n.end)},
        titles=titles,
    )


def written_alike(here: str, written: str) -> bool:
    """Whether a name is written as the register writes it: acronyms in capitals, other names with a capital."""
    if written.isupper() and len(written) <= 8:
        return here == written
    return here[0].isupper() or not written[0].isupper()
