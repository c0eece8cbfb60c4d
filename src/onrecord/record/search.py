"""Full-text search over sentences and claims; the one file that knows how each database does it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Integer,
    RowMapping,
    Select,
    and_,
    bindparam,
    column,
    exists,
    func,
    select,
    table,
    tuple_,
    union_all,
)

from onrecord.model import Act, Extent
from onrecord.record import schema
from onrecord.record.columns import storable
from onrecord.record.gather import read_documents
from onrecord.record.parties import as_party, entities_of
from onrecord.record.rows import DocumentRow, HitRow
from onrecord.record.then_tables import THEN_INDEX, has_then
from onrecord.record.timeline import day, last_day

INDEX = "search"
"""SQLite's full-text index over all passages."""

PHRASE = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What a hit must be besides: said by a certain act, in a report of this outlet, between these days, with this
    party or place in the report's events, in a sentence that tells of an event of this type. None lets all through.
    """

    act: Act | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    party: str | None = None
    place: str | None = None
    type: str | None = None
    after: int | None = None
    """Only in reports that came after the one of this number; no condition by itself."""

    @property
    def open(self) -> bool:
        return not any((self.act, self.outlet, self.since, self.until, self.party, self.place, self.type))


def find_hits(
    connection: Connection, words: str, *, limit: int, offset: int = 0, sieve: Sieve | None = None
) -> tuple[HitRow, ...]:
    """Passages that hold all the words in whatever form ("deny" finds "denied"); "words in quotes" stand together.

    The best come first. Nothing in `words` is an operator; what has no letter or digit is passed over. Without words
    a `sieve` alone gives what passes it, the newest first. Raises RecordError for a date of another form.
    """
    sieve = sieve or Sieve()
    phrases = [p for p in (quoted or bare for quoted, bare in PHRASE.findall(words)) if any(c.isalnum() for c in p)]
    if not phrases and (sieve.open or words.strip()):
        return ()
    found = _found(connection, phrases).subquery()
    p, a, e, d = schema.passage.c, schema.attribution.c, schema.entity.c, schema.document.c
    query: Select[Any] = (
        select(schema.passage, a.act, func.coalesce(e.name, a.source_words).label("said_by"))
        .join_from(schema.passage, found, found.c.key == p.key)
        .join(schema.document, d.key == p.document)
        .outerjoin(schema.attribution, and_(a.document == p.document, a.id == p.attribution))
        .outerjoin(schema.entity, and_(e.document == a.document, e.id == a.source))
        .where(*_through(sieve))
        .order_by(found.c.rank, p.document, p.start, p.end, p.kind, p.attribution)
        .limit(limit)
        .offset(offset)
    )
    rows = connection.execute(query).mappings().all()
    found_in: set[int] = {row["document"] for row in rows}
    numbers = bindparam("numbers", sorted(found_in), Integer, expanding=True, literal_execute=True)
    documents = read_documents(connection, schema.document.c.key.in_(numbers))
    return tuple(_hit(row, documents[row["document"]]) for row in rows)


def _found(connection: Connection, phrases: list[str]) -> Select[Any]:
    if not phrases:
        p = schema.passage.c
        return select(p.key, (-p.document).label("rank"))
    if connection.dialect.name != "sqlite":
        return _tsquery(phrases)
    found = [_fts5(name, phrases) for name in (INDEX, *([THEN_INDEX] if has_then(connection) else []))]
    return select(union_all(*found).subquery())


def _through(sieve: Sieve) -> Iterator[ColumnElement[bool]]:
    """The conditions of a sieve on a passage, its report and its attribution."""
    p, a, d, v = schema.passage.c, schema.attribution.c, schema.document.c, schema.event.c
    if sieve.act:
        yield a.act == sieve.act.value
    if sieve.outlet:
        yield func.lower(d.publisher) == sieve.outlet.lower()
    if sieve.after:
        yield p.document > sieve.after
    if sieve.since:
        yield d.published >= day(sieve.since)
    if sieve.until:
        yield d.published <= last_day(sieve.until)
    if sieve.party:
        t = schema.event_party.c
        yield exists().where(
            t.document == p.document, tuple_(t.document, t.entity).in_(entities_of(as_party(sieve.party)))
        )
    if sieve.place:
        yield exists().where(
            schema.place.c.document == p.document, func.lower(schema.place.c.name) == sieve.place.lower()
        )
    if sieve.type:
        yield exists().where(v.document == p.document, v.type == sieve.type.upper(), v.start < p.end, v.end > p.start)


def _hit(row: RowMapping, document: DocumentRow) -> HitRow:
    return HitRow(
        document=document,
        kind=row["kind"],
        words=row["words"],
        extent=Extent(row["start"], row["end"]),
        attribution=row["attribution"],
        source=row["said_by"],
        act=Act(row["act"]) if row["act"] else None,
    )


def _fts5(index: str, phrases: list[str]) -> Select[Any]:
    """Each phrase in double quotes, where FTS5 reads no operators; a blank between two means both."""
    search = table(index, column("rowid"), column("rank"), column(index))
    wanted = " ".join('"' + storable(phrase).replace('"', '""') + '"' for phrase in phrases)
    rank = func.round(search.c.rank, 9).label("rank")
    return select(search.c.rowid.label("key"), rank).where(search.c[index].op("MATCH")(wanted))


def _tsquery(phrases: list[str]) -> Select[Any]:
    """By the functions that the migrations made: words in their stems, without accents, all of them counting."""
    p = schema.passage.c
    vector = func.onrecord_terms(p.words)
    queries = [func.onrecord_phrase(storable(phrase)) for phrase in phrases]
    wanted: ColumnElement[Any] = queries[0]
    for query in queries[1:]:
        wanted = wanted.op("&&")(query)
    return select(p.key, (-func.ts_rank(vector, wanted, type_=Float)).label("rank")).where(vector.op("@@")(wanted))
