"""What two parties did to each other, by date, each with who says so."""

from dataclasses import dataclass

from onrecord.model import Evidence, Extent, Modality
from onrecord.record.rows import DocumentRow, EventRow, EventRows, Grade, PartyRow, Sayings
from onrecord.views.voices import ToldFigure, Voice, told, voices_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event as one report has it: two reports of one incident are two entries.

    `since` and `until` are ISO dates, both inclusive, and `basis` says what they rest on. `voices` runs from the outlet
    to the one whose word it is. `sentence` stands at `extent` of the document's text.
    `confidence` is the machine's in its own reading, `credibility` a person's trust in the event.
    """

    event: str
    since: str | None
    until: str | None
    basis: str
    type: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad: str
    intensity: float
    modality: Modality
    evidence: Evidence
    voices: tuple[Voice, ...]
    actors: tuple[PartyRow, ...]
    recipients: tuple[PartyRow, ...]
    place: str | None
    figures: tuple[ToldFigure, ...]
    sentence: str
    document: DocumentRow
    extent: Extent
    confidence: float
    credibility: Grade | None = None


def as_timeline(rows: EventRows) -> tuple[Entry, ...]:
    """The events in the order of their dates, those without a date last."""
    return tuple(_entry(event, rows.sayings) for event in rows.events)


def _entry(event: EventRow, sayings: Sayings) -> Entry:
    return Entry(
        event=event.id,
        since=event.since,
        until=event.until,
        basis=event.basis,
        type=event.type,
        mode=event.mode,
        context=event.context,
        quad=event.quad,
        intensity=event.intensity,
        modality=event.modality,
        evidence=event.evidence,
        voices=voices_of(event.document, event.attribution, sayings),
        actors=event.actors,
        recipients=event.recipients,
        place=event.place,
        figures=tuple(told(figure, event.document, sayings) for figure in event.figures),
        sentence=event.words,
        document=event.document,
        extent=event.extent,
        confidence=event.confidence,
        credibility=event.credibility,
    )
