"""A row's fields to a Document, whatever kind of file the row stood in."""

from collections.abc import Mapping
from typing import Any

from onrecord.errors import InputError
from onrecord.ingest.admit import admit
from onrecord.ingest.dates import as_iso
from onrecord.ingest.options import Options
from onrecord.model import Basis, Document

FIELDS = ("id", "title", "url", "publisher", "language", "date")
GIVEN = ("title", "publisher", "date")


def as_document(where: str, row: Mapping[str, Any], options: Options) -> Document | InputError:
    """A row as a Document; an absent, null or empty field is one that nobody knows. `where` names it in the refusal."""
    try:
        text = row.get("text")
        if text is None:
            raise InputError(where, "has no text")
        if not isinstance(text, str):
            raise InputError(where, f"its text is no text but {type(text).__name__}")
        known = {name: _field(where, name, row.get(name)) for name in FIELDS}
        known |= {name: given for name in GIVEN if (given := getattr(options, name)) is not None}
        date = known.pop("date")
        published = as_iso(date) if date else None
        if date and published is None:
            raise InputError(where, f"its date {date!r} is no date; write it as 2025-03-18")
        known["language"] = admit(where, text, language=known["language"])
        basis = Basis.GIVEN if published else Basis.UNKNOWN
        return Document.from_text(text, **known, date=published, date_basis=basis)
    except InputError as error:
        return error


def _field(where: str, name: str, value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(where, f"its {name} is no text but {type(value).__name__}")
    return value.strip() or None if value else None
