"""FollowTheMoney entities, one JSON object a line, as Aleph and OpenAleph take them (schema of followthemoney 4).

A report is an Article; its people are Person, its bodies, groups and states Organization, but for those who are
neither named nor part of anything; offices are Position with
Occupancy, kin Family, each name in the text a Mention, and what PLOVER has a place for an Event. Each points to its
Article as `proof`. An Event's `summary` says on whose word it stands, its `keywords` how far it is known. Entities are
those of one report: joining them across reports is work for Aleph's cross-referencing, or for a person.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from onrecord.export import wording
from onrecord.export.formats.pieces import Pieces, Readings, lines
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.export.plover import event_type
from onrecord.lexicon.countries import load_countries
from onrecord.model import Document, Entity, Event, Form, Kin, Kind, Office, Reading

Properties = dict[str, Any]

SCHEMATA = {
    Kind.PERSON: "Person",
    Kind.BODY: "Organization",
    Kind.GROUP: "Organization",
    Kind.STATE: "Organization",
}
"""What a kind of entity becomes; places stay what they are in an Event's `location`."""
LANGUAGES = {"en": "eng"}
WEB = ("http://", "https://")


def pieces(readings: Readings) -> Pieces:
    """The entities of all reports."""
    return lines(readings, _lines)


def ftm_entities(document: Document, reading: Reading) -> Iterator[Properties]:
    """The entities of a report: its Article first, then who is in it, then what they hold, are and did."""
    report = Lookup(document, reading)
    known = {entity.id for entity in _parties(reading)}
    people = {entity.id for entity in reading.entities if entity.kind is Kind.PERSON}
    yield _article(report)
    for entity in _parties(reading):
        yield _party(report, entity)
        yield from _mentions(report, entity)
    for office in (o for o in reading.offices if o.holder in people):
        yield from _office(report, office, known)
    for kin in (k for k in reading.kin if {k.person, k.of} <= people):
        yield _family(report, kin)
    for event in filter(event_type, reading.events):
        yield _event(report, event, known)


def _parties(reading: Reading) -> Iterator[Entity]:
    """Who is named, and who without a name ("21 soldiers") has a part in what is written."""
    events = (event for event in reading.events if event_type(event))
    part = {id for event in events for id in (*event.actor, *event.recipient)}
    part |= {id for kin in reading.kin for id in (kin.person, kin.of)} | {office.holder for office in reading.offices}
    for entity in reading.entities:
        named = any(mention.form is Form.NAME for mention in entity.mentions)
        if entity.kind in SCHEMATA and (named or entity.id in part):
            yield entity


def _lines(document: Document, reading: Reading) -> Iterator[str]:
    return (json.dumps(entity, ensure_ascii=False) for entity in ftm_entities(document, reading))


def _id(report: Lookup, *parts: str) -> str:
    key = "\x1f".join((report.reading.document.id, *parts))
    return f"onrecord-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _made(report: Lookup, schema: str, id: str, **properties: Any) -> Properties:
    """An entity: every property a list of what is known, `proof` its report unless it is the report."""
    if schema not in ("Article", "Mention"):
        properties["proof"] = _id(report)
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    plain = {name: list(dict.fromkeys(one_line(v) for v in values if v)) for name, values in listed.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in plain.items() if any(values)}}


def _article(report: Lookup) -> Properties:
    read = report.reading.document
    return _made(
        report,
        "Article",
        _id(report),
        title=report.title(),
        sourceUrl=read.url if (read.url or "").startswith(WEB) else None,
        publisher=read.publisher,
        publishedAt=read.published.value,
        language=LANGUAGES.get(read.language or ""),
    )


def _party(report: Lookup, entity: Entity) -> Properties:
    names = [mention.named.of(report.document.text) for mention in entity.mentions if mention.form is Form.NAME]
    others = [name for name in map(one_line, names) if name != one_line(entity.name)]
    offices = [office.title for office in report.offices(entity)] if entity.kind is Kind.PERSON else None
    shared = {"name": entity.name, "alias": others, "country": _country(entity.country), "sector": list(entity.sector)}
    return _made(
        report, SCHEMATA[entity.kind], _id(report, entity.id), **shared, **({"position": offices} if offices else {})
    )


def _mentions(report: Lookup, entity: Entity) -> Iterator[Properties]:
    named = (mention for mention in entity.mentions if mention.form is Form.NAME)
    for mention in named:
        yield _made(
            report,
            "Mention",
            _id(report, entity.id, str(mention.start)),
            document=_id(report),
            resolved=_id(report, entity.id),
            name=mention.named.of(report.document.text),
            detectedSchema=SCHEMATA[entity.kind],
            contextCountry=_country(entity.country),
        )


def _office(report: Lookup, office: Office, known: set[str]) -> Iterator[Properties]:
    post = _id(report, "post", office.title, office.body or "", office.country or "")
    yield _made(
        report,
        "Position",
        post,
        name=office.title,
        country=_country(office.country),
        organization=_id(report, office.body) if office.body in known else None,
    )
    yield _made(
        report,
        "Occupancy",
        _id(report, "held", office.holder, post),
        holder=_id(report, office.holder),
        post=post,
        startDate=office.since,
        endDate=office.until,
        description=report.words(office.spans),
    )


def _family(report: Lookup, kin: Kin) -> Properties:
    return _made(
        report,
        "Family",
        _id(report, "kin", kin.person, kin.relation, kin.of),
        person=_id(report, kin.of),
        relative=_id(report, kin.person),
        relationship=kin.relation,
        description=report.words(kin.spans),
    )


def _event(report: Lookup, event: Event, known: set[str]) -> Properties:
    place, type_ = report.place(event.place), event_type(event) or event.type
    sides = " → ".join(filter(None, (report.names(event.actor) or "somebody", report.names(event.recipient))))
    return _made(
        report,
        "Event",
        _id(report, event.id),
        name=f"{type_}: {sides}",
        startDate=event.date.start,
        endDate=event.date.end,
        location=place.name if place else None,
        country=_country(place.country) if place else None,
        involved=[_id(report, id) for id in (*event.actor, *event.recipient) if id in known],
        summary=wording.word(report, event),
        description=report.words([event.sentence]),
        keywords=[type_, *event.mode, event.quad, event.modality.value, event.evidence.value],
    )


def _country(code: str | None) -> str | None:
    """The two letters that FollowTheMoney knows a country by; None for what is none."""
    country = load_countries().by_code(code) if code else None
    return country.iso2.lower() if country else None
