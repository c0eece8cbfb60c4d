"""When something was said, where its report tells it.

Revision ID: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("attribution", sa.Column("said_on", sa.Text()))
