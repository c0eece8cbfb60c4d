"""Feeds and watched folders, and every item that they ever brought.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    op.create_table(
        "feed",
        sa.Column("key", WHOLE, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("title", TEXT),
        sa.Column("added_at", TEXT, nullable=False),
        *(sa.Column(name, TEXT) for name in ("asked_at", "due_at")),
        sa.Column("failures", WHOLE, nullable=False),
        *(sa.Column(name, TEXT) for name in ("fault", "etag", "modified")),
        sa.PrimaryKeyConstraint("key", name="pk_feed"),
        sa.UniqueConstraint("address", name="uq_feed_address"),
    )
    op.create_table(
        "feed_item",
        sa.Column("key", WHOLE, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("address", "feed", "mark", "state")),
        *(sa.Column(name, TEXT) for name in ("title", "published", "language", "text", "reason")),
        sa.Column("fetched_at", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_feed_item"),
        sa.UniqueConstraint("address", name="uq_feed_item_address"),
    )
    op.create_index("ix_feed_item_feed", "feed_item", ["feed"])
