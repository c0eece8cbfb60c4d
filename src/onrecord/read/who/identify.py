"""The country and sectors of an actor that is described in a few words, without a report around it."""

import re
from dataclasses import dataclass
from itertools import chain

from onrecord.lexicon.countries import Countries, load_countries
from onrecord.lexicon.known import Sort, index_known, written_alike
from onrecord.lexicon.people import PeopleLexicon, load_people
from onrecord.lexicon.phrases import fold
from onrecord.read.who.telling import BACKING, Sign, tell

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
BACKER = re.compile(rf"\b[A-Z][\w.]*-(?:{'|'.join(sorted(BACKING))})\b")
EX = re.compile(r"\bex-(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A described actor: ISO-3 country or PLOVER code of what belongs to no state, and PLOVER sectors."""

    country: str | None = None
    sectors: tuple[str, ...] = ()


def identify(mention: str, *, context: str | None = None, date: str | None = None) -> Actor:
    """`identify_actor` by the lexicons that ship."""
    return identify_actor(mention, load_people(), load_countries(), context=context, date=date)


def identify_actor(
    mention: str,
    lexicon: PeopleLexicon,
    countries: Countries,
    *,
    context: str | None = None,
    date: str | None = None,
) -> Actor:
    """Country and sectors that the words tell; what they don't tell is absent.

    `context` is asked for a country where the mention names none; `date` (ISO) decides who was in power.
    """
    signs = signs_of(mention, lexicon, countries)
    if is_persons_name(mention, signs):
        return Actor()
    told = tell(signs, date)
    country = told.country
    if country is None and context:
        country = tell(signs_of(context, lexicon, countries), date).country
    return Actor(country=country, sectors=told.sectors)


def is_persons_name(mention: str, signs: tuple[Sign, ...]) -> bool:
    """Whether a country's or a capital's name begins what is plainly a person's: Chad Hurley, Douglas James."""
    first = signs[0].known if signs else None
    return (
        first is not None
        and first.group is None
        and first.sort in (Sort.COUNTRY, Sort.CAPITAL)
        and len(signs) > 1
        and all(s.word for s in signs[1:])
        and all(w[0].isupper() for w in WORD.findall(mention))
    )


def signs_of(text: str, lexicon: PeopleLexicon, countries: Countries) -> tuple[Sign, ...]:
    """The known names, nouns, titles and other words of a text in order; of two that overlap, the longer."""
    text = BACKER.sub(" ", EX.sub("ex ", text))
    folded = fold(text)
    found: list[tuple[int, int, Sign]] = []
    for f in index_known(lexicon, countries.all).find(folded):
        if written_alike(text[f.start : f.end], f.value.written):
            found.append((f.start, f.end, Sign(word="", known=f.value)))
    for noun in lexicon.nouns.find(folded):
        found.append((noun.start, noun.end, Sign(word="", noun=noun.value)))
    for title in lexicon.title_words.find(folded):
        if text[title.start].isupper():
            found.append((title.start, title.end, Sign(word="", title=title.value)))
    words = ((m.start(), m.end(), Sign(word=m[0].lower())) for m in WORD.finditer(text))
    chosen: list[tuple[int, int, Sign]] = []
    for start, end, sign in sorted(chain(found, words), key=lambda s: (s[2].word != "", s[0] - s[1], s[0])):
        if not any(start < e and s < end for s, e, _ in chosen):
            chosen.append((start, end, sign))
    return tuple(sign for _, _, sign in sorted(chosen, key=lambda c: c[0]))
