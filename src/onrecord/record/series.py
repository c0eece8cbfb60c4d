"""The dated events between two parties, each as little as a series needs."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, func, select

from onrecord.model import Evidence, Modality
from onrecord.record import link_schema, schema
from onrecord.record.hits import WANTED, keep
from onrecord.record.timeline import wanted_events


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """An event that a report tells as having happened. `day` is its first day, or its last where that is not told;
    `incident` is absent where the event is of none."""

    document: str
    event: str
    incident: str | None
    day: str
    stated: bool
    type: str
    quad: str
    intensity: float
    evidence: Evidence
    confidence: float
    published: str | None


def find_series(
    connection: Connection, a: str, b: str | None, *, since: str | None, until: str | None
) -> tuple[SeriesRow, ...]:
    """What `timeline` finds, as far as it has a day and is told as having happened, in the order of the days."""
    keep(connection, WANTED, wanted_events(a, b, since=since, until=until, type=None))
    return gather_series(connection, WANTED)


def gather_series(connection: Connection, hits: Table) -> tuple[SeriesRow, ...]:
    """Those of the events hit that have a day and are told as having happened, in the order of the days."""
    v, d, t, w = schema.event.c, schema.document.c, link_schema.told_event.c, hits.c
    day = func.coalesce(v.since, v.until)
    query = (
        select(d.id, v.id, t.incident, day, v.basis, v.type, v.quad, v.intensity, v.evidence, v.confidence, d.published)
        .join_from(hits, schema.event, and_(v.document == w.document, v.id == w.id))
        .join(schema.document, d.key == v.document)
        .outerjoin(link_schema.told_event, and_(t.document == v.document, t.event == v.id))
        .where(v.modality == Modality.ACTUAL.value, day.is_not(None))
        .order_by(day, d.id, v.start, v.id)
    )
    return tuple(
        SeriesRow(
            document=document,
            event=event,
            incident=incident,
            day=first,
            stated=basis == "stated",
            type=type,
            quad=quad,
            intensity=intensity,
            evidence=Evidence(evidence),
            confidence=confidence,
            published=published,
        )
        for document, event, incident, first, basis, type, quad, intensity, evidence, confidence, published in (
            connection.execute(query)
        )
    )
