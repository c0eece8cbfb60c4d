"""Where a report names a place, and what each name could stand for. Which one it is, `placing.py` decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from onrecord.lexicon.countries import Countries, Country
from onrecord.lexicon.gazetteer import Candidate, Gazetteer, Match
from onrecord.lexicon.placekey import place_key
from onrecord.model import Extent, Precision
from onrecord.read.toponym_evidence import SIDES, Mention, believed
from onrecord.read.toponym_words import Word, find_words

PLACE_LABELS = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name in the text. `candidates` is empty when no source knows the name."""

    extent: Extent
    name: str
    key: str
    candidates: tuple[Candidate, ...]


def find_toponyms(
    doc: Doc, text: str, gazetteer: Gazetteer, countries: Countries, taken: Sequence[Extent]
) -> tuple[Toponym, ...]:
    """The place names of a document in the order of the text, without overlaps.

    `taken` are the names of persons and bodies; inside a body's name only well-known places are found.
    """
    words = find_words(doc, text, taken)
    mentions = [m for m in find_mentions(words, text, gazetteer, countries)]
    kept = [m for m, keep in zip(mentions, believed(mentions, words), strict=True) if keep]
    found = [as_toponym(m, words, text) for m in kept]
    found += unknown_names(doc, text, words, found)
    return tuple(sorted(found, key=lambda t: t.extent))


def find_mentions(words: Sequence[Word], text: str, gazetteer: Gazetteer, countries: Countries) -> Iterator[Mention]:
    """The longest known names, from left to right."""
    at = 0
    while at < len(words):
        mention = longest_at(words, at, text, gazetteer, countries) if words[at].capital else None
        if mention is None:
            at += 1
            continue
        yield mention
        at = mention.stop


def longest_at(
    words: Sequence[Word], at: int, text: str, gazetteer: Gazetteer, countries: Countries
) -> Mention | None:
    """The longest known name that begins with a word."""
    first = words[at]
    limit = gazetteer.longest(first.text)
    least = 2 if first.lower in SIDES else 1
    stop = min(len(words), at + 2 * limit + 1)
    for end in range(stop, at, -1):
        last = words[end - 1]
        if end - at > 1 and (last.start - first.start > 60 or not last.capital or last.breaks_after(first)):
            continue
        name = text[first.start : last.end]
        count = place_key(name).count(" ") + 1
        if count > max(limit, 2) or count < least or "\n" in name:
            continue
        candidates = known_places(name, gazetteer, countries)
        if candidates:
            return Mention(start=at, stop=end, name=name, candidates=candidates)
    return None


def known_places(name: str, gazetteer: Gazetteer, countries: Countries) -> tuple[Candidate, ...]:
    """What a name could stand for: a country, and what the gazetteer has under it."""
    country, people = countries.by_name(name), countries.by_demonym(name)
    found = tuple(as_candidate(c, m) for c, m in ((country, Match.NAME), (people, Match.DEMONYM)) if c is not None)
    return found + gazetteer.candidates(name)


def as_candidate(country: Country, match: Match) -> Candidate:
    return Candidate(
        name=country.name,
        kind=Precision.COUNTRY,
        country=country.code,
        code=None,
        admin1=None,
        lat=country.lat,
        lon=country.lon,
        geonameid=country.geonameid,
        population=0,
        match=match,
    )


def as_toponym(mention: Mention, words: Sequence[Word], text: str) -> Toponym:
    extent = Extent(words[mention.start].start, words[mention.stop - 1].end)
    return Toponym(extent=extent, name=mention.name, key=place_key(mention.name), candidates=mention.candidates)


def unknown_names(doc: Doc, text: str, words: Sequence[Word], known: Sequence[Toponym]) -> Iterator[Toponym]:
    """Names that the parser takes for places and that no source knows."""
    covered = {at for toponym in known for at in range(toponym.extent.start, toponym.extent.end)}
    for entity in doc.ents:
        if entity.label_ not in PLACE_LABELS:
            continue
        tokens = [t for t in entity if t.text[:1].isalpha()]
        while tokens and not tokens[0].text[0].isupper():
            tokens.pop(0)
        while tokens and not tokens[-1].text[0].isupper():
            tokens.pop()
        if not tokens:
            continue
        extent = Extent(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
        name = extent.of(text)
        if covered.isdisjoint(range(extent.start, extent.end)) and place_key(name) and len(name) < 60:
            yield Toponym(extent=extent, name=name, key=place_key(name), candidates=())
