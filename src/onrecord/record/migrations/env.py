"""What Alembic runs; the connection is handed down by `upgrade`."""

from alembic import context

from onrecord.record.columns import METADATA
from onrecord.record.store import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
