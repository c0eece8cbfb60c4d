"""Which place a name stands for: each candidate's score is the sum of the small functions below.

One name has one meaning in a report, so a name's mentions are weighed together. The rounds of `place_names` begin with
what each name says by itself and its neighbours in the sentence, and go on with what the other names turned out to be.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.gazetteer import Candidate, Match
from onrecord.model import Precision
from onrecord.read.where.toponym_evidence import is_inside
from onrecord.read.where.toponyms import Toponym

ROUNDS = 3
NEAR_KM = 160.0
KM_PER_DEGREE = 111.2
SIZES = {
    Precision.COUNTRY: 6.0,
    Precision.ADMIN1: 3.2,
    Precision.ADMIN2: 1.9,
    Precision.REGION: 4.0,
    Precision.POINT: 3.4,
}
TYPES = {
    "province": Precision.ADMIN1,
    "state": Precision.ADMIN1,
    "governorate": Precision.ADMIN1,
    "oblast": Precision.ADMIN1,
    "region": Precision.ADMIN1,
    "district": Precision.ADMIN2,
    "county": Precision.ADMIN2,
    "department": Precision.ADMIN2,
    "city": Precision.CITY,
    "town": Precision.CITY,
    "village": Precision.CITY,
}
TYPE = "|".join(TYPES)
AFTER = re.compile(rf"\s+({TYPE})\b", re.IGNORECASE)
BEFORE = re.compile(rf"\b({TYPE}|capital)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
INTO = re.compile(
    rf"[’']?s?(?:\s+(?:{TYPE}))?(?:,|\s\(|,?\s(?:in|of),?)?\s(?:(?:the|northern|southern|eastern|western)\s)*$"
)


@dataclass(slots=True, kw_only=True)
class Sense:
    """One name of a report with what its mentions say about it, and the candidate that leads so far."""

    candidates: tuple[Candidate, ...]
    mentions: int = 0
    types: Counter[Precision] = field(default_factory=Counter)
    containers: list["Sense"] = field(default_factory=list)
    own: tuple[float, ...] = ()
    best: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the other names of the report are taken for: its shares of countries and provinces, and points."""

    countries: Mapping[str, float]
    provinces: Mapping[tuple[str, str], float]
    points: Sequence[tuple[float, float]]


def place_names(toponyms: Sequence[Toponym], text: str, countries: Countries) -> dict[str, Candidate]:
    """The place of each key of `toponyms`; keys without candidates are left out."""
    senses = gather(toponyms, text)
    for sense in senses.values():
        sense.own = tuple(score_alone(c, sense, countries) for c in sense.candidates)
    choose(senses, None)
    for _ in range(ROUNDS):
        for key, sense in senses.items():
            sense.best = best_of(sense, look_around(senses, key)) if len(sense.candidates) > 1 else sense.best
    return {key: sense.best for key, sense in senses.items() if sense.best is not None}


def gather(toponyms: Sequence[Toponym], text: str) -> dict[str, Sense]:
    """The names of a report, each with the type words beside it and the names that it is said to lie in."""
    senses: dict[str, Sense] = {}
    for toponym in toponyms:
        if toponym.candidates:
            sense = senses.setdefault(toponym.key, Sense(candidates=toponym.candidates))
            sense.mentions += 1
            for kind in type_words(toponym, text):
                sense.types[kind] += 1
    for inner, outer in pairwise(toponyms):
        if inner.candidates and outer.candidates and lies_in(inner, outer, text):
            senses[inner.key].containers.append(senses[outer.key])
    return senses


def lies_in(inner: Toponym, outer: Toponym, text: str) -> bool:
    """Whether the words between two names say that one lies in the other: a comma, "district in", "province of"."""
    return inner.key != outer.key and INTO.fullmatch(text, inner.extent.end, outer.extent.start) is not None


def type_words(toponym: Toponym, text: str) -> list[Precision]:
    after = AFTER.match(text, toponym.extent.end)
    before = BEFORE.search(text, max(0, toponym.extent.start - 30), toponym.extent.start)
    words = [m[1].lower() for m in (after, before) if m]
    return [TYPES.get(w, Precision.CITY) for w in words]


def choose(senses: Mapping[str, Sense], around: Surroundings | None) -> None:
    for sense in senses.values():
        sense.best = best_of(sense, around)


def best_of(sense: Sense, around: Surroundings | None) -> Candidate:
    """The candidate with the highest score; of equals the first, which is the larger."""
    scores = [
        own + by_container(c, sense) + (score_among(c, around) if around else 0.0)
        for c, own in zip(sense.candidates, sense.own, strict=True)
    ]
    return sense.candidates[scores.index(max(scores))]


def look_around(senses: Mapping[str, Sense], left_out: str) -> Surroundings:
    """What all names but one stand for."""
    countries: defaultdict[str, float] = defaultdict(float)
    provinces: defaultdict[tuple[str, str], float] = defaultdict(float)
    points: list[tuple[float, float]] = []
    total = 0.0
    for key, sense in senses.items():
        best = sense.best
        if key == left_out or best is None or best.country is None:
            continue
        weight = math.sqrt(sense.mentions)
        total += weight
        countries[best.country] += weight
        if best.code is not None and best.kind is not Precision.COUNTRY:
            provinces[best.country, best.code] += weight
            if best.kind is not Precision.ADMIN1:
                points.append((best.lat, best.lon))
    share = 1.0 / total if total else 0.0
    return Surroundings(
        countries={k: v * share for k, v in countries.items()},
        provinces={k: v * share for k, v in provinces.items()},
        points=points,
    )


def score_alone(candidate: Candidate, sense: Sense, countries: Countries) -> float:
    """What speaks for a candidate whatever else the report names."""
    return by_size(candidate) + by_match(candidate) + by_type(candidate, sense) + by_capital(candidate, countries)


def score_among(candidate: Candidate, around: Surroundings) -> float:
    """What the other names of the report say for a candidate."""
    return by_country(candidate, around) + by_province(candidate, around) + by_distance(candidate, around)


def by_size(candidate: Candidate) -> float:
    """Large places are named more often than small ones: about one point for each ten times as many people."""
    if candidate.kind is Precision.CITY:
        return 0.8 * math.log10(candidate.population + 100) - 1.0
    return SIZES[candidate.kind]


def by_match(candidate: Candidate) -> float:
    """A place's other names count less, so that Islamabad is not Chattogram."""
    return -1.5 if candidate.match is Match.OTHER else 0.0


def by_type(candidate: Candidate, sense: Sense) -> float:
    """The word beside the name says what kind of place it is: "Kabul province"."""
    if not sense.types:
        return 0.0
    return 2.5 if sense.types[candidate.kind] else -0.5


def by_capital(candidate: Candidate, countries: Countries) -> float:
    """A capital is named more often than another town of its size."""
    if candidate.kind is not Precision.CITY or candidate.country is None:
        return 0.0
    country = countries.by_capital(candidate.name)
    return 1.0 if country is not None and country.code == candidate.country else 0.0


def by_container(candidate: Candidate, sense: Sense) -> float:
    """The name after the comma holds the place: "Paris, Texas"."""
    return 6.0 if any(outer.best and is_inside(candidate, outer.best) for outer in sense.containers) else 0.0


def by_country(candidate: Candidate, around: Surroundings) -> float:
    """A report's places lie mostly in the countries that it names."""
    return 2.5 * around.countries.get(candidate.country or "", 0.0)


def by_province(candidate: Candidate, around: Surroundings) -> float:
    """And in the provinces that it names."""
    if candidate.country is None or candidate.code is None:
        return 0.0
    weight = 1.5 if candidate.kind is Precision.ADMIN1 else 3.0
    return weight * around.provinces.get((candidate.country, candidate.code), 0.0)


def by_distance(candidate: Candidate, around: Surroundings) -> float:
    """A place near others of the report is likelier than its namesake far away."""
    if candidate.kind in (Precision.COUNTRY, Precision.REGION) or not around.points:
        return 0.0
    near = sum(1 for lat, lon in around.points if kilometres(candidate.lat, candidate.lon, lat, lon) < NEAR_KM)
    return 2.0 * near / len(around.points)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points in km, on a flat map: good to a percent over some hundred kilometres."""
    across = (lon - other_lon) * math.cos(math.radians((lat + other_lat) / 2))
    return KM_PER_DEGREE * math.hypot(lat - other_lat, across)
