"""How an export is written: text, piece by piece, so that no more than a report is in memory at a time."""

from collections.abc import Callable, Generator, Iterable, Iterator

from onrecord.export.cells import as_csv
from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import Table
from onrecord.model import Document, Event, Reading

Pieces = Generator[str, None, str | None]
"""The text of an export. What it returns at the end says, in one line, what was left out and why; None for nothing."""

Readings = Iterable[tuple[Document, Reading]]


def lines(readings: Readings, of: Callable[[Document, Reading], Iterator[str]]) -> Pieces:
    """A line for each thing that `of` finds in a report."""
    for document, reading in readings:
        for line in of(document, reading):
            yield f"{line}\n"
    return None


def as_csv_table(readings: Readings, table: Table) -> Pieces:
    """A table with its head as CSV."""
    yield as_csv(table.head)
    for document, reading in readings:
        yield from map(as_csv, table.rows(Lookup(document, reading)))
    return None


def day_of(report: Lookup, event: Event) -> str | None:
    """The one day for formats that have room for no more: the event's first, else its last, else the report's own."""
    return event.date.start or event.date.end or report.reading.document.published.value


def without_date(count: int) -> str | None:
    """What to say of so many events without any date."""
    return f"events without a date, left out: {count}; `--date` gives a report its own" if count else None
