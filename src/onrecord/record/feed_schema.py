"""Where reports come from by themselves: feeds and watched folders, and every item that they ever brought.

Both are truth: nothing else tells what was fetched already. Items outlive their feed, so none is fetched twice.
"""

from sqlalchemy import Column, Index, Integer, Table, UniqueConstraint

from onrecord.record.columns import METADATA, number, words

feed = Table(
    "feed",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("address", required=True),
    words("title"),
    words("added_at", required=True),
    words("asked_at"),
    words("due_at"),
    number("failures", required=True),
    words("fault"),
    words("etag"),
    words("modified"),
    UniqueConstraint("address"),
)
"""`address` is a URL or the path of a folder; `etag` and `modified` are what the server last said, to be sent back.

`failures` counts those in a row, `fault` is the last of them, and before `due_at` the feed is left alone.
"""

feed_item = Table(
    "feed_item",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("address", required=True),
    words("feed", required=True),
    words("mark", required=True),
    words("state", required=True),
    words("title"),
    words("published"),
    words("language"),
    words("text"),
    words("reason"),
    words("fetched_at", required=True),
    UniqueConstraint("address"),
    Index(None, "feed"),
)
"""`address` is a report's URL or a file's path, `feed` the address of what brought it, `mark` tells versions of a file
apart. `state` is read, unread (in another language, with its `language` and `text`) or failed (with the `reason`).
"""
