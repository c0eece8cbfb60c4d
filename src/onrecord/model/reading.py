"""The result of reading one report."""

from dataclasses import dataclass, field

from onrecord.model.actors import Entity, Kin, Office
from onrecord.model.attribution import Attribution
from onrecord.model.document import Published
from onrecord.model.event import Event
from onrecord.model.extent import Extent
from onrecord.model.grounding import Place, Time

SCHEMA = "onrecord.reading/1"
UNDATED = Published()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What produced a reading, so that a recoding can be told apart: code version, lexicon digest, parser."""

    version: str
    lexicon: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """The report that was read, without its text: `sha256` tells whether a text at hand is the same."""

    id: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    sha256: str
    published: Published = UNDATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A doubt of the reader's own, said once: a short `code`, one sentence, and the words it is about."""

    code: str
    message: str
    spans: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one report puts on record. Its JSON is `onrecord.reading/1`."""

    schema: str = field(default=SCHEMA)
    coder: Edition
    document: DocumentRead
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    kin: tuple[Kin, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()
