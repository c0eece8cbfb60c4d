"""What a user may say about a report before it is read, and how far onrecord may go to get it."""

from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.ingest.dates import as_iso


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`date`, `title` and `publisher` win over what the report says of itself; `date` is kept in ISO form.

    `timeout`: seconds to connect, and between two pieces of an answer; `total`: seconds for one address, redirects
    included. `max_bytes` limits a file, standard input and an unpacked answer alike. Raises InputError for a `date`
    that is none.
    """

    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    allow_private: bool = False
    timeout: float = 15.0
    total: float = 60.0
    max_bytes: int = 10_000_000

    def __post_init__(self) -> None:
        if self.date is not None:
            date = as_iso(self.date)
            if date is None:
                raise InputError("--date", f"{self.date!r} is no date; write it as 2025-03-18")
            object.__setattr__(self, "date", date)
