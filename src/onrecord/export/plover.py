"""PLOVER 2.0 records, one for each event, with who says so in named fields beside PLOVER's own.

Which events become records. A PLOVER record says that something happened, and the manual's modes for the rest
("future", "hypothetical", "negation") were never put to use. So:

- `actual` events are exported, whatever their `evidence`: that a claim is denied is said in the fields beside.
- `future` events are exported where the manual codes the promise itself: CONSULT, SUPPORT, COOPERATE and AID become
  AGREE, RETREAT becomes CONCEDE (their modes fall away); AGREE, CONCEDE, REQUEST and THREATEN stay what they are.
- other `future` events, `hypothetical` and `negated` ones are not exported: nothing is on record as having happened.

PLOVER requires a date: the first day of the event's interval, else the report's own (`date_basis` says which). An
event of a report without any date is left out, and `undated` counts it. `actor` is an empty list for nobody named.
`size` takes the lowest number that anybody gives; `figures` holds every number with its teller.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export.formats.pieces import Pieces, Readings, without_date
from onrecord.export.lookup import Lookup
from onrecord.model import Attribution, Document, Entity, Event, Figure, Modality, Place, Reading, to_json

CODEBOOK = "plover-2.0-draft"

PROMISED = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "RETREAT": "CONCEDE",
}
"""What a promise of this type is coded as."""

WORDS = ("AGREE", "CONCEDE", "REQUEST", "THREATEN")
"""Types that are done by saying them, now or for later."""

SCALES = {"AGREE": 2.5, "CONCEDE": 4.5}

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLOVER's numbers: verbal and material cooperation, verbal and material conflict. SANCTION is material, as its own
section of the manual has it."""

SIZES = {"killed": "dead", "injured": "injured", "arrested": "arrested"}

Record = dict[str, Any]


def plover_records(document: Document, reading: Reading) -> Iterator[Record]:
    """A record for every event that PLOVER has a place for, in the order of the report. JSON-ready dicts."""
    lookup = Lookup(document, reading)
    for event in reading.events:
        if event_type(event) and _day(lookup, event):
            yield _record(lookup, event)


def plover_lines(document: Document, reading: Reading) -> Iterator[str]:
    """The records as lines of JSON."""
    for record in plover_records(document, reading):
        yield json.dumps(record, ensure_ascii=False)


def plover_pieces(readings: Readings) -> Pieces:
    """The records of all reports; says at the end how many events have no date."""
    left = 0
    for document, reading in readings:
        left += undated(reading)
        for line in plover_lines(document, reading):
            yield f"{line}\n"
    return without_date(left)


def undated(reading: Reading) -> int:
    """How many events are left out for want of any date."""
    if reading.document.published.value:
        return 0
    return sum(1 for e in reading.events if event_type(e) and not (e.date.start or e.date.end))


def event_type(event: Event) -> str | None:
    """The type under which PLOVER counts the event; None where it is no PLOVER event."""
    if event.modality is Modality.ACTUAL:
        return event.type
    if event.modality is Modality.FUTURE:
        return event.type if event.type in WORDS else PROMISED.get(event.type)
    return None


def _day(lookup: Lookup, event: Event) -> str | None:
    return event.date.start or event.date.end or lookup.reading.document.published.value


def _record(lookup: Lookup, event: Event) -> Record:
    type_ = event_type(event) or event.type
    promised = type_ != event.type
    told = lookup.attribution(event.attribution)
    place = lookup.place(event.place)
    record: Record = {
        "id": event.id,
        "date": _day(lookup, event),
        "enddate": event.date.end if event.date.end != event.date.start else None,
        "actor": [_party(lookup, e) for e in lookup.entities(event.actor)],
        "recipient": [_party(lookup, e) for e in lookup.entities(event.recipient)],
        "event": [type_],
        "mode": [] if promised else list(event.mode),
        "context": list(event.context),
        "quad_code": QUADS.get(type_),
        "event_scale": SCALES[type_] if promised else event.intensity,
        "event_loc": _location(place) if place else None,
        "event_text": [lookup.words(event.trigger)],
        "text": lookup.words([event.sentence]),
        "text_info": {"start": event.sentence.start, "end": event.sentence.end},
        "cite_info": _citation(lookup),
        "size": _size(event.figures),
        "coder": f"onrecord {lookup.reading.coder.version}",
        "date_basis": event.date.basis if event.date.start or event.date.end else "published",
        "modality": event.modality.value,
        "evidence": event.evidence.value,
        "attribution": _attribution(lookup, told) if told else None,
        "figures": [_figure(lookup, f) for f in event.figures],
        "confidence": event.confidence,
        "rule": event.rule,
    }
    return _filled(record, keep=("id", "date", "actor", "event"))


def _party(lookup: Lookup, entity: Entity) -> Record:
    offices = [office.title for office in lookup.offices(entity)]
    return _filled(
        {
            "code": entity.country,
            "sector": list(entity.sector),
            "entity_text": entity.name,
            "identifier_text": entity.register,
            "office": "; ".join(offices),
            "entity_id": entity.id,
        },
        keep=("code", "sector", "entity_text"),
    )


def _location(place: Place) -> Record:
    return _filled(
        {
            "geonameid": place.geonameid,
            "name": place.name,
            "latitude": place.lat,
            "longitude": place.lon,
            "cc3": place.country,
            "admin1": place.admin1,
            "precision": place.precision.value,
        }
    )


def _citation(lookup: Lookup) -> Record:
    read = lookup.reading.document
    return _filled(
        {
            "citation": read.id,
            "url": read.url,
            "title": read.title,
            "language": read.language,
            "publication": read.publisher,
            "coder": f"onrecord {lookup.reading.coder.version}",
            "codebook": CODEBOOK,
        }
    )


def _size(figures: Iterable[Figure]) -> Record:
    size: dict[str, int] = {}
    for figure in figures:
        key, number = SIZES.get(figure.what), figure.low if figure.low is not None else figure.high
        if key and number is not None:
            size[key] = min(number, size.get(key, number))
    return size


def _attribution(lookup: Lookup, told: Attribution) -> Record:
    """On whose word: speaker, cue and content in the report's words, and the chain from the speaker outwards."""
    return {
        "speaker": lookup.speaker(told),
        "speaker_id": told.source.entity,
        "cue": lookup.words(told.cue),
        "content": lookup.words(told.content),
        "act": told.act.value,
        "channel": told.channel,
        "chain": [lookup.speaker(link) for link in lookup.chain(told)],
        "denied_by": list(dict.fromkeys(lookup.speaker(d) for d in lookup.denials(told))),
        "spans": to_json((*told.source.spans, *told.cue, *told.content)),
    }


def _figure(lookup: Lookup, figure: Figure) -> Record:
    teller = lookup.attribution(figure.attribution)
    return {
        "what": figure.what,
        "low": figure.low,
        "high": figure.high,
        "currency": figure.currency,
        "speaker": lookup.speaker(teller) if teller else None,
    }


def _filled(record: Record, keep: tuple[str, ...] = ()) -> Record:
    """The record without its empty fields, but for those named in `keep`."""
    return {k: v for k, v in record.items() if k in keep or v not in (None, [], {}, "")}
