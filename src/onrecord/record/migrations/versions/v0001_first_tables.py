"""The first tables, and the full-text index over passages.

Revision ID: 0001
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None

FTS5 = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "words, content='passage', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER search_added AFTER INSERT ON passage BEGIN "
    "INSERT INTO search(rowid, words) VALUES (new.key, new.words); END",
    "CREATE TRIGGER search_dropped AFTER DELETE ON passage BEGIN "
    "INSERT INTO search(search, rowid, words) VALUES ('delete', old.key, old.words); END",
)
"""Passages are only ever added and dropped, never changed."""

GIN = ("CREATE INDEX ix_passage_search ON passage USING gin (to_tsvector('english', words))",)


TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    make_documents()
    make_actors()
    make_grounding()
    make_attributions()
    make_events()
    make_passages()
    for statement in FTS5 if op.get_bind().dialect.name == "sqlite" else GIN:
        op.execute(statement)


def needed(type_: TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, type_, nullable=False) for name in names]


def maybe(type_: TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, type_, nullable=True) for name in names]


def to_document(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["document"], ["document.key"], name=f"fk_{table}_document", ondelete="CASCADE")


def to_item(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    columns, targets = ["document", column], [f"{other}.document", f"{other}.id"]
    return sa.ForeignKeyConstraint(columns, targets, name=f"fk_{table}_document_{column}", ondelete="CASCADE")


def make(table: str, keys: tuple[str, ...], *items: SchemaItem, refers: Mapping[str, str] | None = None) -> None:
    """A table whose rows belong to a document; `refers` names the table of other items that a column points at."""
    op.create_table(
        table,
        *needed(WHOLE, "document"),
        *items,
        to_document(table),
        *(to_item(table, column, other) for column, other in (refers or {}).items()),
        sa.PrimaryKeyConstraint("document", *keys, name=f"pk_{table}"),
        sqlite_with_rowid=False,
    )


def index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def make_documents() -> None:
    op.create_table(
        "document",
        *needed(WHOLE, "key"),
        *needed(TEXT, "id", "text"),
        *maybe(TEXT, "title", "url", "publisher", "language", "date"),
        *needed(TEXT, "date_basis", "sha256"),
        *maybe(TEXT, "published"),
        *needed(TEXT, "published_basis"),
        sa.PrimaryKeyConstraint("key", name="pk_document"),
        sa.UniqueConstraint("id", name="uq_document_id"),
    )
    index("document", "sha256")
    edition = ("document", "version", "lexicon", "model")
    op.create_table(
        "reading",
        *needed(WHOLE, "key", "document"),
        *needed(TEXT, "version", "lexicon", "model"),
        *needed(sa.Boolean(), "current"),
        *needed(TEXT, "json"),
        to_document("reading"),
        sa.PrimaryKeyConstraint("key", name="pk_reading"),
        sa.UniqueConstraint(*edition, name=f"uq_reading_{'_'.join(edition)}"),
    )


def make_actors() -> None:
    names = needed(TEXT, "id", "kind", "name", "name_key", "last_key")
    make("entity", ("id",), *names, *maybe(TEXT, "country"), *needed(sa.JSON(), "sector"), *maybe(TEXT, "register"))
    for column in ("name_key", "last_key", "country"):
        index("entity", column)
    make(
        "mention",
        ("start", "end", "entity"),
        *needed(TEXT, "entity"),
        *needed(WHOLE, "start", "end"),
        *needed(TEXT, "form", "words"),
        *maybe(TEXT, "name_key"),
        refers={"entity": "entity"},
    )
    index("mention", "name_key")
    make(
        "office",
        ("n",),
        *needed(WHOLE, "n"),
        *needed(TEXT, "holder", "title"),
        *maybe(TEXT, "body", "country", "since", "until", "appointed_by"),
        *needed(sa.JSON(), "spans"),
        *maybe(WHOLE, "start", "end"),
        *maybe(TEXT, "rule"),
        refers={"holder": "entity", "body": "entity", "appointed_by": "entity"},
    )
    make(
        "kin",
        ("n",),
        *needed(WHOLE, "n"),
        *needed(TEXT, "person", "relation", "of"),
        *needed(sa.JSON(), "spans"),
        *maybe(WHOLE, "start", "end"),
        *maybe(TEXT, "rule"),
        refers={"person": "entity", "of": "entity"},
    )


def make_grounding() -> None:
    make(
        "time",
        ("id",),
        *needed(TEXT, "id"),
        *needed(WHOLE, "start", "end"),
        *needed(TEXT, "type", "value"),
        *maybe(TEXT, "rule"),
    )
    make(
        "place",
        ("id",),
        *needed(TEXT, "id"),
        *needed(WHOLE, "start", "end"),
        *needed(TEXT, "name"),
        *maybe(TEXT, "country", "admin1"),
        *maybe(sa.Float(), "lat", "lon"),
        *maybe(WHOLE, "geonameid"),
        *needed(TEXT, "precision"),
    )


def make_attributions() -> None:
    make(
        "attribution",
        ("id",),
        *needed(TEXT, "id"),
        *maybe(TEXT, "source", "source_words", "source_key"),
        *needed(TEXT, "act", "modality", "quote"),
        *maybe(TEXT, "channel", "within"),
        *needed(TEXT, "words"),
        *needed(sa.JSON(), "source_spans", "cue_spans", "spans"),
        *maybe(WHOLE, "start", "end"),
        *maybe(TEXT, "rule"),
        sa.CheckConstraint("within <> id", name=op.f("ck_attribution_within_another")),
        refers={"source": "entity", "within": "attribution"},
    )
    index("attribution", "source_key")
    columns = ("attribution", "answers")
    make("answer", columns, *needed(TEXT, *columns), refers=dict.fromkeys(columns, "attribution"))


def make_events() -> None:
    make(
        "event",
        ("id",),
        *needed(TEXT, "id", "type"),
        *needed(sa.JSON(), "mode", "context"),
        *needed(TEXT, "quad"),
        *needed(sa.Float(), "intensity"),
        *needed(TEXT, "parties"),
        *needed(sa.JSON(), "trigger_spans"),
        *needed(WHOLE, "start", "end"),
        *maybe(TEXT, "since", "until"),
        *needed(TEXT, "basis"),
        *needed(sa.JSON(), "date_spans"),
        *maybe(TEXT, "place"),
        *needed(TEXT, "modality", "evidence"),
        *maybe(TEXT, "attribution"),
        *needed(sa.Float(), "confidence"),
        *maybe(TEXT, "rule"),
        refers={"place": "place", "attribution": "attribution"},
    )
    index("event", "type", "parties")
    index("event", "document", "attribution")
    make(
        "event_party",
        ("event", "role", "n"),
        *needed(TEXT, "event", "role"),
        *needed(WHOLE, "n"),
        *needed(TEXT, "entity"),
        refers={"event": "event", "entity": "entity"},
    )
    index("event_party", "document", "entity")
    make(
        "figure",
        ("event", "n"),
        *needed(TEXT, "event"),
        *needed(WHOLE, "n"),
        *needed(TEXT, "what"),
        *maybe(WHOLE, "low", "high"),
        *needed(sa.JSON(), "spans"),
        *maybe(WHOLE, "start", "end"),
        *maybe(TEXT, "attribution"),
        refers={"event": "event", "attribution": "attribution"},
    )
    index("figure", "document", "attribution")


def make_passages() -> None:
    op.create_table(
        "passage",
        *needed(WHOLE, "key", "document"),
        *needed(TEXT, "kind"),
        *needed(WHOLE, "start", "end"),
        *maybe(TEXT, "attribution"),
        *needed(TEXT, "words"),
        to_document("passage"),
        to_item("passage", "attribution", "attribution"),
        sa.PrimaryKeyConstraint("key", name="pk_passage"),
    )
    index("passage", "document")
