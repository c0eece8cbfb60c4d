"""Full-text search over sentences and claims; the one file that knows how each database does it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Float,
    FromClause,
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
from onrecord.record.then_tables import THEN_INDEX, index_then
from onrecord.record.timeline import day, last_day

INDEX = "search"
"""SQLite's full-text index over all passages."""

WEIGHED = 1000
"""So many passages are weighed, so that a word of every report is found as soon as a rare one."""
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

    The best of the newest WEIGHED come first, then the others, the newest first. Nothing in `words` is an operator;
    what has no letter or digit is passed over. Without words a `sieve` alone gives what passes it, the newest first.
    Raises RecordError for a date of another form.
    """
    sieve = sieve or Sieve()
    phrases = _phrases(words)
    if finds_nothing(words, sieve):
        return ()
    keys = _matched(connection, phrases, sieve, limit, offset) if phrases else _newest(connection, sieve, limit, offset)
    p, a, e = schema.passage.c, schema.attribution.c, schema.entity.c
    query: Select[Any] = (
        select(schema.passage, a.act, func.coalesce(e.name, a.source_words).label("said_by"))
        .outerjoin_from(schema.passage, schema.attribution, and_(a.document == p.document, a.id == p.attribution))
        .outerjoin(schema.entity, and_(e.document == a.document, e.id == a.source))
        .where(p.key.in_(_numbers(keys)))
    )
    rows = {row["key"]: row for row in connection.execute(query).mappings()}
    found_in = {row["document"] for row in rows.values()}
    documents = read_documents(connection, schema.document.c.key.in_(_numbers(found_in)))
    return tuple(_hit(rows[key], documents[rows[key]["document"]]) for key in keys)


def finds_nothing(words: str, sieve: Sieve) -> bool:
    """Whether there is nothing to look for."""
    return not _phrases(words) and (sieve.open or bool(words.strip()))


def found_keys(connection: Connection, words: str, sieve: Sieve) -> Select[int]:
    """Asks for the number of every passage that `find_hits` finds, in no order."""
    phrases = _phrases(words)
    if not phrases:
        return _sifted(select(schema.passage.c.key).select_from(schema.passage), sieve)
    if connection.dialect.name == "sqlite" and index_then(connection):
        return _matched_then(phrases, sieve).order_by(None)
    return _held(_match(connection, phrases), sieve)


def _phrases(words: str) -> list[str]:
    """What stands in quotes, and each other word; without letter or digit it is passed over."""
    return [p for p in (quoted or bare for quoted, bare in PHRASE.findall(words)) if any(c.isalnum() for c in p)]


def _numbers(numbers: Iterable[int]) -> BindParameter[Any]:
    return bindparam("numbers", sorted(numbers), Integer, unique=True, expanding=True, literal_execute=True)


def _newest(connection: Connection, sieve: Sieve, limit: int, offset: int) -> Sequence[int]:
    """What a sieve alone lets through, report by report."""
    p = schema.passage.c
    query = _sifted(select(p.key).select_from(schema.passage), sieve)
    query = query.order_by(p.document.desc(), p.start, p.end, p.kind, p.attribution)
    return connection.scalars(query.limit(limit).offset(offset)).all()


def _matched(connection: Connection, phrases: list[str], sieve: Sieve, limit: int, offset: int) -> Sequence[int]:
    """The newest passages that hold the phrases, weighed, the best first; after them the others, the newest first."""
    if connection.dialect.name == "sqlite" and index_then(connection):
        return connection.scalars(_matched_then(phrases, sieve).limit(limit).offset(offset)).all()
    match = _match(connection, phrases)
    every = _held(match, sieve).cte("held").prefix_with("MATERIALIZED", dialect="postgresql")
    newest_first = select(every.c.key).order_by(every.c.key.desc())
    newest = connection.scalars(newest_first.limit(WEIGHED)).all()
    keys = connection.scalars(match.ranked(newest).limit(limit).offset(offset)).all()
    if len(keys) == limit or offset + limit <= WEIGHED:
        return keys
    others = newest_first.limit(limit - len(keys)).offset(max(offset, WEIGHED))
    return [*keys, *connection.scalars(others)]


def _match(connection: Connection, phrases: list[str]) -> "_Match":
    return (_fts5 if connection.dialect.name == "sqlite" else _tsquery)(phrases)


def _held(match: "_Match", sieve: Sieve) -> Select[Any]:
    """The keys of the passages that hold the phrases and pass the sieve."""
    held = select(match.key.label("key")).select_from(match.origin).where(match.holds)
    if sieve == Sieve():
        return held
    if match.origin is not schema.passage:
        held = held.join(schema.passage, schema.passage.c.key == match.key)
    return _sifted(held, sieve)


def _matched_then(phrases: list[str], sieve: Sieve) -> Select[Any]:
    """The same where the record is seen otherwise than it is kept, over both indexes, all of it weighed."""
    p, sides = schema.passage.c, (_fts5(phrases, name) for name in (INDEX, THEN_INDEX))
    found = union_all(*(select(side.key.label("key"), side.rank.label("rank")).where(side.holds) for side in sides))
    both = found.subquery()
    query = _sifted(select(p.key).join_from(schema.passage, both, both.c.key == p.key), sieve)
    return _in_order(query, both.c.rank)


def _sifted(query: Select[Any], sieve: Sieve) -> Select[Any]:
    """The query, which selects from `passage`, with the conditions of a sieve."""
    p, a, d = schema.passage.c, schema.attribution.c, schema.document.c
    if sieve.outlet or sieve.since or sieve.until:
        query = query.join(schema.document, d.key == p.document)
    if sieve.act:
        query = query.join(schema.attribution, and_(a.document == p.document, a.id == p.attribution))
    return query.where(*_through(sieve))


def _through(sieve: Sieve) -> Iterator[ColumnElement[bool]]:
    """The conditions of a sieve on a passage, its report and its attribution."""
    p, a, d, v = schema.passage.c, schema.attribution.c, schema.document.c, schema.event.c
    if sieve.act:
        yield a.act == sieve.act.value
    if sieve.outlet:
        yield func.lower(d.publisher) == func.lower(sieve.outlet)
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
        named = func.lower(schema.place.c.name) == func.lower(sieve.place)
        yield exists().where(schema.place.c.document == p.document, named)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """How a database finds the passages that hold some phrases: `ranked` puts some of them in order, by key."""

    origin: FromClause
    key: ColumnElement[int]
    holds: ColumnElement[bool]
    rank: ColumnElement[float]
    ranked: Callable[[Sequence[int]], Select[Any]]


def _in_order(query: Select[Any], rank: ColumnElement[float]) -> Select[Any]:
    p = schema.passage.c
    return query.order_by(rank, p.document, p.start, p.end, p.kind, p.attribution)


def _fts5(phrases: list[str], index: str = INDEX) -> _Match:
    """Each phrase in double quotes, where FTS5 reads no operators; a blank between two means both."""
    p = schema.passage.c
    search = table(index, column("rowid", Integer), column("rank", Float), column(index))
    key, rank = search.c.rowid, func.round(search.c.rank, 9)
    holds = search.c[index].op("MATCH")(" ".join('"' + storable(phrase).replace('"', '""') + '"' for phrase in phrases))

    def ranked(some: Sequence[int]) -> Select[Any]:
        query = select(p.key).join_from(search, schema.passage, p.key == key)
        return _in_order(query.where(holds, key >= min(some, default=0), (key + 0).in_(_numbers(some))), rank)

    return _Match(origin=search, key=key, holds=holds, rank=rank, ranked=ranked)


def _tsquery(phrases: list[str]) -> _Match:
    """By the functions that the migrations made: words in their stems, without accents, all of them counting."""
    p = schema.passage.c
    vector = func.onrecord_terms(p.words)
    queries = [func.onrecord_phrase(storable(phrase)) for phrase in phrases]
    wanted: ColumnElement[Any] = queries[0]
    for query in queries[1:]:
        wanted = wanted.op("&&")(query)

    rank = -func.ts_rank(vector, wanted, type_=Float)

    def ranked(some: Sequence[int]) -> Select[Any]:
        return _in_order(select(p.key).where(p.key.in_(_numbers(some))), rank)

    return _Match(origin=schema.passage, key=p.key, holds=vector.op("@@")(wanted), rank=rank, ranked=ranked)
