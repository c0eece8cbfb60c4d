"""What people corrected in reports.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

TEXT, WHOLE = sa.Text(), sa.Integer()


def upgrade() -> None:
    op.create_table(
        "correction",
        sa.Column("number", WHOLE, nullable=False),
        *(sa.Column(name, TEXT, nullable=False) for name in ("action", "document")),
        *(sa.Column(name, sa.JSON()) for name in ("target", "other")),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("undoes", WHOLE),
        *(sa.Column(name, TEXT, nullable=False) for name in ("author", "at")),
        sa.Column("reason", TEXT),
        sa.PrimaryKeyConstraint("number", name="pk_correction"),
    )
    op.create_index("ix_correction_document", "correction", ["document"])
