"""A record of reports: one object to add to and to ask."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from onrecord.model import Document, Reading
from onrecord.record import writer
from onrecord.record.audit import make_correction, undo
from onrecord.record.checking import find_faults
from onrecord.record.clock import now
from onrecord.record.copying import copy
from onrecord.record.correction import Correction, CorrectionRow
from onrecord.record.feeds import Feeds
from onrecord.record.judgements import Item, Judgement, keep_judgement, withdraw
from onrecord.record.linkage import Linkage
from onrecord.record.questions import Questions
from onrecord.record.ratings import RatingRow, rate_item, rate_source
from onrecord.record.store import Store
from onrecord.record.watches import Watches


class Record(Questions):
    """The record at a path or a `postgresql://` address, brought to the present schema when it is opened.

    `clock` gives the recording time of what is written.
    """

    def __init__(
        self, where: str | Path = "onrecord.db", *, create: bool = True, clock: Callable[[], str] = now
    ) -> None:
        super().__init__(Store(where, create=create))
        self._clock = clock

    def __enter__(self) -> "Record":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the database go. A record can't be used after it."""
        self._store.close()

    def add(self, document: Document, reading: Reading) -> bool:
        """Keeps a report and its reading in one transaction, as what is known of the document's id from now on.

        What was kept under the id before is withdrawn and stays (`versions`). False where the record held just this
        already. Raises RecordError for a reading of another text, or one that names an item which it does not hold;
        nothing of it is kept then.
        """
        with self._store.writing() as connection:
            return writer.write(connection, document, reading, at=self._clock())

    def add_all(self, readings: Iterable[tuple[Document, Reading]]) -> int:
        """Adds each, with a transaction each, and gives how many changed the record; stops at the first error."""
        return sum(self.add(document, reading) for document, reading in readings)

    @contextmanager
    def linking(self) -> Iterator[Linkage]:
        """A writing transaction for the linker (`onrecord.link`)."""
        with self._store.writing() as connection:
            yield Linkage(connection, at=self._clock())

    def judge(self, one: Item, other: Item, *, same: bool, author: str, reason: str | None = None) -> Judgement:
        """Keeps a person's word that two reports tell of one incident, or two entities are one actor, or not.

        `onrecord.link.decide_again` lets incidents follow it. Raises RecordError for items of two kinds.
        """
        with self._store.writing() as connection:
            return keep_judgement(connection, one, other, same=same, author=author, reason=reason, at=self._clock())

    def withdraw(self, judgement: int, *, author: str, reason: str | None = None) -> Judgement:
        """Takes a judgement back by its number; it stays on record. Raises RecordError where it is not live."""
        with self._store.writing() as connection:
            return withdraw(connection, judgement, author=author, reason=reason, at=self._clock())

    def correct(self, correction: Correction) -> CorrectionRow:
        """Keeps what a person corrects of a report, with its number; what is asked from then on has it in it.

        The report is to be linked again (`onrecord.link.link_new`). Raises RecordError, in one line, for an item that
        is not there and for what can't be set.
        """
        with self._store.writing() as connection:
            return make_correction(connection, correction, at=self._clock())

    def undo(self, correction: int, *, author: str, reason: str | None = None) -> CorrectionRow:
        """Takes a correction back by its number; both stay in the log. Raises RecordError where it is not in force."""
        with self._store.writing() as connection:
            return undo(connection, correction, author=author, reason=reason, at=self._clock())

    @property
    def feeds(self) -> Feeds:
        """Feeds and watched folders, and what they brought."""
        return Feeds(self._store, self._clock)

    @property
    def watches(self) -> Watches:
        """Saved searches, and what is new in them."""
        return Watches(self._store, self._clock)

    def rate_source(self, name: str, *, reliability: str, author: str, reason: str) -> RatingRow:
        """Keeps how reliable a person holds an outlet or a speaker, by name: A to F. The later word on a name counts.

        Raises RecordError for another grade.
        """
        with self._store.writing() as connection:
            given = {"grade": reliability, "author": author, "reason": reason, "at": self._clock()}
            return rate_source(connection, name, **given)

    def rate_item(self, document: str, item: str, *, credibility: str, author: str, reason: str) -> RatingRow:
        """Keeps how credible a person holds an event or attribution of a report: 1 to 6. The later word on it counts.

        Raises RecordError for another grade, and for an item that is not there.
        """
        with self._store.writing() as connection:
            given = {"grade": credibility, "author": author, "reason": reason, "at": self._clock()}
            return rate_item(connection, document, item, **given)

    def rebuild(self) -> int:
        """Makes every table that is not the truth again from the current readings; gives how many those are."""
        with self._store.writing() as connection:
            return writer.rebuild(connection)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the record, a line each; nothing of it is changed."""
        with self._store.writing() as connection:
            found = tuple(find_faults(connection))
            connection.rollback()
        return found

    def copy_to(self, other: "Record") -> int:
        """Moves all that the record holds into another one, which must be empty; gives how many reports that is.

        What others write meanwhile is not in it. Raises RecordError where the other holds anything.
        """
        with self._store.reading() as source, other._store.writing() as target:
            return copy(source, target, name=other._store.name)
