"""What can be asked of a record about the reports that it keeps: texts, readings, versions, codings."""

from collections.abc import Iterator

from sqlalchemy import select

from onrecord.errors import MissingError
from onrecord.model import Document, Edition, Reading
from onrecord.record import schema
from onrecord.record.asking import Asking
from onrecord.record.codings import Coding, all_codings, find_coding, read_by, unread_by
from onrecord.record.current import as_document, current, current_of
from onrecord.record.desk import count_all, find_desk, find_neighbours, find_newest
from onrecord.record.gather import read_documents
from onrecord.record.page_rows import Counts, DeskRows
from onrecord.record.paging import FIRST, Page
from onrecord.record.rows import DocumentRow
from onrecord.record.versions import VersionRow, find_versions


class ReportQuestions(Asking):
    """The questions about reports."""

    def desk(self, page: Page = FIRST) -> DeskRows:
        """What came in last: reports, pairs of countries, denials, office-holders, at most `page.limit` of each."""
        with self._reading() as connection:
            return find_desk(connection, page)

    def newest(self, page: Page = FIRST) -> tuple[DocumentRow, ...]:
        """A page of the reports, the one that came last first."""
        with self._reading() as connection:
            return find_newest(connection, page)

    def neighbours(self, document_id: str) -> tuple[DocumentRow | None, DocumentRow | None]:
        """The reports that came just before and just after one; None where there is none."""
        with self._reading() as connection:
            return find_neighbours(connection, document_id)

    def counts(self) -> Counts:
        """How many reports, events and attributions there are."""
        with self._reading() as connection:
            return count_all(connection)

    def documents(self) -> tuple[DocumentRow, ...]:
        """Every kept report without its text, in the order in which they came."""
        with self._reading() as connection:
            return tuple(read_documents(connection).values())

    def document(self, document_id: str) -> Document:
        """A kept report with its text. Raises MissingError where there is none of this id."""
        with self._reading() as connection:
            row = (
                connection.execute(select(schema.document).where(schema.document.c.id == document_id))
                .mappings()
                .first()
            )
        if row is None:
            raise self._missing(document_id)
        return as_document(row)

    def document_row(self, document_id: str) -> DocumentRow:
        """A kept report without its text. Raises MissingError where there is none of this id."""
        with self._reading() as connection:
            for row in read_documents(connection, schema.document.c.id == document_id).values():
                return row
        raise self._missing(document_id)

    def reading(self, document_id: str) -> Reading:
        """The current reading of a kept report. Raises MissingError where there is none of this id."""
        d = schema.document.c
        with self._reading() as connection:
            key = connection.scalar(select(d.key).where(d.id == document_id))
            if key is None:
                raise self._missing(document_id)
            return current_of(connection, key)[1]

    def readings(self) -> Iterator[tuple[Document, Reading]]:
        """Every kept report with its current reading, in the order in which they came."""
        with self._reading() as connection:
            for _, document, reading in current(connection):
                yield document, reading

    def versions(self, report: str) -> tuple[VersionRow, ...]:
        """What was kept of a report, by its id or address, as it came in each time, the first first.

        Raises MissingError where there is none.
        """
        with self._reading() as connection:
            found = find_versions(connection, report)
        if not found:
            raise self._missing(report)
        return found

    def codings(self) -> tuple[Coding, ...]:
        """Every edition of the reader that has read reports of the record, the first first."""
        with self._reading() as connection:
            return all_codings(connection)

    def coded_by(self, coding: str) -> Iterator[Reading]:
        """What a coding, by its number or version, read of each report, corrections left out.

        Raises RecordError where there is none.
        """
        with self._reading() as connection:
            yield from read_by(connection, find_coding(connection, coding))

    def text_read(self, reading: Reading) -> str | None:
        """The text that a reading is of, as its report came in last or before; None where the record never held it."""
        with self._reading() as connection:
            versions = find_versions(connection, reading.document.id)
        return next((v.text for v in versions if v.sha256 == reading.document.sha256), None)

    def unread_by(self, edition: Edition) -> tuple[str, ...]:
        """The ids of the reports whose current reading is of another edition."""
        with self._reading() as connection:
            return unread_by(connection, edition)

    def _missing(self, document_id: str) -> MissingError:
        return MissingError(f"{self._store.name}: holds no document {document_id}; `Record.documents()` lists them")
