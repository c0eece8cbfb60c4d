"""The tables of a record.

`document` and `reading` are the truth of what was read; every other table is a projection of the current readings and
can be made again from them. `start` and `end` count characters of the document's text (`end` exclusive); where an item
has several stretches they are its hull, and `spans` holds each as `[start, end]`.
"""

import re
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

VERSION = "0001"
"""The newest migration: what a record must stand at to be read and written."""


UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def storable(text: str) -> str:
    """Text as any database can hold it: NUL and lone surrogates become U+FFFD, one for one, so offsets stay."""
    return UNSTORABLE.sub("\ufffd", text)


class Words(TypeDecorator[str]):
    """Text, made storable on its way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def words(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, Words, nullable=not required)


def number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


def listed(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)


def hull() -> tuple[Column[int], Column[int]]:
    return number("start", required=True), number("end", required=True)


def owner() -> Column[int]:
    return Column("document", Integer, ForeignKey("document.key", ondelete="CASCADE"), nullable=False)


def within(column: str, table: str) -> ForeignKeyConstraint:
    """A reference to another item of the same document."""
    return ForeignKeyConstraint(["document", column], [f"{table}.document", f"{table}.id"], ondelete="CASCADE")


def projection(name: str, key: str | tuple[str, ...], *items: SchemaItem) -> Table:
    """A table whose rows belong to a document and are told apart in it by `key`."""
    keys = (key,) if isinstance(key, str) else key
    return Table(name, METADATA, owner(), *items, PrimaryKeyConstraint("document", *keys), sqlite_with_rowid=False)


document = Table(
    "document",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("id", required=True),
    words("text", required=True),
    words("title"),
    words("url"),
    words("publisher"),
    words("language"),
    words("date"),
    words("date_basis", required=True),
    words("sha256", required=True),
    words("published"),
    words("published_basis", required=True),
    UniqueConstraint("id"),
    Index(None, "sha256"),
)

reading = Table(
    "reading",
    METADATA,
    Column("key", Integer, primary_key=True),
    owner(),
    words("version", required=True),
    words("lexicon", required=True),
    words("model", required=True),
    Column("current", Boolean(create_constraint=False), nullable=False),
    words("json", required=True),
    UniqueConstraint("document", "version", "lexicon", "model"),
)

entity = projection(
    "entity",
    "id",
    words("id", required=True),
    words("kind", required=True),
    words("name", required=True),
    words("name_key", required=True),
    words("last_key", required=True),
    words("country"),
    listed("sector"),
    words("register"),
    Index(None, "name_key"),
    Index(None, "last_key"),
    Index(None, "country"),
)

mention = projection(
    "mention",
    ("start", "end", "entity"),
    words("entity", required=True),
    *hull(),
    words("form", required=True),
    words("words", required=True),
    words("name_key"),
    within("entity", "entity"),
    Index(None, "name_key"),
)

office = projection(
    "office",
    "n",
    number("n", required=True),
    words("holder", required=True),
    words("title", required=True),
    words("body"),
    words("country"),
    words("since"),
    words("until"),
    words("appointed_by"),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("holder", "entity"),
    within("body", "entity"),
    within("appointed_by", "entity"),
)

kin = projection(
    "kin",
    "n",
    number("n", required=True),
    words("person", required=True),
    words("relation", required=True),
    words("of", required=True),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("person", "entity"),
    within("of", "entity"),
)

time = projection(
    "time",
    "id",
    words("id", required=True),
    *hull(),
    words("type", required=True),
    words("value", required=True),
    words("rule"),
)

place = projection(
    "place",
    "id",
    words("id", required=True),
    *hull(),
    words("name", required=True),
    words("country"),
    words("admin1"),
    Column("lat", Float),
    Column("lon", Float),
    number("geonameid"),
    words("precision", required=True),
)

attribution = projection(
    "attribution",
    "id",
    words("id", required=True),
    words("source"),
    words("source_words"),
    words("source_key"),
    words("act", required=True),
    words("quote", required=True),
    words("channel"),
    words("within"),
    words("words", required=True),
    listed("source_spans"),
    listed("cue_spans"),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("source", "entity"),
    within("within", "attribution"),
    CheckConstraint("within <> id", name="within_another"),
    Index(None, "source_key"),
)

answer = projection(
    "answer",
    ("attribution", "answers"),
    words("attribution", required=True),
    words("answers", required=True),
    within("attribution", "attribution"),
    within("answers", "attribution"),
)

event = projection(
    "event",
    "id",
    words("id", required=True),
    words("type", required=True),
    listed("mode"),
    listed("context"),
    words("quad", required=True),
    Column("intensity", Float, nullable=False),
    words("parties", required=True),
    listed("trigger_spans"),
    *hull(),
    words("since"),
    words("until"),
    words("basis", required=True),
    listed("date_spans"),
    words("place"),
    words("modality", required=True),
    words("evidence", required=True),
    words("attribution"),
    Column("confidence", Float, nullable=False),
    words("rule"),
    within("place", "place"),
    within("attribution", "attribution"),
    Index(None, "type", "parties"),
    Index(None, "document", "attribution"),
)

event_party = projection(
    "event_party",
    ("event", "role", "n"),
    words("event", required=True),
    words("role", required=True),
    number("n", required=True),
    words("entity", required=True),
    within("event", "event"),
    within("entity", "entity"),
    Index(None, "document", "entity"),
)

figure = projection(
    "figure",
    ("event", "n"),
    words("event", required=True),
    number("n", required=True),
    words("what", required=True),
    number("low"),
    number("high"),
    listed("spans"),
    number("start"),
    number("end"),
    words("attribution"),
    within("event", "event"),
    within("attribution", "attribution"),
    Index(None, "document", "attribution"),
)

passage = Table(
    "passage",
    METADATA,
    Column("key", Integer, primary_key=True),
    owner(),
    words("kind", required=True),
    *hull(),
    words("attribution"),
    words("words", required=True),
    within("attribution", "attribution"),
    Index(None, "document"),
)

PROJECTIONS = (
    entity,
    mention,
    office,
    kin,
    time,
    place,
    attribution,
    answer,
    event,
    event_party,
    figure,
    passage,
)
"""In the order in which they are filled; they are emptied in the opposite order."""
