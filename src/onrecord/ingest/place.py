"""A row of a corpus and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.errors import InputError
from onrecord.ingest.captured import Captured
from onrecord.ingest.fields import as_document
from onrecord.ingest.options import Options
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


def place_row(where: str, row: Mapping[str, Any], options: Options, behind: int) -> Placed:
    """A row's report, or why it gives none, with the id that the row has all the same."""
    found, id = as_document(where, row, options), row.get("id")
    known = str(id) if isinstance(id, str | int) and not isinstance(id, bool) else None
    return Placed(where=where, row=found, behind=behind, id=known if isinstance(found, InputError) else None)
