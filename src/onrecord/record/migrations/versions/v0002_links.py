"""Parts of names, and what is decided across reports: links, incidents, judgements.

Revision ID: 0002
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from onrecord.record.names import name_key, sound_keys

revision = "0002"
down_revision = "0001"

TEXT, WHOLE = sa.Text(), sa.Integer()
NAMED = ("person", "body", "group")


def upgrade() -> None:
    make("name_part", ("entity", "part"), needed("entity", TEXT), needed("part", TEXT), to_item("name_part", "entity"))
    index("name_part", "part")
    fill_name_parts()
    make_linkage()
    make_links()
    make_judgements()


def needed(name: str, type_: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, type_, nullable=False)


def to_item(table: str, column: str) -> sa.ForeignKeyConstraint:
    columns, targets = ["document", column], [f"{column}.document", f"{column}.id"]
    return sa.ForeignKeyConstraint(columns, targets, name=f"fk_{table}_document_{column}", ondelete="CASCADE")


def to_document(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["document.key"], name=f"fk_{table}_{column}", ondelete="CASCADE")


def make(table: str, keys: tuple[str, ...], *items: SchemaItem) -> None:
    """A table whose rows belong to a document and are told apart in it by `keys`."""
    key = sa.PrimaryKeyConstraint("document", *keys, name=f"pk_{table}")
    op.create_table(
        table, needed("document", WHOLE), *items, to_document(table, "document"), key, sqlite_with_rowid=False
    )


def index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def make_linkage() -> None:
    make("sketch", (), needed("features", sa.JSON()))
    make("trace", ("key",), needed("key", sa.BigInteger()), sa.Column("day", WHOLE))
    index("trace", "key", "day")
    make("telling", ("incident",), needed("incident", TEXT), needed("main", sa.Boolean()))
    index("telling", "incident")
    make("told_event", ("event",), needed("event", TEXT), needed("incident", TEXT))
    index("told_event", "incident")


def make_links() -> None:
    op.create_table(
        "link",
        needed("one", WHOLE),
        needed("other", WHOLE),
        needed("score", sa.Float()),
        needed("reasons", sa.JSON()),
        sa.CheckConstraint("one < other", name=op.f("ck_link_one_before_other")),
        to_document("link", "one"),
        to_document("link", "other"),
        sa.PrimaryKeyConstraint("one", "other", name="pk_link"),
        sqlite_with_rowid=False,
    )
    index("link", "other")


def make_judgements() -> None:
    must = ("kind", "one_document", "one_item", "other_document", "other_item")
    may = ("reason", "withdrawn_by", "withdrawn_at", "withdrawn_reason")
    op.create_table(
        "judgement",
        needed("key", WHOLE),
        *(needed(name, TEXT) for name in must),
        needed("same", sa.Boolean()),
        *(needed(name, TEXT) for name in ("author", "at")),
        *(sa.Column(name, TEXT) for name in may),
        sa.PrimaryKeyConstraint("key", name="pk_judgement"),
    )
    index("judgement", "one_document")
    index("judgement", "other_document")


def fill_name_parts() -> None:
    """The projection of what is kept already; nothing has to be read again."""
    connection = op.get_bind()
    named = sa.text("SELECT document, id, name FROM entity WHERE kind IN :kinds").bindparams(
        sa.bindparam("kinds", NAMED, expanding=True)
    )
    called = sa.text(
        "SELECT m.document, m.entity, m.words FROM mention m "
        "JOIN entity e ON e.document = m.document AND e.id = m.entity WHERE m.form = 'name' AND e.kind IN :kinds"
    ).bindparams(sa.bindparam("kinds", NAMED, expanding=True))
    found = {row for query in (named, called) for row in parts(connection.execute(query))}
    target = sa.table("name_part", sa.column("document"), sa.column("entity"), sa.column("part"))
    if found:
        op.bulk_insert(target, [dict(zip(("document", "entity", "part"), row, strict=True)) for row in sorted(found)])


def parts(rows: Iterable[Any]) -> Iterable[tuple[int, str, str]]:
    for document, entity, name in rows:
        for part in sound_keys(name_key(name)):
            yield document, entity, part
