"""Recording times: versions of a report and every coding of it are kept, with since when and until when.

Revision ID: 0004
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    op.add_column("document", recorded_at())
    op.create_index("ix_document_recorded_at", "document", ["recorded_at"])
    make_versions()
    keep_all_readings()


def recorded_at() -> sa.Column[Any]:
    """Empty for what is kept already: nobody knows since when."""
    return sa.Column("recorded_at", TEXT, nullable=False, server_default="")


def make_versions() -> None:
    must, may = ("id", "text", "date_basis", "sha256", "published_basis"), ("title", "url", "publisher", "language")
    op.create_table(
        "version",
        *(sa.Column(name, WHOLE, nullable=False) for name in ("key", "document")),
        *(sa.Column(name, TEXT, nullable=False) for name in must),
        *(sa.Column(name, TEXT) for name in (*may, "date", "published")),
        recorded_at(),
        sa.Column("withdrawn_at", TEXT, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name="fk_version_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_version"),
    )
    op.create_index("ix_version_document", "version", ["document"])


def keep_all_readings() -> None:
    """One document may now be coded twice by one edition; what was not current was so at no known time."""
    op.add_column("reading", recorded_at())
    op.add_column("reading", sa.Column("withdrawn_at", TEXT))
    op.execute(sa.text("UPDATE reading SET withdrawn_at = '' WHERE NOT current"))
    with op.batch_alter_table("reading") as batch:
        batch.drop_constraint("uq_reading_document_version_lexicon_model", type_="unique")
        batch.drop_column("current")
    for column in ("document", "recorded_at"):
        op.create_index(f"ix_reading_{column}", "reading", [column])
