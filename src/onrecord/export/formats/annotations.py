"""The marked spans as W3C Web Annotations: a page of annotations, each pointing at its words by offsets and by quoting.

Offsets count Unicode characters of the text as it was given, as the standard wants. An annotation has a body that tags
it and one target for each stretch of text.
"""

import json
from collections.abc import Iterator
from typing import Any

from onrecord.export.formats.pieces import Pieces, Readings
from onrecord.model import Document, Extent, Reading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PAGE = "urn:onrecord:annotations"
AROUND = 32
"""Characters before and after the words that tell them from the same words elsewhere."""

Marked = tuple[str, str, str, tuple[Extent, ...]]
"""An id, a part of it, a tag, and where it stands."""


def pieces(readings: Readings) -> Pieces:
    """One AnnotationPage."""
    parted = ""
    yield f'{{"@context": "{CONTEXT}", "id": "{PAGE}", "type": "AnnotationPage", "items": ['
    for document, reading in readings:
        for marked in _marked(reading):
            yield f"{parted}\n{json.dumps(_annotation(document, marked), ensure_ascii=False)}"
            parted = ","
    yield "\n]}\n"
    return None


def _marked(reading: Reading) -> Iterator[Marked]:
    for entity in reading.entities:
        for n, mention in enumerate(entity.mentions):
            yield entity.id, f"mention-{n}", f"{entity.kind}: {entity.name}", (mention.extent,)
    for time in reading.times:
        yield time.id, "time", f"{time.type}: {time.value}", (time.extent,)
    for place in reading.places:
        yield place.id, "place", f"place: {', '.join(filter(None, (place.name, place.country)))}", (place.extent,)
    for told in reading.attributions:
        for part, spans in (("source", told.source.spans), ("cue", told.cue), ("content", told.content)):
            yield told.id, part, f"{part}: {told.act}", spans
    for event in reading.events:
        modes = " ".join((event.type, *event.mode))
        yield event.id, "trigger", f"event: {modes} [{event.modality}, {event.evidence}]", event.trigger


def _annotation(document: Document, marked: Marked) -> dict[str, Any]:
    id, part, tag, spans = marked
    return {
        "id": f"urn:onrecord:{id}:{part}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": tag, "format": "text/plain"},
        "target": [_target(document, span) for span in spans],
    }


def _target(document: Document, span: Extent) -> dict[str, Any]:
    text = document.text
    return {
        "source": document.url or document.id,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND) : span.start],
                "suffix": text[span.end : span.end + AROUND],
            },
        ],
    }
