"""What the tables are made of: text that any database can hold, offsets, and references within a document."""

import re
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.schema import SchemaItem

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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


def words(name: str, *, required: bool = False) -> Column[str]:
    return Column(name, Words, nullable=not required)


def number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


def large(name: str) -> Column[int]:
    """A whole number of up to 64 bits in either database."""
    return Column(name, BigInteger().with_variant(Integer, "sqlite"))


def listed(name: str) -> Column[Any]:
    return Column(name, JSON, nullable=False)


def recorded_at() -> Column[str]:
    """Since when the row's content is on record; empty where that was not kept."""
    return Column("recorded_at", Words, nullable=False, server_default="")


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
