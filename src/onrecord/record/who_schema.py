"""The tables of who is who: projections of the current readings (`schema.py` tells of offsets and spans)."""

from sqlalchemy import Index

from onrecord.record.columns import hull, listed, number, projection, within, words

entity = projection(
    "entity",
    "id",
    words("id", required=True),
    words("kind", required=True),
    words("name", required=True),
    words("name_key", required=True),
    words("last_key", required=True),
    words("country"),
    listed("sector"),
    words("register"),
    Index(None, "name_key"),
    Index(None, "last_key"),
    Index(None, "country"),
)

mention = projection(
    "mention",
    ("start", "end", "entity"),
    words("entity", required=True),
    *hull(),
    words("form", required=True),
    words("words", required=True),
    words("name_key"),
    within("entity", "entity"),
    Index(None, "name_key"),
)

name_part = projection(
    "name_part",
    ("entity", "part"),
    words("entity", required=True),
    words("part", required=True),
    within("entity", "entity"),
    Index(None, "part"),
)
"""Each word of every name of a person, body or group as it sounds (`names.sound_key`): whom a spelling may mean."""

office = projection(
    "office",
    "n",
    number("n", required=True),
    words("holder", required=True),
    words("title", required=True),
    words("body"),
    words("country"),
    words("since"),
    words("until"),
    words("appointed_by"),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("holder", "entity"),
    within("body", "entity"),
    within("appointed_by", "entity"),
    Index(None, "since"),
)

kin = projection(
    "kin",
    "n",
    number("n", required=True),
    words("person", required=True),
    words("relation", required=True),
    words("of", required=True),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("person", "entity"),
    within("of", "entity"),
)
