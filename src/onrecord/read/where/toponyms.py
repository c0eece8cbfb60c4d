"""Where a report names a place, and what each name could stand for. Which one it is, `placing.py` decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from onrecord.lexicon.countries import Countries, Country
from onrecord.lexicon.gazetteer import Candidate, Gazetteer, Match
from onrecord.lexicon.place_words import place_words
from onrecord.lexicon.placekey import place_key
from onrecord.model import Extent, Precision
from onrecord.read.where.toponym_evidence import PLACE_LABELS, Mention, believed, is_hand_made
from onrecord.read.where.toponym_words import Word, find_words

LONGEST_UNKNOWN = 60
LONGEST_KNOWN = 60
SHORTEST = 2
"""Letters of a name: "the W National Park" names no town of one letter."""


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
    mentions = list(find_mentions(words, text, gazetteer, countries))
    kept = [m for m, keep in zip(mentions, believed(mentions, words), strict=True) if keep]
    found = [as_toponym(m, words, text) for m in kept]
    found += unknown_names(doc, text, found)
    return tuple(sorted(found, key=lambda t: t.extent))


def find_mentions(words: Sequence[Word], text: str, gazetteer: Gazetteer, countries: Countries) -> Iterator[Mention]:
    """The longest known names, from left to right."""
    at = 0
    while at < len(words):
        opens = words[at].capital or words[at].text[0].isdigit()
        mention = longest_at(words, at, text, gazetteer, countries) if opens else None
        if mention is None:
            at += 1
            continue
        yield mention
        at = mention.stop


def longest_at(words: Sequence[Word], at: int, text: str, gazetteer: Gazetteer, countries: Countries) -> Mention | None:
    """The longest known name that begins with a word."""
    first = words[at]
    limit = gazetteer.longest(first.text)
    least = 2 if first.lower in place_words().sides else 1
    tails = place_words().tails
    stop = at + 1
    while stop < min(len(words), at + 2 * limit) and not words[stop].breaks:
        stop += 1
    for end in range(stop, at, -1):
        last = words[end - 1]
        if last.end - first.start > LONGEST_KNOWN or not (last.capital or last.lower in tails or end == at + 1):
            continue
        name = text[first.start : last.end]
        key = place_key(name)
        count = key.count(" ") + 1
        if len(key) < SHORTEST or count > max(limit, 2) or count < least or "\n" in name:
            continue
        candidates = known_places(name, gazetteer, countries)
        if candidates and (last.capital or is_hand_made(candidates[0])):
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


def unknown_names(doc: Doc, text: str, known: Sequence[Toponym]) -> Iterator[Toponym]:
    """Names that the parser takes for places and that no source knows; a single word needs a preposition too."""
    covered = {at for toponym in known for at in range(toponym.extent.start, toponym.extent.end)}
    for entity in doc.ents:
        if entity.label_ not in PLACE_LABELS or not covered.isdisjoint(range(entity.start_char, entity.end_char)):
            continue
        tokens = capitalised_part(entity)
        if not tokens or (len(tokens) == 1 and not follows_placing(doc, tokens[0].i)):
            continue
        extent = Extent(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))
        name = extent.of(text)
        if place_key(name) and len(name) < LONGEST_UNKNOWN:
            yield Toponym(extent=extent, name=name, key=place_key(name), candidates=())


def capitalised_part(entity: Span) -> list[Token]:
    """The words of an entity from its first to its last capital."""
    capitals = [i for i, token in enumerate(entity) if token.text[0].isupper()]
    return list(entity[capitals[0] : capitals[-1] + 1]) if capitals else []


def follows_placing(doc: Doc, at: int) -> bool:
    """Whether a word that a place's name follows stands before a token."""
    before = doc[at - 1].lower_ if at else ""
    words = place_words()
    return before in words.placing or before in words.weakly_placing or before in ("the", ",", "-")
