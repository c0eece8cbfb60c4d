"""What the record answers with: rows put together, words included, nothing judged yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model import Act, Evidence, Extent, Kind, Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A person's trust: the reliability of a source (A to F) or the credibility of an item (1 to 6), by whom, when (an
    ISO time in UTC), and why."""

    grade: str
    author: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A kept report without its text. `published` is an ISO date, `basis` what it rests on; `reliability` is the
    outlet's."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    sha256: str
    published: str | None
    published_basis: str
    reliability: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingRow:
    """An attribution. `source` is the name of who says it, as the report resolves it or else in its words; `kind` is
    what they are, absent where the report does not resolve it.

    `within` and `answers` are ids of attributions of the same document. `said_on` is the day or time of saying it as a
    TIMEX3 value, where the report tells it. `reliability` is the source's.
    """

    document: DocumentRow
    id: str
    entity: str | None
    source: str | None
    country: str | None
    act: Act
    modality: Modality
    quote: str
    channel: str | None
    said_on: str | None
    within: str | None
    answers: tuple[str, ...]
    words: str
    extent: Extent | None
    kind: Kind | None = None
    reliability: Grade | None = None
    credibility: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """An entity in an event."""

    entity: str
    kind: Kind
    name: str
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A number in an event; `attribution` is absent where the report says it on its own word, `currency` of all but
    sums of money."""

    n: int
    what: str
    low: int | None
    high: int | None
    attribution: str | None
    extent: Extent | None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event with its parties and figures. `since` and `until` are ISO dates, both inclusive; `extent` and `words`
    are the sentence's."""

    document: DocumentRow
    id: str
    type: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad: str
    intensity: float
    actors: tuple[PartyRow, ...]
    recipients: tuple[PartyRow, ...]
    since: str | None
    until: str | None
    basis: str
    place: str | None
    country: str | None = None
    modality: Modality
    evidence: Evidence
    attribution: str | None
    figures: tuple[FigureRow, ...]
    confidence: float
    rule: str | None
    extent: Extent
    words: str
    credibility: Grade | None = None


Sayings = Mapping[tuple[str, str], SayingRow]
"""Attributions by document and id: all those of every document that is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRows:
    """Events in the order of their dates, and everything said in their documents."""

    events: tuple[EventRow, ...]
    sayings: Sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class RivalRow:
    """A claim's figure and another one that the record holds for the same incident, both by event and number."""

    document: str
    claim: str
    event: str
    figure: int
    other_document: str
    other_event: str
    other_figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRows:
    """Claims in the order of their reports, the events that hang on them or rival them, and what else was said in these
    reports and in others of the same incidents. `incidents` has that of each report; `disputed` where only what may be
    denied or told otherwise was asked for.
    """

    claims: tuple[SayingRow, ...]
    sayings: Sayings
    events: Mapping[tuple[str, str], EventRow]
    rivals: tuple[RivalRow, ...]
    incidents: Mapping[str, str] = field(default_factory=dict)
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """An entity of one document. `key` is its name as names are compared; `names` what the report calls it."""

    document: DocumentRow
    id: str
    kind: Kind
    name: str
    key: str
    country: str | None
    sector: tuple[str, ...]
    register: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """An office that `holder` (an entity's id) has or had; the others are names."""

    document: DocumentRow
    holder: str
    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    appointed_by: str | None
    extent: Extent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KinRow:
    """`person` is the `relation` of `of`; both with their entity's id and name."""

    document: DocumentRow
    person: str
    person_name: str
    relation: str
    of: str
    of_name: str
    extent: Extent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """A passage that holds the words sought. `source` says it where `kind` is `claim`."""

    document: DocumentRow
    kind: str
    words: str
    extent: Extent
    attribution: str | None
    source: str | None
    act: Act | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report that tells of an incident, mainly or also. `headline` is where its headline ends in `text`."""

    document: DocumentRow
    main: bool
    outlet: str
    text: str
    headline: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """Who says something: `named` where the report calls them by name, `office` where it gives them one.

    `called` where it calls them by any noun: of whom it only says "our" nobody can be told.
    """

    kind: Kind
    country: str | None
    sector: tuple[str, ...]
    named: bool
    called: bool
    office: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRows:
    """One incident: its reports in the order in which they came, its events by date, everything said in those reports,
    and who says it. `country` is that of the place which most events have."""

    id: str
    country: str | None
    reports: tuple[ReportRow, ...]
    events: tuple[EventRow, ...]
    sayings: Sayings
    speakers: Mapping[tuple[str, str], SpeakerRow]
