"""Events: a row each, of every modality, with parties and codes and on whose word."""

from collections.abc import Iterable

from onrecord.export import wording
from onrecord.export.cells import Cell
from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import DOCUMENT, Table, column, day, listed, number, whole
from onrecord.model import Event, Place


def _names(report: Lookup, ids: Iterable[str]) -> str:
    return listed(entity.name for entity in report.entities(ids))


def _codes(report: Lookup, ids: Iterable[str]) -> str:
    return listed(wording.party(entity) for entity in report.entities(ids))


def _countries(report: Lookup, ids: Iterable[str]) -> str:
    return listed(dict.fromkeys(entity.country for entity in report.entities(ids) if entity.country))


def _place(report: Lookup, event: Event, field: str) -> Cell:
    place: Place | None = report.place(event.place)
    found: Cell = getattr(place, field) if place else None
    return found


EVENTS = Table(
    name="events",
    about="an event, of every modality",
    items=lambda report: report.reading.events,
    columns=(
        DOCUMENT,
        column("event", "id of the event", lambda _, e: e.id),
        day("published", "the report's date", lambda r, _: r.reading.document.published.value),
        day("start", "first day on which it may have been", lambda _, e: e.date.start),
        day("end", "last day on which it may have been", lambda _, e: e.date.end),
        column("date_basis", "what the days rest on: stated, inherited, published, unknown", lambda _, e: e.date.basis),
        column("type", "PLOVER type", lambda _, e: e.type),
        column("mode", "PLOVER modes", lambda _, e: listed(e.mode)),
        column("context", "PLOVER contexts", lambda _, e: listed(e.context)),
        column("quad", "verbal or material, cooperation or conflict", lambda _, e: e.quad),
        number("intensity", "PLOVER's score, -10 to 10", lambda _, e: e.intensity),
        column("actor", "names of the actors; of all parties where both sides do it", lambda r, e: _names(r, e.actor)),
        column("actor_code", "country and sectors of each actor", lambda r, e: _codes(r, e.actor)),
        column("actor_country", "the actors' countries, each once", lambda r, e: _countries(r, e.actor)),
        column("recipient", "names of the recipients", lambda r, e: _names(r, e.recipient)),
        column("recipient_code", "country and sectors of each recipient", lambda r, e: _codes(r, e.recipient)),
        column("recipient_country", "the recipients' countries, each once", lambda r, e: _countries(r, e.recipient)),
        column("place", "where, by name", lambda r, e: _place(r, e, "name")),
        column("country", "country of the place", lambda r, e: _place(r, e, "country")),
        number("latitude", "degrees north", lambda r, e: _place(r, e, "lat")),
        number("longitude", "degrees east", lambda r, e: _place(r, e, "lon")),
        column(
            "precision",
            "what the point stands for: point, city, admin2, admin1, country, region",
            lambda r, e: _place(r, e, "precision"),
        ),
        column("modality", "actual, future, hypothetical or negated", lambda _, e: e.modality.value),
        column("evidence", "reported, attributed, claimed, denied or disputed", lambda _, e: e.evidence.value),
        column("attribution", "id of the attribution on which it rests", lambda _, e: e.attribution),
        column("word", "on whose word, in a phrase", wording.word),
        column("figures", "numbers with their tellers", lambda r, e: listed(wording.figure(r, f) for f in e.figures)),
        column("sentence", "the sentence that tells of it", lambda r, e: r.words([e.sentence])),
        whole("sentence_start", "first character of the sentence in the text", lambda _, e: e.sentence.start),
        whole("sentence_end", "first character after it", lambda _, e: e.sentence.end),
        number("confidence", "how sure the reader is, 0 to 1", lambda _, e: e.confidence),
        column("rule", "rule or model that decided", lambda _, e: e.rule),
    ),
)
