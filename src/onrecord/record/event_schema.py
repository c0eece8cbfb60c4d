"""The tables of what happened: projections of the current readings (`schema.py` tells of offsets and spans)."""

from sqlalchemy import Column, Float, Index

from onrecord.record.columns import hull, large, listed, number, projection, within, words

event = projection(
    "event",
    "id",
    words("id", required=True),
    words("type", required=True),
    listed("mode"),
    listed("context"),
    words("quad", required=True),
    Column("intensity", Float, nullable=False),
    words("parties", required=True),
    listed("trigger_spans"),
    *hull(),
    words("since"),
    words("until"),
    words("basis", required=True),
    listed("date_spans"),
    words("place"),
    words("modality", required=True),
    words("evidence", required=True),
    words("attribution"),
    Column("confidence", Float, nullable=False),
    words("rule"),
    within("place", "place"),
    within("attribution", "attribution"),
    Index(None, "type", "parties", "since", "until"),
    Index(None, "document", "attribution"),
)

event_party = projection(
    "event_party",
    ("event", "role", "n"),
    words("event", required=True),
    words("role", required=True),
    number("n", required=True),
    words("entity", required=True),
    words("country"),
    within("event", "event"),
    within("entity", "entity"),
    Index(None, "document", "entity"),
    Index(None, "country", "document", "event"),
)
"""Who has a part in an event, with the country of the entity, by which most is asked."""

figure = projection(
    "figure",
    ("event", "n"),
    words("event", required=True),
    number("n", required=True),
    words("what", required=True),
    large("low"),
    large("high"),
    listed("spans"),
    number("start"),
    number("end"),
    words("attribution"),
    words("currency"),
    within("event", "event"),
    within("attribution", "attribution"),
    Index(None, "document", "attribution"),
)
