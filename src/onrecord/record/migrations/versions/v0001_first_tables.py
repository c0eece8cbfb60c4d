"""The first tables, and the full-text index over passages.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

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


def upgrade() -> None:
    op.create_table(
        "document",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("date_basis", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("published_basis", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_document"),
        sa.UniqueConstraint("id", name="uq_document_id"),
    )
    op.create_index("ix_document_sha256", "document", ["sha256"])
    op.create_table(
        "entity",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("last_key", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("sector", sa.JSON(), nullable=False),
        sa.Column("register", sa.Text()),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_entity_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_entity"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entity_country", "entity", ["country"])
    op.create_index("ix_entity_last_key", "entity", ["last_key"])
    op.create_index("ix_entity_name_key", "entity", ["name_key"])
    op.create_table(
        "place",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("admin1", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("geonameid", sa.Integer()),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_place_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reading",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("lexicon", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_reading_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_reading"),
        sa.UniqueConstraint(
            "document", "version", "lexicon", "model", name="uq_reading_document_version_lexicon_model"
        ),
    )
    op.create_table(
        "time",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text()),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_time_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_time"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attribution",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text()),
        sa.Column("source_words", sa.Text()),
        sa.Column("source_key", sa.Text()),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text()),
        sa.Column("within", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source_spans", sa.JSON(), nullable=False),
        sa.Column("cue_spans", sa.JSON(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("rule", sa.Text()),
        sa.CheckConstraint("within <> id", name="ck_attribution_within_another"),
        sa.ForeignKeyConstraint(
            ["document", "source"],
            ["entity.document", "entity.id"],
            name="fk_attribution_document_source",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "within"],
            ["attribution.document", "attribution.id"],
            name="fk_attribution_document_within",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_attribution_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_attribution"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attribution_source_key", "attribution", ["source_key"])
    op.create_table(
        "kin",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("rule", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document", "of"], ["entity.document", "entity.id"], name="fk_kin_document_of", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document", "person"], ["entity.document", "entity.id"], name="fk_kin_document_person", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_kin_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n", name="pk_kin"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mention",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document", "entity"],
            ["entity.document", "entity.id"],
            name="fk_mention_document_entity",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_mention_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "start", "end", "entity", name="pk_mention"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mention_name_key", "mention", ["name_key"])
    op.create_table(
        "office",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("since", sa.Text()),
        sa.Column("until", sa.Text()),
        sa.Column("appointed_by", sa.Text()),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("rule", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document", "appointed_by"],
            ["entity.document", "entity.id"],
            name="fk_office_document_appointed_by",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "body"], ["entity.document", "entity.id"], name="fk_office_document_body", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document", "holder"],
            ["entity.document", "entity.id"],
            name="fk_office_document_holder",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_office_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "n", name="pk_office"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "answer",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "answers"],
            ["attribution.document", "attribution.id"],
            name="fk_answer_document_answers",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "attribution"],
            ["attribution.document", "attribution.id"],
            name="fk_answer_document_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_answer_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "attribution", "answers", name="pk_answer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.JSON(), nullable=False),
        sa.Column("context", sa.JSON(), nullable=False),
        sa.Column("quad", sa.Text(), nullable=False),
        sa.Column("intensity", sa.Float(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("trigger_spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text()),
        sa.Column("until", sa.Text()),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("date_spans", sa.JSON(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text()),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document", "attribution"],
            ["attribution.document", "attribution.id"],
            name="fk_event_document_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "place"], ["place.document", "place.id"], name="fk_event_document_place", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_event_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "id", name="pk_event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_document_attribution", "event", ["document", "attribution"])
    op.create_index("ix_event_type_parties", "event", ["type", "parties"])
    op.create_table(
        "passage",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("attribution", sa.Text()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "attribution"],
            ["attribution.document", "attribution.id"],
            name="fk_passage_document_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_passage_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_passage"),
    )
    op.create_index("ix_passage_document", "passage", ["document"])
    op.create_table(
        "event_party",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document", "entity"],
            ["entity.document", "entity.id"],
            name="fk_event_party_document_entity",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "event"],
            ["event.document", "event.id"],
            name="fk_event_party_document_event",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_event_party_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "event", "role", "n", name="pk_event_party"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_event_party_document_entity", "event_party", ["document", "entity"])
    op.create_table(
        "figure",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("low", sa.Integer()),
        sa.Column("high", sa.Integer()),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("attribution", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document", "attribution"],
            ["attribution.document", "attribution.id"],
            name="fk_figure_document_attribution",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document", "event"], ["event.document", "event.id"], name="fk_figure_document_event", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_figure_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "event", "n", name="pk_figure"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_figure_document_attribution", "figure", ["document", "attribution"])
    for statement in FTS5 if op.get_bind().dialect.name == "sqlite" else GIN:
        op.execute(statement)
