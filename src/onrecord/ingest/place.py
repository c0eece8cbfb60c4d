"""A row of a corpus and where it stands."""

from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.ingest.captured import Captured
from onrecord.model import Document

Row = Document | InputError
"""A report, or why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """`where` names the row by file and line, row group or record, `id` its report, where it has one; `behind` is how
    many bytes of the file lie behind it. A page of a web archive stays closed (`Captured`) until somebody wants the
    report in it."""

    where: str
    row: Row | Captured
    behind: int = 0
    id: str | None = None

    def opened(self) -> Row:
        """The row, with the report of a captured page found in it."""
        return self.row.opened() if isinstance(self.row, Captured) else self.row
