"""What a report yields: immutable types and their JSON. Standard library only."""

from onrecord.model.actors import Entity, Form, Kin, Kind, Mention, Office
from onrecord.model.attribution import Act, Attribution, Quote, Source
from onrecord.model.document import Basis, Document, Published
from onrecord.model.event import Event, Evidence, Figure, Modality, When
from onrecord.model.extent import Extent
from onrecord.model.grounding import Place, Precision, Time, TimeType
from onrecord.model.ids import make_id
from onrecord.model.jsonform import from_json, reading_from_json, reading_to_json, to_json
from onrecord.model.reading import SCHEMA, DocumentRead, Edition, Note, Reading

__all__ = [
    "SCHEMA",
    "Act",
    "Attribution",
    "Basis",
    "Document",
    "DocumentRead",
    "Edition",
    "Entity",
    "Event",
    "Evidence",
    "Extent",
    "Figure",
    "Form",
    "Kin",
    "Kind",
    "Mention",
    "Modality",
    "Note",
    "Office",
    "Place",
    "Precision",
    "Published",
    "Quote",
    "Reading",
    "Source",
    "Time",
    "TimeType",
    "When",
    "from_json",
    "make_id",
    "reading_from_json",
    "reading_to_json",
    "to_json",
]
