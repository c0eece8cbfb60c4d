"""Saved searches: kept, asked again, and what came into the record since somebody last looked or was told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update

from onrecord.errors import MissingError, RecordError
from onrecord.model import Act
from onrecord.record import schema
from onrecord.record.rows import HitRow
from onrecord.record.search import Sieve, find_hits
from onrecord.record.store import Store
from onrecord.record.watch_schema import watch, watch_channel

W, C = watch.c, watch_channel.c
MANY = 500
"""Matches that are told at a time; the rest follows the next time."""


class ChannelKind(StrEnum):
    """How new matches are told."""

    WEBHOOK = "webhook"
    EMAIL = "email"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where new matches go. `told` is the number of the newest report of which it was told."""

    key: int
    kind: ChannelKind
    address: str
    told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved search. `seen` is the number of the newest report at which its people looked."""

    key: int
    name: str
    words: str
    sieve: Sieve
    author: str
    at: str
    seen: int
    channels: tuple[Channel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Passages that match, the best first; `upto` is the number of the newest report looked at."""

    hits: tuple[HitRow, ...]
    upto: int


class Watches:
    """The saved searches of a record. Every method raises MissingError for a watch that is not there."""

    def __init__(self, store: Store, clock: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Watch, ...]:
        """Every watch, in the order in which they were made."""
        with self._store.reading() as connection:
            return _read(connection)

    def one(self, key: int) -> Watch:
        """The watch of this number."""
        with self._store.reading() as connection:
            return self._one(connection, key)

    def add(
        self,
        name: str,
        words: str,
        sieve: Sieve,
        *,
        author: str,
        channels: Sequence[tuple[ChannelKind, str]] = (),
    ) -> Watch:
        """Keeps a search; what the record holds counts as seen and told. Raises RecordError for an empty one."""
        if sieve.open and not any(c.isalnum() for c in words):
            raise RecordError("a watch needs words or a condition; name one")
        asked = {field: value for field, value in asdict(sieve).items() if value and field != "after"}
        with self._store.writing() as connection:
            newest = _newest(connection)
            row = {"name": name, "asked": words, "sieve": asked, "author": author, "at": self._clock(), "seen": newest}
            made = connection.execute(insert(watch).values(row)).inserted_primary_key
            key = int(made[0]) if made else 0
            for kind, address in channels:
                channel = {"watch": key, "kind": kind.value, "address": address, "told": newest}
                connection.execute(insert(watch_channel).values(channel))
            return self._one(connection, key)

    def remove(self, key: int) -> None:
        """Forgets a watch and its channels."""
        with self._store.writing() as connection:
            self._one(connection, key)
            connection.execute(delete(watch_channel).where(C.watch == key))
            connection.execute(delete(watch).where(W.key == key))

    def matches(self, made: Watch, *, after: int = 0, limit: int = MANY) -> Matches:
        """What matches in reports numbered above `after`, at most `limit` passages."""
        with self._store.reading() as connection:
            return _matches(connection, made, after, limit)

    def latest(self, made: Watch, *, reports: int, limit: int = MANY) -> Matches:
        """What matches in so many of the newest reports."""
        with self._store.reading() as connection:
            return _matches(connection, made, max(_newest(connection) - reports, 0), limit)

    def see(self, key: int, upto: int) -> None:
        """From now on only what came after the report of this number is new."""
        with self._store.writing() as connection:
            self._one(connection, key)
            connection.execute(update(watch).where(W.key == key).values(seen=upto))

    def tell(self, channel: int, upto: int) -> None:
        """The channel was told of everything up to the report of this number."""
        with self._store.writing() as connection:
            connection.execute(update(watch_channel).where(C.key == channel).values(told=upto))

    def _one(self, connection: Connection, key: int) -> Watch:
        for found in _read(connection, key):
            return found
        raise MissingError(f"{self._store.name}: holds no watch {key}; `onrecord watch list` has them")


def _matches(connection: Connection, made: Watch, after: int, limit: int) -> Matches:
    hits = find_hits(connection, made.words, limit=limit, sieve=replace(made.sieve, after=after))
    return Matches(hits=hits, upto=_newest(connection))


def _newest(connection: Connection) -> int:
    return connection.scalar(select(func.max(schema.document.c.key))) or 0


def _read(connection: Connection, key: int | None = None) -> tuple[Watch, ...]:
    query = select(watch).order_by(W.key)
    rows = connection.execute(query if key is None else query.where(W.key == key)).mappings().all()
    channels: dict[int, list[Channel]] = {}
    for row in connection.execute(select(watch_channel).order_by(C.key)).mappings():
        made = Channel(key=row["key"], kind=ChannelKind(row["kind"]), address=row["address"], told=row["told"])
        channels.setdefault(row["watch"], []).append(made)
    return tuple(
        Watch(
            key=row["key"],
            name=row["name"],
            words=row["asked"],
            sieve=_sieve(row["sieve"]),
            author=row["author"],
            at=row["at"],
            seen=row["seen"],
            channels=tuple(channels.get(row["key"], ())),
        )
        for row in rows
    )


def _sieve(kept: Mapping[str, str]) -> Sieve:
    act = kept.get("act")
    return Sieve(**{**kept, "act": Act(act) if act else None})  # type: ignore[arg-type]
