"""Reports read while somebody waits: one reader, loaded when it is first wanted, one report at a time."""

from threading import Lock
from typing import TYPE_CHECKING

from onrecord.bulk.local import make_reader, read_with, safely
from onrecord.errors import InputError
from onrecord.ingest import Options, load_rows
from onrecord.ingest.admit import admit
from onrecord.link.linking import link_new
from onrecord.model import Document, Reading
from onrecord.models.choice import DEFAULT_READER
from onrecord.web.samples import samples_folder

if TYPE_CHECKING:
    from onrecord.read.reader import Reader
    from onrecord.record import Record

LONGEST = 200_000
"""Characters of a pasted report: about a minute's reading. Longer ones are for `onrecord add`."""

PASTED = "the pasted text"


class OneReader:
    """Reads for all visitors in turn. The parser is not safe to share between threads."""

    def __init__(self, reader: "Reader | None" = None) -> None:
        self._lock = Lock()
        self._reader = reader

    def read(
        self, text: str, *, title: str | None, publisher: str | None, date: str | None
    ) -> tuple[Document, Reading]:
        """A pasted report. Raises InputError for what is no report, is not in English or is too long."""
        if len(text) > LONGEST:
            raise InputError(PASTED, f"has {len(text):,} characters; here {LONGEST:,} are read, more by `add`")
        language = admit(PASTED, text)
        document = Document.from_text(text, title=title, publisher=publisher, language=language, date=date)
        with self._lock:
            return document, safely(self._loaded().read, document, PASTED)

    def read_samples(self, record: "Record") -> int:
        """Puts the sample reports into the record, and gives how many. Raises OnrecordError where they are missing."""
        with self._lock:
            coded = read_with(self._loaded(), load_rows(str(samples_folder()), Options()))
            added = sum(record.add(*one) for one in coded if not isinstance(one, InputError))
        link_new(record)
        return added

    def _loaded(self) -> "Reader":
        self._reader = self._reader or make_reader(None, DEFAULT_READER)
        return self._reader
