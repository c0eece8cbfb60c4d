"""Full-text search over sentences and claims; the one file that knows how each database does it."""

import re
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
    func,
    select,
    table,
)

from onrecord.model import Act, Extent
from onrecord.record import schema
from onrecord.record.columns import storable
from onrecord.record.gather import read_documents
from onrecord.record.rows import DocumentRow, HitRow

PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def find_hits(connection: Connection, words: str, *, limit: int) -> tuple[HitRow, ...]:
    """Passages that hold all the words in whatever form ("deny" finds "denied"); "words in quotes" stand together.

    The best come first. Nothing in `words` is an operator; what has no letter or digit is passed over.
    """
    phrases = [p for p in (quoted or bare for quoted, bare in PHRASE.findall(words)) if any(c.isalnum() for c in p)]
    if not phrases:
        return ()
    found = (_fts5(phrases) if connection.dialect.name == "sqlite" else _tsquery(phrases)).subquery()
    p, a, e = schema.passage.c, schema.attribution.c, schema.entity.c
    query: Select[Any] = (
        select(schema.passage, a.act, func.coalesce(e.name, a.source_words).label("said_by"))
        .join_from(schema.passage, found, found.c.key == p.key)
        .outerjoin(schema.attribution, and_(a.document == p.document, a.id == p.attribution))
        .outerjoin(schema.entity, and_(e.document == a.document, e.id == a.source))
        .order_by(found.c.rank, p.document, p.start, p.end, p.kind, p.attribution)
        .limit(limit)
    )
    rows = connection.execute(query).mappings().all()
    found_in: set[int] = {row["document"] for row in rows}
    numbers = bindparam("numbers", sorted(found_in), Integer, expanding=True, literal_execute=True)
    documents = read_documents(connection, schema.document.c.key.in_(numbers))
    return tuple(_hit(row, documents[row["document"]]) for row in rows)


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


def _fts5(phrases: list[str]) -> Select[Any]:
    """Each phrase in double quotes, where FTS5 reads no operators; a blank between two means both."""
    search = table("search", column("rowid"), column("rank"), column("search"))
    wanted = " ".join('"' + storable(phrase).replace('"', '""') + '"' for phrase in phrases)
    rank = func.round(search.c.rank, 9).label("rank")
    return select(search.c.rowid.label("key"), rank).where(search.c.search.op("MATCH")(wanted))


def _tsquery(phrases: list[str]) -> Select[Any]:
    """By the functions that the migrations made: words in their stems, without accents, all of them counting."""
    p = schema.passage.c
    vector = func.onrecord_terms(p.words)
    queries = [func.onrecord_phrase(storable(phrase)) for phrase in phrases]
    wanted: ColumnElement[Any] = queries[0]
    for query in queries[1:]:
        wanted = wanted.op("&&")(query)
    return select(p.key, (-func.ts_rank(vector, wanted, type_=Float)).label("rank")).where(vector.op("@@")(wanted))
