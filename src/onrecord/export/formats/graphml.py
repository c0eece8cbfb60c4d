"""Who deals with whom, as a graph (GraphML): actors as nodes, events as edges.

Two reports speak of one actor when they give the same name and kind, as in `who`. An edge goes from an actor to a
recipient; where both sides do it, from each actor to each that follows, with `reciprocal` true. Events with one party
alone are no edges, and are counted.
"""

from collections.abc import Iterator
from itertools import combinations, product
from xml.etree.ElementTree import Element

from onrecord.export import wording
from onrecord.export.formats.markup import as_xml, child
from onrecord.export.formats.pieces import Pieces, Readings
from onrecord.export.lookup import Lookup
from onrecord.model import Entity, Event

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
KEYS = (
    *(("node", name, "string") for name in ("name", "kind", "country", "sectors")),
    *(("edge", name, "string") for name in ("type", "mode", "quad", "start", "end", "modality", "evidence", "word")),
    ("edge", "intensity", "double"),
    ("edge", "confidence", "double"),
    ("edge", "reciprocal", "boolean"),
    *(("edge", name, "string") for name in ("sentence", "document", "event")),
)


def pieces(readings: Readings) -> Pieces:
    """The graph; a node stands before its first edge. Of each actor only its key is kept in memory."""
    left, known = 0, set[str]()
    yield HEAD
    for of, name, kind in KEYS:
        yield as_xml(Element("key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}))
    yield '<graph edgedefault="directed">\n'
    for document, reading in readings:
        report = Lookup(document, reading)
        for event in reading.events:
            found = tuple(_pairs(report, event))
            left += not found
            for entity in (entity for pair in found for entity in pair):
                if node_key(entity) not in known:
                    known.add(node_key(entity))
                    yield as_xml(_node(entity))
            for n, (source, target) in enumerate(found, 1):
                yield as_xml(_edge(report, event, n, source, target))
    yield "</graph>\n</graphml>\n"
    return f"events of one party alone, which are no edges: {left}" if left else None


def node_key(entity: Entity) -> str:
    """What tells actors apart: their kind and name."""
    return f"{entity.kind}:{' '.join(entity.name.casefold().split())}"


def _pairs(report: Lookup, event: Event) -> Iterator[tuple[Entity, Entity]]:
    actors, recipients = report.entities(event.actor), report.entities(event.recipient)
    return product(actors, recipients) if recipients else combinations(actors, 2)


def _node(entity: Entity) -> Element:
    fields = {
        "name": entity.name,
        "kind": entity.kind.value,
        "country": entity.country,
        "sectors": " ".join(entity.sector),
    }
    return _filled(Element("node", {"id": node_key(entity)}), "node", fields)


def _edge(report: Lookup, event: Event, n: int, source: Entity, target: Entity) -> Element:
    ends = {"id": f"{event.id}.{n}", "source": node_key(source), "target": node_key(target)}
    fields = {
        "type": event.type,
        "mode": " ".join(event.mode),
        "quad": event.quad,
        "intensity": str(event.intensity),
        "start": event.date.start,
        "end": event.date.end,
        "modality": event.modality.value,
        "evidence": event.evidence.value,
        "word": wording.word(report, event),
        "confidence": str(event.confidence),
        "reciprocal": str(not event.recipient).lower(),
        "sentence": report.words([event.sentence]),
        "document": report.reading.document.id,
        "event": event.id,
    }
    return _filled(Element("edge", ends), "edge", fields)


def _filled(element: Element, of: str, fields: dict[str, str | None]) -> Element:
    for name, value in fields.items():
        if value:
            child(element, "data", value, key=f"{of}-{name}")
    return element
