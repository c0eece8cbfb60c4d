"""The tables of what people decided about single reports and sources. Rows are added, never changed, never deleted.

It names reports and items by their own ids and places in the text, not by rows, so it outlives a recoding.
"""

from sqlalchemy import JSON, Column, Index, Integer, Table

from onrecord.record.columns import METADATA, listed, number, words

correction = Table(
    "correction",
    METADATA,
    Column("number", Integer, primary_key=True),
    words("action", required=True),
    words("document", required=True),
    Column("target", JSON(none_as_null=True)),
    Column("other", JSON(none_as_null=True)),
    listed("changes"),
    number("undoes"),
    words("author", required=True),
    words("at", required=True),
    words("reason"),
    Index(None, "document"),
)
"""What a person corrected in a report (`correction.CorrectionRow`), or the number of the correction that is undone."""

rating = Table(
    "rating",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("scale", required=True),
    words("name", required=True),
    words("name_key", required=True),
    words("document", required=True),
    words("item", required=True),
    Column("target", JSON(none_as_null=True)),
    words("grade", required=True),
    words("author", required=True),
    words("at", required=True),
    words("reason", required=True),
)
"""How far a person trusts a source, by name, or an event or attribution of a report (`ratings.py`).

`target` is where the item stands (`correction.Address`); absent of what was rated before this was kept.
"""
