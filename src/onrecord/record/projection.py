"""What a reading puts into the tables: plain rows, the same for the same document and reading."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table

from onrecord.model import Attribution, Document, Entity, Event, Extent, Form, Kind, Reading, to_json
from onrecord.record import schema
from onrecord.record.names import last_key, name_key, sound_keys
from onrecord.record.passages import find_passages

Row = dict[str, Any]

LARGEST = 2**63 - 1
"""The greatest whole number that both databases hold."""

NAMED = (Kind.PERSON, Kind.BODY, Kind.GROUP)
"""Kinds of entities that are known by their names' parts; a state is known by its country."""


def project(document: Document, reading: Reading, key: int) -> Mapping[Table, list[Row]]:
    """The rows of every projection, in the order of `schema.PROJECTIONS`; `key` is the document's number."""
    text = document.text
    entities = {e.id: e for e in reading.entities}
    times = {t.id: t.value for t in reading.times}
    rows: dict[Table, Iterable[Row]] = {
        schema.entity: (_entity(e) for e in reading.entities),
        schema.mention: (row for e in reading.entities for row in _mentions(e, text)),
        schema.name_part: (row for e in reading.entities for row in _name_parts(e, text)),
        schema.office: (_numbered(n, o, o.spans) for n, o in enumerate(reading.offices)),
        schema.kin: (_numbered(n, k, k.spans) for n, k in enumerate(reading.kin)),
        schema.time: (to_json(t) for t in reading.times),
        schema.place: (to_json(p) for p in reading.places),
        schema.attribution: (_attribution(a, text, times) for a in _outermost_first(reading.attributions)),
        schema.answer: (
            {"attribution": a.id, "answers": other} for a in reading.attributions for other in dict.fromkeys(a.answers)
        ),
        schema.event: (_event(e, entities) for e in reading.events),
        schema.event_party: (row for e in reading.events for row in _parties(e, entities)),
        schema.figure: (row for e in reading.events for row in _figures(e)),
        schema.passage: _passages(text, reading),
    }
    return {table: [{"document": key, **row} for row in made] for table, made in rows.items()}


def hull(spans: Iterable[Extent]) -> Row:
    """First start and last end, both absent where there are no spans."""
    ordered = sorted(spans)
    if not ordered:
        return {"start": None, "end": None}
    return {"start": ordered[0].start, "end": max(s.end for s in ordered)}


def words_of(spans: Iterable[Extent], text: str) -> str:
    """The words of all spans in text order, white space evened out."""
    return " ".join(" ".join(s.of(text) for s in sorted(spans)).split())


def _entity(entity: Entity) -> Row:
    row = to_json(entity)
    del row["mentions"]
    key = name_key(entity.name)
    return {**row, "name_key": key, "last_key": last_key(key)}


def _mentions(entity: Entity, text: str) -> Iterable[Row]:
    for mention in dict.fromkeys(entity.mentions):
        words = words_of((mention.named,), text)
        key = name_key(words) if mention.form == "name" else None
        row = {"start": mention.named.start, "end": mention.named.end, "form": mention.form.value}
        yield {**row, "entity": entity.id, "words": words, "name_key": key}


def _name_parts(entity: Entity, text: str) -> Iterable[Row]:
    if entity.kind not in NAMED:
        return
    names = (entity.name, *(m.extent.of(text) for m in entity.mentions if m.form is Form.NAME))
    for part in sorted({part for name in names for part in sound_keys(name_key(name))}):
        yield {"entity": entity.id, "part": part}


def _numbered(n: int, item: Any, spans: tuple[Extent, ...]) -> Row:
    row = to_json(item)
    if "from" in row:
        row["since"] = row.pop("from")
    return {**row, "n": n, **hull(spans)}


def _outermost_first(attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """Each after the one that it is told in, as the foreign key wants it."""
    outer = {a.id: a.within for a in attributions}

    def depth(attribution: Attribution) -> int:
        seen: list[str] = []
        at = attribution.within
        while at is not None and at not in seen:
            seen.append(at)
            at = outer.get(at)
        return len(seen)

    return sorted(attributions, key=depth)


def _attribution(attribution: Attribution, text: str, times: Mapping[str, str]) -> Row:
    source = words_of(attribution.source.spans, text) or None
    return {
        "id": attribution.id,
        "source": attribution.source.entity,
        "source_words": source,
        "source_key": name_key(source) if source else None,
        "act": attribution.act.value,
        "modality": attribution.modality.value,
        "quote": attribution.quote.value,
        "channel": attribution.channel,
        "said_on": times.get(attribution.time or ""),
        "within": attribution.within,
        "words": words_of(attribution.content, text),
        "source_spans": to_json(attribution.source.spans),
        "cue_spans": to_json(attribution.cue),
        "spans": to_json(attribution.content),
        **hull(attribution.content or attribution.cue),
        "rule": attribution.rule,
    }


def _event(event: Event, entities: Mapping[str, Entity]) -> Row:
    return {
        "id": event.id,
        "type": event.type,
        "mode": to_json(event.mode),
        "context": to_json(event.context),
        "quad": event.quad,
        "intensity": event.intensity,
        "parties": f"{_side(event.actor, entities)}>{_side(event.recipient, entities)}",
        "trigger_spans": to_json(event.trigger),
        "start": event.sentence.start,
        "end": event.sentence.end,
        "since": event.date.start,
        "until": event.date.end,
        "basis": event.date.basis,
        "date_spans": to_json(event.date.spans),
        "place": event.place,
        "modality": event.modality.value,
        "evidence": event.evidence.value,
        "attribution": event.attribution,
        "confidence": event.confidence,
        "rule": event.rule,
    }


def _side(ids: tuple[str, ...], entities: Mapping[str, Entity]) -> str:
    """One side of an event as countries, or names where no country is known: equal sides are the same parties."""
    known = (entities[i] for i in ids if i in entities)
    return ",".join(sorted({e.country or name_key(e.name) for e in known}))


def _parties(event: Event, entities: Mapping[str, Entity]) -> Iterable[Row]:
    for role, ids in (("actor", event.actor), ("recipient", event.recipient)):
        for n, id in enumerate(ids):
            country = entities[id].country if id in entities else None
            yield {"event": event.id, "role": role, "n": n, "entity": id, "country": country}


def _figures(event: Event) -> Iterable[Row]:
    for n, figure in enumerate(event.figures):
        numbers = {"low": _holdable(figure.low), "high": _holdable(figure.high)}
        yield {**to_json(figure), **numbers, "event": event.id, "n": n, **hull(figure.spans)}


def _holdable(number: int | None) -> int | None:
    """The number, or none where it is of a size that no table holds; the Reading has it whatever it is."""
    return number if number is not None and abs(number) <= LARGEST else None


def _passages(text: str, reading: Reading) -> Iterable[Row]:
    for passage in find_passages(text, (e.sentence for e in reading.events)):
        row = {"kind": "sentence", "start": passage.start, "end": passage.end, "attribution": None}
        yield {**row, "words": words_of((passage,), text)}
    for said in reading.attributions:
        if said.content:
            row = {"kind": "claim", **hull(said.content), "attribution": said.id}
            yield {**row, "words": words_of(said.content, text)}
