"""Attributions: who says what, and who denies it."""

from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import DOCUMENT, Table, column, listed, number
from onrecord.model import Attribution


def _country(report: Lookup, told: Attribution) -> str | None:
    entity = report.entity(told.source.entity)
    return entity.country if entity else None


def _said_on(report: Lookup, told: Attribution) -> str | None:
    return next((time.value for time in report.reading.times if time.id == told.time), None)


def _deniers(report: Lookup, told: Attribution) -> str:
    return listed(dict.fromkeys(report.speaker(denial) for denial in report.denials(told)))


ATTRIBUTIONS = Table(
    name="attributions",
    about="something said, by one source",
    items=lambda report: report.reading.attributions,
    columns=(
        DOCUMENT,
        column("attribution", "id of the attribution", lambda _, a: a.id),
        column("source", "who says it, by name where known", lambda r, a: r.speaker(a)),
        column("source_entity", "id of the entity that says it", lambda _, a: a.source.entity),
        column("source_country", "its country", _country),
        column("act", "what the source does by saying it", lambda _, a: a.act.value),
        column("cue", "the words that say that it is said", lambda r, a: r.words(a.cue)),
        column("content", "what is said, in the report's words", lambda r, a: r.words(a.content)),
        column("quote", "direct, indirect or mixed", lambda _, a: a.quote.value),
        column("modality", "whether it was said at all", lambda _, a: a.modality.value),
        column("said_on", "when it was said, where the report tells it", _said_on),
        column("channel", "where it was said", lambda _, a: a.channel),
        column("within", "id of the attribution that this one is told in", lambda _, a: a.within),
        column("answers", "ids of those that this one denies", lambda _, a: listed(a.answers)),
        column("denied_by", "who denies it in this report", _deniers),
        number("confidence", "how sure the reader is, 0 to 1", lambda _, a: a.confidence),
        column("rule", "rule or model that decided", lambda _, a: a.rule),
    ),
)
