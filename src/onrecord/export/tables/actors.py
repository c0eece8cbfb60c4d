"""Who appears in the reports: entities, offices, kin."""

from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import DOCUMENT, Table, column, day, listed, whole


def _name(report: Lookup, id: str | None) -> str | None:
    entity = report.entity(id)
    return entity.name if entity else None


ENTITIES = Table(
    name="entities",
    about="a person, body, state, group or place, as one report speaks of it",
    items=lambda report: report.reading.entities,
    columns=(
        DOCUMENT,
        column("entity", "id of the entity", lambda _, e: e.id),
        column("kind", "person, body, state, group, place or other", lambda _, e: e.kind.value),
        column("name", "its fullest name", lambda _, e: e.name),
        column("country", "ISO 3166-1 alpha-3, or PLOVER's code of what belongs to no state", lambda _, e: e.country),
        column("sectors", "PLOVER sectors, the first in rank first", lambda _, e: listed(e.sector)),
        column("register", "id in the register", lambda _, e: e.register),
        whole("mentions", "how often the report speaks of it", lambda _, e: len(e.mentions)),
    ),
)

OFFICES = Table(
    name="offices",
    about="an office and who holds it, as one report tells it",
    items=lambda report: report.reading.offices,
    columns=(
        DOCUMENT,
        column("entity", "id of the holder", lambda _, o: o.holder),
        column("holder", "name of the holder", lambda r, o: _name(r, o.holder)),
        column("title", "the office", lambda _, o: o.title),
        column("body", "of which body", lambda r, o: _name(r, o.body)),
        column("country", "of which country", lambda _, o: o.country),
        day("from", "since when", lambda _, o: o.since),
        day("until", "until when", lambda _, o: o.until),
        column("appointed_by", "by whom appointed", lambda r, o: _name(r, o.appointed_by)),
        column("words", "the words that tell of it", lambda r, o: r.words(o.spans)),
    ),
)

KIN = Table(
    name="kin",
    about="two people who are related, as one report tells it",
    items=lambda report: report.reading.kin,
    columns=(
        DOCUMENT,
        column("entity", "id of the person", lambda _, k: k.person),
        column("person", "name of the person", lambda r, k: _name(r, k.person)),
        column("relation", "is the … of", lambda _, k: k.relation),
        column("of_entity", "id of the other person", lambda _, k: k.of),
        column("of", "name of the other person", lambda r, k: _name(r, k.of)),
        column("words", "the words that tell of it", lambda r, k: r.words(k.spans)),
    ),
)
