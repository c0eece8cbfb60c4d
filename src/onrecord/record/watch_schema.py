"""The tables of saved searches and of the channels by which their new matches are told.

`seen` and `told` are numbers of documents: what came later is new to those who look, or has not been told by that
channel yet. Documents are numbered as they come, so no clock decides what is new.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from onrecord.record.columns import METADATA, listed, number, words

watch = Table(
    "watch",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("name", required=True),
    words("asked", required=True),
    listed("sieve"),
    words("author", required=True),
    words("at", required=True),
    number("seen", required=True),
)
"""A search that was saved: its words (`asked`, perhaps none) and the conditions of its sieve by name."""

watch_channel = Table(
    "watch_channel",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("watch", Integer, ForeignKey("watch.key", ondelete="CASCADE"), nullable=False),
    words("kind", required=True),
    words("address", required=True),
    number("told", required=True),
    Index(None, "watch"),
)
"""Where new matches go: `kind` is `webhook` or `email`."""
