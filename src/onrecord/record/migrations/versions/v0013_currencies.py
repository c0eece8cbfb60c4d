"""The currency of a sum of money, from the readings that tell of one.

Revision ID: 0013
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

SUMS = "SELECT document, json FROM reading WHERE withdrawn_at IS NULL AND json LIKE '%\"money\"%'"
KEPT = """
    UPDATE figure SET currency = :currency
    WHERE document = :document AND event = :event AND n = :n AND what = 'money'
"""


def upgrade() -> None:
    op.add_column("figure", sa.Column("currency", sa.Text()))
    connection = op.get_bind()
    for document, reading in connection.execute(sa.text(SUMS)).all():
        for event in json.loads(reading)["events"]:
            for n, figure in enumerate(event["figures"]):
                if figure.get("currency"):
                    kept = {"document": document, "event": event["id"], "n": n, "currency": figure["currency"]}
                    connection.execute(sa.text(KEPT), kept)
