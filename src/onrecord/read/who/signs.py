"""The words of a description that may tell something: names, nouns, titles, and what stands between them."""

import re
from collections.abc import Mapping
from itertools import chain

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.known import count_countries, index_known, settle, written_alike
from onrecord.lexicon.people import PeopleLexicon
from onrecord.lexicon.phrases import fold
from onrecord.read.who.telling import BACKING, OWNS, Sign

WORD = re.compile(r"[^\W_]+(?:[-'’](?!s\b)[^\W_]+)*")
OWNER = re.compile(r"\s?['’]s\b|(?<=s)['’](?=\s)")
BACKER = re.compile(rf"\b[A-Z][\w.]*-(?:{'|'.join(sorted(BACKING))})\b")
BEFORE = re.compile(r"\b(ex|then)-(?=\w)", re.IGNORECASE)


def signs_of(
    text: str,
    lexicon: PeopleLexicon,
    countries: Countries,
    *,
    date: str | None = None,
    spoken: Mapping[str, int] | None = None,
) -> tuple[Sign, ...]:
    """The known names, nouns, titles and other words of a text in order; of two that overlap, the longer.

    A name that several groups bear is that of the country spoken of in the text, or of one in `spoken`.
    """
    text = BACKER.sub(" ", BEFORE.sub(r"\1 ", text))
    folded = fold(text)
    found = list(names_and_nouns(text, folded, lexicon, countries))
    words = ((m.start(), m.end(), Sign(word=m[0].lower())) for m in WORD.finditer(text))
    owners = ((m.start(), m.end(), Sign(word=OWNS)) for m in OWNER.finditer(text))
    chosen: list[tuple[int, int, Sign]] = []
    for start, end, sign in sorted(chain(found, owners, words), key=lambda s: (s[2].word != "", s[0] - s[1], s[0])):
        if not any(start < e and s < end for s, e, _ in chosen):
            chosen.append((start, end, sign))
    signs = [sign for _, _, sign in sorted(chosen, key=lambda c: c[0])]
    told = count_countries(s.known for s in signs if s.known is not None) or spoken or {}
    return tuple(Sign(word="", known=settle(s.known, told, date)) if s.known is not None else s for s in signs)


def names_and_nouns(
    text: str, folded: str, lexicon: PeopleLexicon, countries: Countries
) -> "chain[tuple[int, int, Sign]]":
    """Every known name, noun, adjective and title, with where it stands."""
    names = index_known(lexicon, countries.all)
    known = (
        (f.start, f.end, Sign(word="", known=f.value))
        for f in names.find(folded, lambda start, end, name: written_alike(text[start:end], name.written))
    )
    nouns = ((f.start, f.end, Sign(word="", noun=f.value)) for f in lexicon.nouns.find(folded))
    adjectives = ((f.start, f.end, Sign(word="", adjective=f.value)) for f in lexicon.adjectives.find(folded))
    titles = (
        (f.start, f.end, Sign(word="", title=f.value))
        for f in lexicon.title_words.find(folded)
        if text[f.start].isupper()
    )
    return chain(known, nouns, titles, adjectives)
