"""The data dictionary of the tables, for docs/data.md. `python -m onrecord.export.tables.dictionary` prints it."""

import sys
from collections.abc import Iterator

from onrecord.export.cells import Row
from onrecord.export.tables import TABLES

HEAD: Row = ("table", "column", "kind", "meaning")


def dictionary_rows() -> Iterator[Row]:
    """A row for every column of every table."""
    for table in TABLES:
        for column in table.columns:
            yield table.name, column.name, column.kind.value, column.about


def as_markdown() -> str:
    """The dictionary as a table for each table."""
    return "\n".join(line for table in TABLES for line in _section(table.name))


def _section(name: str) -> Iterator[str]:
    about = next(table.about for table in TABLES if table.name == name)
    yield f"**`{name}`**: a row is {about}.\n"
    yield "| column | kind | meaning |\n| --- | --- | --- |"
    for table, column, kind, meaning in dictionary_rows():
        if table == name:
            yield f"| `{column}` | {kind} | {meaning} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
