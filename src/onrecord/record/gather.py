"""Puts whole rows together for what a query has hit."""

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Select, Table, and_, func, or_, select

from onrecord.model import Act, Evidence, Extent, Kind, Modality
from onrecord.record import schema
from onrecord.record.ratings import Ratings, live_ratings
from onrecord.record.rows import DocumentRow, EventRow, FigureRow, PartyRow, SayingRow


class Documents(dict[int, DocumentRow]):
    """Documents by number in the order in which they came, and the ratings of what is told of them."""

    def __init__(self, rows: Iterable[RowMapping], rated: Ratings) -> None:
        self.rated = rated
        super().__init__(_document(dict(row), rated) for row in rows)


def read_documents(connection: Connection, which: ColumnElement[bool] | None = None) -> Documents:
    """The documents for which the condition holds, or all."""
    d = schema.document.c
    columns = (d.key, d.id, d.title, d.url, d.publisher, d.language, d.sha256, d.published, d.published_basis)
    query = select(*columns).order_by(d.key)
    rows = connection.execute(query if which is None else query.where(which)).mappings()
    return Documents(rows, live_ratings(connection))


def gather_documents(connection: Connection, *hits: Table) -> Documents:
    """The documents of any of the hits."""
    return read_documents(connection, _of_any(schema.document.c.key, hits))


def gather_sayings(connection: Connection, documents: Documents, *hits: Table) -> dict[tuple[str, str], SayingRow]:
    """Every attribution of the documents of any of the hits."""
    w = schema.answer.c
    answers: dict[tuple[int, str], list[str]] = {}
    replies = select(w.document, w.attribution, w.answers).where(_of_any(w.document, hits))
    for number, attribution, other in connection.execute(replies.order_by(*w)):
        answers.setdefault((number, attribution), []).append(other)
    found = {}
    for row in connection.execute(_sayings(hits)).mappings():
        document = documents[row["document"]]
        own = tuple(answers.get((row["document"], row["id"]), ()))
        found[document.id, row["id"]] = _saying(row, document, own, documents.rated)
    return found


def gather_events(connection: Connection, documents: Documents, hits: Table) -> tuple[EventRow, ...]:
    """The events hit, by their dates (those without one last), then by document and place in the text."""
    parties = _grouped(connection.execute(_parties(hits)).mappings())
    figures = _grouped(connection.execute(_figures(hits)).mappings())
    return tuple(
        _event(row, documents[row["document"]], parties.get(key, ()), figures.get(key, ()), documents.rated)
        for row in connection.execute(_events(hits)).mappings()
        for key in [(row["document"], row["id"])]
    )


def extent(row: RowMapping) -> Extent | None:
    """Where the row's item stands, if it has words of its own."""
    return None if row["start"] is None else Extent(row["start"], row["end"])


def _of_any(number: Column[Any], hits: Iterable[Table]) -> ColumnElement[bool]:
    return or_(*(number.in_(select(h.c.document)) for h in hits))


@cache
def _sayings(hits: tuple[Table, ...]) -> Select[Any]:
    """Asks for the attributions. It and those below are put together once: that takes longer than to run them."""
    a, e = schema.attribution.c, schema.entity.c
    return (
        select(schema.attribution, func.coalesce(e.name, a.source_words).label("said_by"), e.country, e.kind)
        .outerjoin_from(schema.attribution, schema.entity, and_(e.document == a.document, e.id == a.source))
        .where(_of_any(a.document, hits))
        .order_by(a.document, a.start, a.end, a.id)
    )


@cache
def _events(hits: Table) -> Select[Any]:
    v, p, d = schema.event.c, schema.place.c, schema.document.c
    return (
        select(
            schema.event,
            p.name.label("place_name"),
            p.country.label("place_country"),
            func.substr(d.text, v.start + 1, v.end - v.start).label("words"),
        )
        .join_from(hits, schema.event, and_(v.document == hits.c.document, v.id == hits.c.id))
        .join(schema.document, d.key == v.document)
        .outerjoin(schema.place, and_(p.document == v.document, p.id == v.place))
        .order_by(
            func.coalesce(v.since, v.until, "9999"), func.coalesce(v.until, v.since), v.document, v.start, v.end, v.id
        )
    )


@cache
def _parties(hits: Table) -> Select[Any]:
    t, e = schema.event_party.c, schema.entity.c
    return (
        select(t.document, t.event, t.role, t.entity, e.kind, e.name, e.country)
        .join_from(hits, schema.event_party, and_(t.document == hits.c.document, t.event == hits.c.id))
        .join(schema.entity, and_(e.document == t.document, e.id == t.entity))
        .order_by(t.document, t.event, t.role, t.n)
    )


@cache
def _figures(hits: Table) -> Select[Any]:
    f = schema.figure.c
    return (
        select(schema.figure)
        .join_from(hits, schema.figure, and_(f.document == hits.c.document, f.event == hits.c.id))
        .order_by(f.document, f.event, f.n)
    )


def _grouped(rows: Iterable[RowMapping]) -> dict[tuple[int, str], tuple[RowMapping, ...]]:
    return {key: tuple(group) for key, group in groupby(rows, key=lambda row: (row["document"], row["event"]))}


def _document(row: dict[str, Any], rated: Ratings) -> tuple[int, DocumentRow]:
    number, outlet = row.pop("key"), row["publisher"] or urlsplit(row["url"] or "").hostname
    return number, DocumentRow(**row, reliability=rated.of_source(outlet))


def _saying(row: RowMapping, document: DocumentRow, answers: tuple[str, ...], rated: Ratings) -> SayingRow:
    return SayingRow(
        document=document,
        id=row["id"],
        entity=row["source"],
        source=row["said_by"],
        country=row["country"],
        act=Act(row["act"]),
        modality=Modality(row["modality"]),
        quote=row["quote"],
        channel=row["channel"],
        said_on=row["said_on"],
        within=row["within"],
        answers=answers,
        words=row["words"],
        extent=extent(row),
        kind=row["kind"] and Kind(row["kind"]),
        reliability=rated.of_source(row["said_by"]),
        credibility=rated.items.get((document.id, row["id"])),
    )


def _event(
    row: RowMapping,
    document: DocumentRow,
    parties: tuple[RowMapping, ...],
    figures: tuple[RowMapping, ...],
    rated: Ratings,
) -> EventRow:
    same = ("id", "type", "quad", "intensity", "since", "until", "basis", "attribution", "confidence", "rule")
    return EventRow(
        document=document,
        **{name: row[name] for name in same},
        mode=tuple(row["mode"]),
        context=tuple(row["context"]),
        actors=tuple(_party(p) for p in parties if p["role"] == "actor"),
        recipients=tuple(_party(p) for p in parties if p["role"] == "recipient"),
        place=row["place_name"],
        country=row["place_country"],
        modality=Modality(row["modality"]),
        evidence=Evidence(row["evidence"]),
        figures=tuple(_figure(f) for f in figures),
        extent=Extent(row["start"], row["end"]),
        words=" ".join(row["words"].split()),
        credibility=rated.items.get((document.id, row["id"])),
    )


def _party(row: RowMapping) -> PartyRow:
    return PartyRow(entity=row["entity"], kind=Kind(row["kind"]), name=row["name"], country=row["country"])


def _figure(row: RowMapping) -> FigureRow:
    same = ("n", "what", "low", "high", "attribution", "currency")
    return FigureRow(**{name: row[name] for name in same}, extent=extent(row))
