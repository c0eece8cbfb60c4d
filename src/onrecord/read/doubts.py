"""The reader's own doubts, said with a reading: for now, what it makes of a report's date."""

from collections.abc import Iterator

from onrecord.model import Basis, Note, Published

SURE = 0.6
"""Confidence below which an inferred date is doubtful; a dateline whose year a lone weekday gives has 0.5."""


def find_notes(published: Published) -> Iterator[Note]:
    """A note where a report tells no date, and one where its date rests on little or on words that disagree."""
    if published.basis is Basis.UNKNOWN:
        yield Note(
            code="date.unknown",
            message="Nothing in the report tells its date, so a day like Tuesday stays open. Give it if you know it.",
        )
    elif published.against:
        yield Note(
            code="date.conflict",
            message="Other words of the report do not go with the date inferred for it. Give it if you know it.",
            spans=published.against,
        )
    elif published.basis is Basis.INFERRED and published.confidence < SURE:
        yield Note(
            code="date.doubtful",
            message="The date is inferred from few words, or from words that disagree. Give it if you know it.",
            spans=published.spans,
        )
