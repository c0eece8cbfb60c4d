"""Indexes for the newest reports and offices, and for events of one kind on one day.

Revision ID: 0009
"""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_index("ix_document_published", "document", ["published"])
    op.create_index("ix_office_since", "office", ["since"])
    op.create_index("ix_event_type_parties_since_until", "event", ["type", "parties", "since", "until"])
    op.drop_index("ix_event_type_parties", "event")
