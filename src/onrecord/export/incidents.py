"""Incidents as JSON lines: what happened, in which reports, who really says so, and the figures."""

import json
from typing import Any

from onrecord.link.answers import Answer
from onrecord.model import to_json
from onrecord.record.rows import SayingRow
from onrecord.views import Count, Incident


def incident_line(incident: Incident) -> str:
    """One JSON object: `documents` mainly tell of the incident, `also` do beside another."""
    return json.dumps(_incident(incident), ensure_ascii=False)


def _incident(incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id,
        "documents": [document.id for document in incident.reports],
        "also": [document.id for document in incident.also],
        "events": [{"document": document, "id": event} for document, event in incident.events],
        "date": {"start": incident.since, "end": incident.until},
        "place": {"name": incident.place, "country": incident.country} if incident.place else None,
        "actor": list(incident.actors),
        "recipient": list(incident.recipients),
        "type": incident.type,
        "outlets": list(incident.outlets),
        "origins": [to_json(origin) for origin in incident.origins],
        "sides": list(incident.sides),
        "denied_by": list(incident.denied_by),
        "denials": [_denial(answer) for answer in incident.denials],
        "figures": [_count(count) for count in incident.figures],
        "credibility": [to_json(grade) for grade in incident.credibility],
    }


def _denial(answer: Answer) -> dict[str, Any]:
    return {"denial": _saying(answer.denial), "answers": _saying(answer.claim), "likeness": answer.likeness}


def _saying(saying: SayingRow) -> dict[str, Any]:
    return {"document": saying.document.id, "id": saying.id, "by": saying.source, "words": saying.words}


def _count(count: Count) -> dict[str, Any]:
    told = [
        {
            "low": dated.figure.low,
            "high": dated.figure.high,
            "by": [voice.name for voice in dated.figure.voices],
            "published": dated.published,
            "document": dated.document.id,
        }
        for dated in count.told
    ]
    return {
        "what": count.what,
        "whose": count.whose,
        "currency": count.currency,
        "since": count.since,
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "told": told,
    }
