"""What the linker reads and writes of a record, inside one writing transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, func, insert, or_, select, text
from sqlalchemy.sql.elements import BindParameter

from onrecord.model import Document, Reading
from onrecord.record import link_schema, schema
from onrecord.record.current import current_of
from onrecord.record.judgements import Judgement, live_judgements
from onrecord.record.tellings import TellingRow, keep_tellings, withdraw_tellings

LOCK = 0x6F6E7265
"""PostgreSQL's advisory lock: two linkers beside each other would not see each other's reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """Two documents by number, the lesser first, how surely they tell of one incident, and why."""

    one: int
    other: int
    score: float
    reasons: tuple[tuple[str, float], ...] = ()


class Linkage:
    """The linker's side of a record, in which what it writes is recorded `at` a time. Documents go by number here."""

    def __init__(self, connection: Connection, *, at: str) -> None:
        self._connection, self._at = connection, at
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})

    def pending(self, limit: int) -> Sequence[int]:
        """Documents of which no incident is known yet, those that came last.

        No more are looked for than there are, so one that just came is found without a look at all others.
        """
        d, left = schema.document.c, min(limit, count_pending(self._connection))
        query = select(d.key).where(_pending()).order_by(d.key.desc()).limit(left)
        return sorted(self._connection.scalars(query)) if left else []

    def unsketched(self, documents: Collection[int]) -> list[int]:
        """Those of the documents that were not compared with any other yet."""
        s = link_schema.sketch.c
        known = set(self._connection.scalars(select(s.document).where(s.document.in_(_numbers(documents)))))
        return sorted(set(documents) - known)

    def report(self, document: int) -> tuple[Document, Reading]:
        """A document with its current reading."""
        return current_of(self._connection, document)

    def keep_sketch(self, document: int, features: Mapping[str, Any], keys: Iterable[int], day: int | None) -> None:
        """Keeps what is compared of a document and the keys under which others meet it."""
        self._connection.execute(insert(link_schema.sketch), {"document": document, "features": features})
        rows = [{"document": document, "key": key, "day": day} for key in sorted(keys)]
        if rows:
            self._connection.execute(insert(link_schema.trace), rows)

    def meeting(self, document: int, keys: Collection[int], day: int | None, window: int) -> Sequence[int]:
        """Other documents that share a key within `window` days, or whose day nobody knows."""
        t = link_schema.trace.c
        query = select(t.document).where(t.key.in_(_numbers(keys)), t.document != document).distinct()
        if day is not None:
            query = query.where(or_(t.day.between(day - window, day + window), t.day.is_(None)))
        return self._connection.scalars(query.order_by(t.document)).all()

    def holding(self, keys: Collection[int]) -> Mapping[int, Set[int]]:
        """Which documents are kept under each of the keys, whatever their day."""
        t = link_schema.trace.c
        found: dict[int, set[int]] = defaultdict(set)
        for key, document in self._connection.execute(select(t.key, t.document).where(t.key.in_(_numbers(keys)))):
            found[key].add(document)
        return found

    def sketches(self, documents: Collection[int]) -> Mapping[int, Any]:
        """What is kept to compare of each of the documents."""
        s = link_schema.sketch.c
        query = select(s.document, s.features).where(s.document.in_(_numbers(documents)))
        return {row.document: row.features for row in self._connection.execute(query)}

    def keep_links(self, links: Iterable[LinkRow]) -> None:
        rows = [{"one": k.one, "other": k.other, "score": k.score, "reasons": k.reasons} for k in links]
        if rows:
            self._connection.execute(insert(link_schema.link), rows)

    def links_of(self, documents: Collection[int], least: float = 0.0) -> Sequence[tuple[int, int, float]]:
        """Links with a score of at least `least` that any of the documents has: one, other, score."""
        k = link_schema.link.c
        some = _numbers(documents)
        query = select(k.one, k.other, k.score).where(k.score >= least)
        found = [*self._connection.execute(query.where(k.one.in_(some)))]
        found += [*self._connection.execute(query.where(k.other.in_(some), k.one.not_in(some)))]
        return [(one, other, score) for one, other, score in found]

    def judgements(self, documents: Collection[str]) -> tuple[Judgement, ...]:
        """People's live words on whether any of the reports (by id) tells of an incident of another."""
        return live_judgements(self._connection, "incident", documents)

    def numbers(self, ids: Collection[str]) -> Mapping[str, int]:
        """The numbers of the documents of these ids that the record holds."""
        d = schema.document.c
        query = select(d.id, d.key).where(d.id.in_(bindparam("ids", sorted(ids), expanding=True)))
        return {row.id: row.key for row in self._connection.execute(query)}

    def main_incidents(self, documents: Collection[int]) -> Mapping[int, str]:
        """Of which incident each of the documents mainly tells, where that is known."""
        t = link_schema.telling.c
        query = select(t.document, t.incident).where(t.main, t.document.in_(_numbers(documents)))
        return {row.document: row.incident for row in self._connection.execute(query)}

    def keep_tellings(self, tellings: Iterable[TellingRow]) -> None:
        """Puts `tellings` in place of all that is kept of the incidents of their documents."""
        keep_tellings(self._connection, tuple(tellings), at=self._at)

    def forget(self) -> None:
        """Empties all that the linker made; people's judgements stay."""
        withdraw_tellings(self._connection, None, at=self._at)
        for table in (*link_schema.LINKED, link_schema.link):
            self._connection.execute(delete(table))


def count_pending(connection: Connection) -> int:
    """How many documents no incident is known of yet: each has one main telling, or none."""
    told = select(func.count()).select_from(link_schema.telling).where(link_schema.telling.c.main)
    every = select(func.count()).select_from(schema.document)
    return connection.execute(every).scalar_one() - connection.execute(told).scalar_one()


def _pending() -> ColumnElement[bool]:
    d, t = schema.document.c, link_schema.telling.c
    return ~exists().where(t.document == d.key, t.main)


def _numbers(numbers: Collection[int]) -> BindParameter[Any]:
    return bindparam("numbers", sorted(numbers), expanding=True, literal_execute=True)
