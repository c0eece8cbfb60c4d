"""The tables of what was decided across reports: links, the incidents that follow from them, people's judgements.

`judgement` is truth: it names items by their documents' ids and their own, not by rows, so it outlives a recoding, and
it is withdrawn, never deleted. `sketch`, `trace` and `link` are the linker's own work; `telling` and `told_event`
follow from the live links and judgements alone. All but `judgement` can be made again (`onrecord relink`); what was
told before is kept in the tables of `PAST`.
"""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, Table

from onrecord.record.columns import METADATA, listed, number, owner, projection, recorded_at, words

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
    recorded_at(),
    Index(None, "incident"),
)
"""Which incident a report mainly tells of, and which others it tells of too."""

told_event = projection(
    "told_event",
    "event",
    words("event", required=True),
    words("incident", required=True),
    recorded_at(),
    Index(None, "incident"),
)
"""Which of a report's events belong to an incident."""


def _past(table: Table) -> Table:
    """What a table held of a report and holds no more."""
    columns = (
        Column(c.name, c.type, nullable=c.nullable) for c in table.c if c.name not in ("document", "recorded_at")
    )
    return Table(
        f"past_{table.name}",
        METADATA,
        Column("key", Integer, primary_key=True),
        owner(),
        *columns,
        recorded_at(),
        words("withdrawn_at", required=True),
        Index(None, "document"),
    )


PAST = {table: _past(table) for table in (telling, told_event)}
"""Where the tellings of an incident go that are withdrawn."""

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

LINKED = (sketch, trace)
"""Tables by document that go when a report is read again; `link` goes with them, and tellings are withdrawn."""
