"""Which report told of which incident, from when to when.

Revision ID: 0008
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    for table in ("telling", "told_event"):
        op.add_column(table, recorded_at())
    make("past_telling", needed("incident", TEXT), needed("main", sa.Boolean()))
    make("past_told_event", needed("event", TEXT), needed("incident", TEXT))


def recorded_at() -> sa.Column[Any]:
    """Empty for what is kept already: nobody knows since when."""
    return sa.Column("recorded_at", TEXT, nullable=False, server_default="")


def needed(name: str, type_: Any) -> sa.Column[Any]:
    return sa.Column(name, type_, nullable=False)


def make(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        *(needed(name, WHOLE) for name in ("key", "document")),
        *columns,
        recorded_at(),
        needed("withdrawn_at", TEXT),
        sa.ForeignKeyConstraint(["document"], ["document.key"], name=f"fk_{table}_document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_document", table, ["document"])
