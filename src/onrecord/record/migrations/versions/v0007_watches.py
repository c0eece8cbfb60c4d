"""Saved searches, and the channels by which their new matches are told.

Revision ID: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    op.create_table(
        "watch",
        sa.Column("key", WHOLE, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("name", "asked")),
        sa.Column("sieve", sa.JSON(), nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("author", "at")),
        sa.Column("seen", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_watch"),
    )
    op.create_table(
        "watch_channel",
        *(sa.Column(name, WHOLE, nullable=False) for name in ("key", "watch")),
        *(sa.Column(name, TEXT, nullable=False) for name in ("kind", "address")),
        sa.Column("told", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["watch"], ["watch.key"], name="fk_watch_channel_watch", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_watch_channel"),
    )
    op.create_index("ix_watch_channel_watch", "watch_channel", ["watch"])
