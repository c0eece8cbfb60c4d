"""Events as points (GeoJSON, RFC 7946). `precision` says what a point stands for: a country's is its middle."""

import json
from typing import Any

from onrecord.export import wording
from onrecord.export.formats.pieces import Pieces, Readings
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Event, Place


def pieces(readings: Readings) -> Pieces:
    """One FeatureCollection; says at the end how many events have no point."""
    left, parted = 0, ""
    yield '{"type": "FeatureCollection", "features": ['
    for document, reading in readings:
        report = Lookup(document, reading)
        for event in reading.events:
            place = report.place(event.place)
            if place is None or place.lat is None or place.lon is None:
                left += 1
                continue
            yield f"{parted}\n{json.dumps(_feature(report, event, place), ensure_ascii=False)}"
            parted = ","
    yield "\n]}\n"
    return f"events without a place that has coordinates, left out: {left}" if left else None


def _feature(report: Lookup, event: Event, place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "type": event.type,
            "mode": list(event.mode),
            "quad": event.quad,
            "intensity": event.intensity,
            "start": event.date.start,
            "end": event.date.end,
            "actor": [one_line(entity.name) for entity in report.entities(event.actor)],
            "recipient": [one_line(entity.name) for entity in report.entities(event.recipient)],
            "place": one_line(place.name),
            "country": place.country,
            "precision": place.precision.value,
            "modality": event.modality.value,
            "evidence": event.evidence.value,
            "word": wording.word(report, event),
            "confidence": event.confidence,
            "sentence": report.words([event.sentence]),
            "document": report.reading.document.id,
        },
    }
