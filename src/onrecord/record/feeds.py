"""Feeds and watched folders: what is asked, what it said last, and which items it ever brought."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from onrecord.errors import MissingError
from onrecord.record.feed_schema import feed, feed_item
from onrecord.record.store import Store

FEED, ITEM = feed.c, feed_item.c
BATCH = 500
"""Addresses that are asked for together."""


class ItemState(StrEnum):
    """What became of an item: it is on record, in another language and kept unread, or could not be had."""

    READ = "read"
    UNREAD = "unread"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed or a watched folder. Times are ISO in UTC; `counts` are of its items by state."""

    address: str
    title: str | None = None
    added_at: str = ""
    asked_at: str | None = None
    due_at: str | None = None
    failures: int = 0
    fault: str | None = None
    etag: str | None = None
    modified: str | None = None
    counts: tuple[tuple[ItemState, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """What a feed brought. `text` is kept of what could not be read for its language."""

    address: str
    feed: str
    mark: str = ""
    state: ItemState
    title: str | None = None
    published: str | None = None
    language: str | None = None
    text: str | None = None
    reason: str | None = None


class Feeds:
    """The feeds of a record. Raises RecordError where the database can't be used."""

    def __init__(self, store: Store, clock: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock

    def add(self, address: str) -> bool:
        """Keeps a feed's address; False where it is kept already."""
        with self._store.writing() as connection:
            if connection.scalar(select(FEED.key).where(FEED.address == address)) is not None:
                return False
            row = {"address": address, "added_at": self._clock(), "failures": 0}
            connection.execute(insert(feed).values(row))
            return True

    def remove(self, address: str) -> None:
        """Asks the feed no more; its reports stay. Raises MissingError where there is no such feed."""
        with self._store.writing() as connection:
            if not connection.execute(delete(feed).where(FEED.address == address)).rowcount:
                raise MissingError(f"{address}: no such feed; `onrecord feed list` shows them")

    def all(self) -> tuple[Feed, ...]:
        """Every feed with the counts of its items, in the order in which they were added."""
        with self._store.reading() as connection:
            counts = _counts(connection)
            rows = connection.execute(select(feed).order_by(FEED.key)).mappings()
            return tuple(_feed(row, counts) for row in rows)

    def note(self, told: Feed) -> None:
        """Keeps what a feed said, or why it said nothing, in place of what was kept of it before."""
        kept = ("title", "asked_at", "due_at", "failures", "fault", "etag", "modified")
        values = {name: getattr(told, name) for name in kept}
        with self._store.writing() as connection:
            connection.execute(update(feed).where(FEED.address == told.address).values(values))

    def marks(self, addresses: Collection[str]) -> Mapping[str, str]:
        """The marks of those of the addresses that were fetched before, by any feed."""
        found: dict[str, str] = {}
        wanted = list(addresses)
        with self._store.reading() as connection:
            for start in range(0, len(wanted), BATCH):
                query = select(ITEM.address, ITEM.mark).where(ITEM.address.in_(wanted[start : start + BATCH]))
                found |= {row.address: row.mark for row in connection.execute(query)}
        return found

    def keep(self, item: FeedItem) -> None:
        """Keeps what became of an item, in place of what was kept under its address."""
        values = {name: getattr(item, name) for name in FeedItem.__dataclass_fields__}
        with self._store.writing() as connection:
            connection.execute(delete(feed_item).where(ITEM.address == item.address))
            connection.execute(insert(feed_item).values(values | {"fetched_at": self._clock()}))

    def unread(self) -> Mapping[str, int]:
        """How many items are kept unread, by language."""
        query = select(ITEM.language, func.count()).where(ITEM.state == ItemState.UNREAD.value).group_by(ITEM.language)
        with self._store.reading() as connection:
            return {language or "und": count for language, count in connection.execute(query.order_by(ITEM.language))}


def _counts(connection: Connection) -> Mapping[str, tuple[tuple[ItemState, int], ...]]:
    query = select(ITEM.feed, ITEM.state, func.count()).group_by(ITEM.feed, ITEM.state).order_by(ITEM.feed, ITEM.state)
    found: dict[str, list[tuple[ItemState, int]]] = {}
    for address, state, count in connection.execute(query):
        found.setdefault(address, []).append((ItemState(state), count))
    return {address: tuple(counts) for address, counts in found.items()}


def _feed(row: Any, counts: Mapping[str, tuple[tuple[ItemState, int], ...]]) -> Feed:
    kept = {name: row[name] for name in Feed.__dataclass_fields__ if name != "counts"}
    return Feed(**kept, counts=counts.get(row["address"], ()))
