"""The country of who has a part in an event, and where an item stands that was rated.

Revision ID: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

COUNTRIES = """
    UPDATE event_party SET country = (
        SELECT entity.country FROM entity
        WHERE entity.document = event_party.document AND entity.id = event_party.entity
    )
"""


def upgrade() -> None:
    op.add_column("event_party", sa.Column("country", sa.Text()))
    op.execute(COUNTRIES)
    op.create_index("ix_event_party_country_document_event", "event_party", ["country", "document", "event"])
    op.add_column("rating", sa.Column("target", sa.JSON()))
