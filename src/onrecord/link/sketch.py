"""What is compared of a report: small, plain, and a function of the report and its reading alone."""

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from onrecord.link import deeds
from onrecord.link.deeds import GUESSED, LEAD, SPEECH, Deed, day_number, find_deeds
from onrecord.link.spots import Spot, spot_of
from onrecord.link.terms import find_terms
from onrecord.model import Document, Entity, Event, Kind, Modality, Reading
from onrecord.model.grounding import TimeType
from onrecord.record.names import name_key

LONGEST = 3
"""Days of the longest time that tells one deed from another by its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """`published` and days count from 0001-01-01.

    `told` are the days on which the lead's deeds are stated to lie, `days` all that the report names; `states` are the
    countries of the lead's parties, `figures` like `killed 3`, `events` the ids of those of the report's own incident.
    None of these has what the report only recalls; `deed` is the main one, `others` those of which the days are stated.
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
    deed: Deed | None
    others: tuple[Deed, ...]


def make_sketch(document: Document, reading: Reading) -> Sketch:
    """The sketch of a report."""
    found = find_deeds(reading)
    told = [e for e in reading.events if e.id not in found.recalled]
    recalled = [e for e in reading.events if e.id in found.recalled]
    lead = [e for e in told if e.sentence.start < LEAD and e.modality is not Modality.NEGATED]
    days = frozenset(day for e in lead if _deed(e) for day in _stated(e))
    spans = [span for e in recalled for span in e.date.spans]
    entities = {e.id: e for e in reading.entities}
    places = {p.id: p for p in reading.places}
    published = reading.document.published
    return Sketch(
        document=document.id,
        published=None if published.basis in GUESSED else day_number(published.value),
        terms=find_terms(_told_words(document, told, recalled)),
        names=frozenset(k for e in reading.entities if (k := _named(e))),
        types=frozenset(e.type for e in lead),
        states=frozenset(c for e in lead for i in (*e.actor, *e.recipient) if (c := _country(entities.get(i)))),
        told=days,
        days=frozenset(
            day
            for t in reading.times
            if t.type is TimeType.DATE and not any(t.extent.overlaps(s) for s in spans)
            if (day := day_number(t.value)) is not None
        ),
        spots=tuple(sorted({spot_of(places[e.place]) for e in lead if e.place in places}, key=repr)),
        figures=frozenset(f"{f.what} {f.low}" for e in told for f in e.figures if f.low is not None),
        events=tuple(e.id for e in told if e in lead or not days.isdisjoint(_stated(e))),
        deed=found.main,
        others=found.others,
    )


def as_features(sketch: Sketch) -> dict[str, Any]:
    """Its JSON, for the record."""
    return {
        "document": sketch.document,
        "published": sketch.published,
        "terms": dict(sketch.terms),
        "events": list(sketch.events),
        "spots": [list(astuple(spot)) for spot in sketch.spots],
        "main_deed": deeds.as_features(sketch.deed) if sketch.deed else None,
        "other_deeds": [deeds.as_features(deed) for deed in sketch.others],
        **{name: sorted(getattr(sketch, name)) for name in SETS},
    }


def from_features(features: Mapping[str, Any]) -> Sketch:
    """The sketch that `as_features` made the JSON of; one made before deeds were kept has none."""
    main = features.get("main_deed")
    return Sketch(
        document=features["document"],
        published=features["published"],
        terms=features["terms"],
        events=tuple(features["events"]),
        spots=tuple(Spot(*spot) for spot in features["spots"]),
        deed=deeds.from_features(main) if main else None,
        others=tuple(deeds.from_features(deed) for deed in features.get("other_deeds", ())),
        **{name: frozenset(features[name]) for name in SETS},
    )


SETS = ("names", "types", "states", "told", "days", "figures")


def _told_words(document: Document, told: Iterable[Event], recalled: Iterable[Event]) -> str:
    """The report's words with its title, without the sentences that only recall something."""
    text, kept = document.text, [e.sentence for e in told]
    for sentence in sorted({e.sentence for e in recalled}, reverse=True):
        if not any(sentence.overlaps(other) for other in kept):
            text = text[: sentence.start] + text[sentence.end :]
    title = document.title or ""
    return text if text.lstrip().startswith(title) else f"{title}\n{text}"


def _country(entity: Entity | None) -> str | None:
    return entity.country if entity else None


def _named(entity: Entity) -> str | None:
    if entity.kind is Kind.STATE:
        return entity.country
    named = any(m.form == "name" for m in entity.mentions)
    return name_key(entity.name) if named and entity.kind is not Kind.OTHER else None


def _deed(event: Event) -> bool:
    """Whether its day is the incident's: that of a denial is the denial's own."""
    return event.type not in SPEECH and event.modality is Modality.ACTUAL


def _stated(event: Event) -> tuple[int, ...]:
    days = deeds.stated(event)
    return days if len(days) <= LONGEST else ()
