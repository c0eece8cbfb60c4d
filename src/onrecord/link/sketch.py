"""What is compared of a report: small, plain, and a function of the report and its reading alone."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date as Date
from typing import Any

from onrecord.link.terms import find_terms
from onrecord.model import Document, Entity, Event, Kind, Modality, Place, Reading
from onrecord.model.document import Basis
from onrecord.model.grounding import TimeType
from onrecord.record.names import name_key

LEAD = 700
"""Characters from the beginning within which a report says what it mainly tells of."""
GUESSED = frozenset({Basis.INFERRED, Basis.UNKNOWN})
"""What a publication date may rest on without being sure enough to tell two reports apart."""
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT"})
"""Types that are often an echo of the incident rather than the incident."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the lead: its name's key, what it lies in, degrees north and east, and how wide it is."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """`published` and days count from 0001-01-01.

    `told` are the days on which the lead's deeds are stated to lie, `days` all that the report names; `states` are the
    countries of the lead's parties, `figures` like `killed 3`, `events` the ids of those of the report's own incident,
    `deed` that of the first deed of the lead.
    """

    document: str
    published: int | None
    terms: Mapping[str, float]
    names: frozenset[str]
    types: frozenset[str]
    states: frozenset[str]
    told: frozenset[int]
    days: frozenset[int]
    spots: tuple[Spot, ...]
    figures: frozenset[str]
    events: tuple[str, ...]
    deed: str | None


def make_sketch(document: Document, reading: Reading) -> Sketch:
    """The sketch of a report."""
    title = document.title or ""
    text = document.text if document.text.lstrip().startswith(title) else f"{title}\n{document.text}"
    lead = [e for e in reading.events if e.sentence.start < LEAD and e.modality is not Modality.NEGATED]
    told = frozenset(day for e in lead if _deed(e) for day in _stated(e))
    entities = {e.id: e for e in reading.entities}
    places = {p.id: p for p in reading.places}
    published = reading.document.published
    return Sketch(
        document=document.id,
        published=None if published.basis in GUESSED else _day(published.value),
        terms=find_terms(text),
        names=frozenset(k for e in reading.entities if (k := _named(e))),
        types=frozenset(e.type for e in lead),
        states=frozenset(c for e in lead for i in (*e.actor, *e.recipient) if (c := _country(entities.get(i)))),
        told=told,
        days=frozenset(d for t in reading.times if t.type is TimeType.DATE and (d := _day(t.value)) is not None),
        spots=tuple(sorted({_spot(places[e.place]) for e in lead if e.place in places}, key=repr)),
        figures=frozenset(f"{f.what} {f.low}" for e in reading.events for f in e.figures if f.low is not None),
        events=tuple(e.id for e in reading.events if e in lead or _about(e, told)),
        deed=next((e.id for e in lead if _deed(e)), None),
    )


def as_features(sketch: Sketch) -> dict[str, Any]:
    """Its JSON, for the record."""
    return {
        "document": sketch.document,
        "published": sketch.published,
        "terms": dict(sketch.terms),
        "events": list(sketch.events),
        "deed": sketch.deed,
        "spots": [list(astuple(spot)) for spot in sketch.spots],
        **{name: sorted(getattr(sketch, name)) for name in SETS},
    }


def from_features(features: Mapping[str, Any]) -> Sketch:
    """The sketch that `as_features` made the JSON of; one made before deeds were kept has none."""
    return Sketch(
        document=features["document"],
        published=features["published"],
        terms=features["terms"],
        events=tuple(features["events"]),
        deed=features.get("deed"),
        spots=tuple(Spot(*spot) for spot in features["spots"]),
        **{name: frozenset(features[name]) for name in SETS},
    )


SETS = ("names", "types", "states", "told", "days", "figures")


def _country(entity: Entity | None) -> str | None:
    return entity.country if entity else None


def _named(entity: Entity) -> str | None:
    if entity.kind is Kind.STATE:
        return entity.country
    named = any(m.form == "name" for m in entity.mentions)
    return name_key(entity.name) if named and entity.kind is not Kind.OTHER else None


def _day(value: str | None) -> int | None:
    try:
        return Date.fromisoformat(value).toordinal() if value and len(value) == len("2025-03-18") else None
    except ValueError:
        return None


def _deed(event: Event) -> bool:
    """Whether its day is the incident's: that of a denial is the denial's own."""
    return event.type not in SPEECH and event.modality is Modality.ACTUAL


def _about(event: Event, told: frozenset[int]) -> bool:
    """Whether an event further down is of the days on which the lead's deeds lie."""
    return not told.isdisjoint(_stated(event))


def _stated(event: Event) -> tuple[int, ...]:
    start, end = _day(event.date.start), _day(event.date.end)
    if event.date.basis == "published" or start is None or end is None or end - start > 2:
        return ()
    return tuple(range(start, end + 1))


def _spot(place: Place) -> Spot:
    return Spot(name_key(place.name), place.country, place.admin1, place.lat, place.lon, place.precision.value)
