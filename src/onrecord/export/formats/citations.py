"""A citation for each fact: what is on record, in which words, in which report, of which outlet and day."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.export import wording
from onrecord.export.formats.pieces import Pieces, Readings, as_csv_table
from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import DOCUMENT, Table, column, whole
from onrecord.model import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`says` is the fact in a phrase, `spans` the words that it rests on."""

    kind: str
    id: str
    says: str
    word: str
    spans: tuple[Extent, ...]


def pieces(readings: Readings) -> Pieces:
    """The table as CSV."""
    return as_csv_table(readings, CITATIONS)


def facts(report: Lookup) -> Iterator[Fact]:
    """Every event, attribution, office and tie of a report."""
    own = "the report's own word"
    reading = report.reading
    for event in reading.events:
        actors, recipients = report.names(event.actor) or "somebody", report.names(event.recipient)
        says = f"{event.type}: {actors}{f' → {recipients}' if recipients else ''}, {wording.when(event.date)}"
        yield Fact(kind="event", id=event.id, says=says, word=wording.word(report, event), spans=(event.sentence,))
    for told in reading.attributions:
        says = f"{report.speaker(told)} {wording.ACTS[told.act]}"
        yield Fact(kind="attribution", id=told.id, says=says, word=report.speaker(told), spans=told.content)
    for office in reading.offices:
        says = f"{report.names([office.holder]) or 'somebody'}: {wording.office(report, office)}"
        yield Fact(kind="office", id=office.holder, says=says, word=own, spans=office.spans)
    for tie in reading.kin:
        says = f"{report.names([tie.person])} is {tie.relation} of {report.names([tie.of]) or 'somebody unnamed'}"
        yield Fact(kind="kin", id=tie.person, says=says, word=own, spans=tie.spans)


def citation(report: Lookup, fact: Fact) -> str:
    """ "“Strike on border post”, The Example Post, 2025-03-18, characters 0-112", with the address where known."""
    read = report.reading.document
    where = f"characters {fact.spans[0].start}-{fact.spans[-1].end}" if fact.spans else None
    parts = (f"“{report.title()}”", wording.outlet(report), read.published.value or wording.UNDATED, read.url, where)
    return ", ".join(filter(None, parts))


CITATIONS = Table(
    name="citations",
    about="a fact and where it stands",
    items=facts,
    columns=(
        DOCUMENT,
        column("kind", "event, attribution, office or kin", lambda _, fact: fact.kind),
        column("id", "id of the item, or of the person", lambda _, fact: fact.id),
        column("says", "the fact in a phrase", lambda _, fact: fact.says),
        column("word", "on whose word", lambda _, fact: fact.word),
        column("words", "the words of the report that it rests on", lambda report, fact: report.words(fact.spans)),
        whole("start", "first character", lambda _, fact: fact.spans[0].start if fact.spans else None),
        whole("end", "first character after it", lambda _, fact: fact.spans[-1].end if fact.spans else None),
        column("title", "headline", lambda report, _: report.title()),
        column("outlet", "who brings it", lambda report, _: wording.outlet(report)),
        column("published", "its date", lambda report, _: report.reading.document.published.value),
        column("url", "its address", lambda report, _: report.reading.document.url),
        column("citation", "all of it in a line", citation),
    ),
)
