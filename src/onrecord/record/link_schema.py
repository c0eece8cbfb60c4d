"""The tables of what was decided across reports: links, the incidents that follow from them, people's judgements.

`judgement` is truth: it names items by their documents' ids and their own, not by rows, so it outlives a recoding, and
it is withdrawn, never deleted. `sketch`, `trace` and `link` are the linker's own work; `telling` and `told_event`
follow from the live links and judgements alone. All but `judgement` can be made again (`onrecord relink`).
"""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, Table

from onrecord.record.columns import METADATA, listed, number, projection, words

sketch = projection("sketch", (), listed("features"))
"""What the linker compares of a report. A report without one is not linked yet."""

trace = projection(
    "trace",
    ("key",),
    Column("key", BigInteger, nullable=False),
    number("day"),
    Index(None, "key", "day"),
)
"""Keys under which a report may meet another of the same incident; `day` counts from 0001-01-01, absent if unknown."""


def _document(name: str) -> Column[int]:
    return Column(name, Integer, ForeignKey("document.key", ondelete="CASCADE"), primary_key=True)


link = Table(
    "link",
    METADATA,
    _document("one"),
    _document("other"),
    Column("score", Float, nullable=False),
    listed("reasons"),
    CheckConstraint("one < other", name="one_before_other"),
    Index(None, "other"),
    sqlite_with_rowid=False,
)
"""Two reports and how probably they tell of one incident; `reasons` lists features as [name, value, weight]."""

telling = projection(
    "telling",
    "incident",
    words("incident", required=True),
    Column("main", Boolean(create_constraint=False), nullable=False),
    Index(None, "incident"),
)
"""Which incident a report mainly tells of, and which others it tells of too."""

told_event = projection(
    "told_event",
    "event",
    words("event", required=True),
    words("incident", required=True),
    Index(None, "incident"),
)
"""Which of a report's events belong to an incident."""

judgement = Table(
    "judgement",
    METADATA,
    Column("key", Integer, primary_key=True),
    words("kind", required=True),
    words("one_document", required=True),
    words("one_item", required=True),
    words("other_document", required=True),
    words("other_item", required=True),
    Column("same", Boolean(create_constraint=False), nullable=False),
    words("author", required=True),
    words("at", required=True),
    words("reason"),
    words("withdrawn_by"),
    words("withdrawn_at"),
    words("withdrawn_reason"),
    Index(None, "one_document"),
    Index(None, "other_document"),
)
"""A person's word that two items are the same or not: `kind` is `incident` (items are "") or `actor` (entities)."""

LINKED = (sketch, trace, telling, told_event)
"""Tables by document that the linker fills and that go when a report is read again; `link` goes with them."""
