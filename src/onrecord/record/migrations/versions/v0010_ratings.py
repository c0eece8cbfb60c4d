"""How far people trust sources and items.

Revision ID: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

COLUMNS = ("scale", "name", "name_key", "document", "item", "grade", "author", "at", "reason")


def upgrade() -> None:
    op.create_table(
        "rating",
        sa.Column("key", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in COLUMNS),
        sa.PrimaryKeyConstraint("key", name="pk_rating"),
    )
