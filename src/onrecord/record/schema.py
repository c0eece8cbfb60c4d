"""The tables of a record.

`document`, `version` and `reading` are the truth of what was read; every other table of this file is a projection of
the current readings and can be made again from them. `link_schema.py` has the tables of what was decided across
reports. `start` and `end` count characters of the document's text (`end` exclusive); where an item has several
stretches they are its hull, and `spans` holds each as `[start, end]`. `recorded_at` and `withdrawn_at` are recording
times (`clock.py`).
"""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Float, Index, Integer, Table, UniqueConstraint

from onrecord.record.columns import METADATA, hull, large, listed, number, owner, projection, recorded_at, within, words

VERSION = "0010"
"""The newest migration: what a record must stand at to be read and written."""


def _report() -> tuple[Column[Any], ...]:
    """What is kept of a report as it came in, and since when."""
    return (
        words("id", required=True),
        words("text", required=True),
        words("title"),
        words("url"),
        words("publisher"),
        words("language"),
        words("date"),
        words("date_basis", required=True),
        words("sha256", required=True),
        words("published"),
        words("published_basis", required=True),
        recorded_at(),
    )


document = Table(
    "document",
    METADATA,
    Column("key", Integer, primary_key=True),
    *_report(),
    UniqueConstraint("id"),
    Index(None, "sha256"),
    Index(None, "published"),
    Index(None, "recorded_at"),
)

version = Table(
    "version",
    METADATA,
    Column("key", Integer, primary_key=True),
    owner(),
    *_report(),
    words("withdrawn_at", required=True),
    Index(None, "document"),
)
"""What a document was before it came in changed."""

reading = Table(
    "reading",
    METADATA,
    Column("key", Integer, primary_key=True),
    owner(),
    words("version", required=True),
    words("lexicon", required=True),
    words("model", required=True),
    words("json", required=True),
    recorded_at(),
    words("withdrawn_at"),
    Index(None, "document"),
    Index(None, "recorded_at"),
)
"""Every coding of a document. The current one is not withdrawn."""

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

time = projection(
    "time",
    "id",
    words("id", required=True),
    *hull(),
    words("type", required=True),
    words("value", required=True),
    words("rule"),
)

place = projection(
    "place",
    "id",
    words("id", required=True),
    *hull(),
    words("name", required=True),
    words("country"),
    words("admin1"),
    Column("lat", Float),
    Column("lon", Float),
    number("geonameid"),
    words("precision", required=True),
)

attribution = projection(
    "attribution",
    "id",
    words("id", required=True),
    words("source"),
    words("source_words"),
    words("source_key"),
    words("act", required=True),
    words("modality", required=True),
    words("quote", required=True),
    words("channel"),
    words("within"),
    words("words", required=True),
    listed("source_spans"),
    listed("cue_spans"),
    listed("spans"),
    number("start"),
    number("end"),
    words("rule"),
    within("source", "entity"),
    within("within", "attribution"),
    CheckConstraint("within <> id", name="within_another"),
    Index(None, "source_key"),
)

answer = projection(
    "answer",
    ("attribution", "answers"),
    words("attribution", required=True),
    words("answers", required=True),
    within("attribution", "attribution"),
    within("answers", "attribution"),
)

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
    within("event", "event"),
    within("entity", "entity"),
    Index(None, "document", "entity"),
)

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
    within("event", "event"),
    within("attribution", "attribution"),
    Index(None, "document", "attribution"),
)

passage = Table(
    "passage",
    METADATA,
    Column("key", Integer, primary_key=True),
    owner(),
    words("kind", required=True),
    *hull(),
    words("attribution"),
    words("words", required=True),
    within("attribution", "attribution"),
    Index(None, "document"),
)

PROJECTIONS = (
    entity,
    mention,
    name_part,
    office,
    kin,
    time,
    place,
    attribution,
    answer,
    event,
    event_party,
    figure,
    passage,
)
"""In the order in which they are filled; they are emptied in the opposite order."""
