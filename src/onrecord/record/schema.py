"""The tables of a record.

`document`, `version` and `reading` are the truth of what was read; every other table of this file is a projection of
the current readings and can be made again from them. `link_schema.py` has the tables of what was decided across
reports, `who_schema.py` and `event_schema.py` those of who is who and of what happened. `start` and `end` count
characters of the document's text (`end` exclusive); where an item has several stretches they are its hull, and `spans`
holds each as `[start, end]`. `recorded_at` and `withdrawn_at` are recording times (`clock.py`).
"""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Float, Index, Integer, Table, UniqueConstraint

from onrecord.record.columns import METADATA, hull, listed, number, owner, projection, recorded_at, within, words
from onrecord.record.event_schema import event, event_party, figure
from onrecord.record.who_schema import entity, kin, mention, name_part, office

__all__ = [
    "METADATA",
    "PROJECTIONS",
    "VERSION",
    "answer",
    "attribution",
    "document",
    "entity",
    "event",
    "event_party",
    "figure",
    "kin",
    "mention",
    "name_part",
    "office",
    "passage",
    "place",
    "reading",
    "time",
    "version",
]

VERSION = "0013"
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
    words("said_on"),
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
