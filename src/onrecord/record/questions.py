"""What can be asked of a record. Every answer is of one state of it, whatever others write meanwhile."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, select

from onrecord.errors import MissingError
from onrecord.model import Act, Document, Edition, Kind, Reading
from onrecord.record import schema
from onrecord.record.actor import find_actor, find_candidates
from onrecord.record.audit import tell_corrections
from onrecord.record.claims import find_claims
from onrecord.record.clock import moment
from onrecord.record.codings import Coding, all_codings, find_coding, read_by, unread_by
from onrecord.record.correction import CorrectionRow
from onrecord.record.current import as_document, current, current_of
from onrecord.record.desk import count_all, find_desk, find_newest
from onrecord.record.gather import read_documents
from onrecord.record.incidents import Wanted, all_incidents, find_incidents, gather_incidents
from onrecord.record.judgements import Judgement, all_judgements
from onrecord.record.linkage import count_pending
from onrecord.record.page_rows import ActorRows, Candidate, Counts, DeskRows, EventPage, HolderRow, PairRows
from onrecord.record.paging import Page
from onrecord.record.pair import Between, find_between, find_holders, find_pair, find_reports
from onrecord.record.ratings import RatingRow, all_ratings
from onrecord.record.review import QueueRows, count_unseen, count_waiting, find_queue
from onrecord.record.rows import ClaimRows, DocumentRow, EventRows, HitRow, IncidentRows
from onrecord.record.search import Sieve, find_hits
from onrecord.record.series import SeriesRow, find_series
from onrecord.record.sight import Sight, look
from onrecord.record.store import Store
from onrecord.record.timeline import find_events
from onrecord.record.versions import VersionRow, find_versions
from onrecord.record.who import find_who
from onrecord.record.who_rows import WhoRows

EVERY = Wanted()
FIRST = Page()
"""The first page."""


class Questions:
    """The questions to the record in a store.

    Every method raises RecordError, in one line, where the database can't be used. Parties are ISO-3 codes, countries'
    names, or names of people and bodies; a country stands for its bodies and people too.
    """

    def __init__(self, store: Store, sight: Sight | None = None) -> None:
        self._store, self._sight = store, sight

    def seen(self, *, as_of: str | None = None, as_coded: bool = False) -> "Questions":
        """The same questions to the record as it was at the end of a date (or at a time, in UTC), or without what
        people corrected. Raises RecordError for what is no date."""
        return Questions(self._store, Sight(until=moment(as_of) if as_of else None, as_coded=as_coded))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._store.reading() as connection:
            if self._sight:
                look(connection, self._sight)
            yield connection

    def judgements(self) -> tuple[Judgement, ...]:
        """Every judgement that was made, the withdrawn ones too."""
        with self._reading() as connection:
            return all_judgements(connection)

    def corrections(self) -> tuple[CorrectionRow, ...]:
        """Every correction and undoing that was made, in that order, and whether it counts."""
        with self._reading() as connection:
            return tell_corrections(connection)

    def queue(self, page: Page = FIRST, *, reader: str | None = None) -> QueueRows:
        """Events on which nobody has decided, those of most doubt and consequence first; of a second `reader` those on
        which others decided, and the reader not yet."""
        with self._reading() as connection:
            return find_queue(connection, page, reader)

    def waiting(self) -> int:
        """How many events nobody has decided on."""
        with self._reading() as connection:
            return count_waiting(connection)

    def unseen(self, reader: str) -> int:
        """How many events others have decided on, and this reader has not."""
        with self._reading() as connection:
            return count_unseen(connection, reader)

    def ratings(self) -> tuple[RatingRow, ...]:
        """Every rating that people gave, in that order; of two on one source or item the later counts."""
        with self._reading() as connection:
            return all_ratings(connection)

    def timeline(
        self,
        a: str,
        b: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
    ) -> EventRows:
        """Events that `a` is a party to, with `b` on the other side where it is given, by their dates.

        `since` and `until` are ISO dates, months or years, both inclusive; `type` is one of PLOVER's. Raises
        RecordError for what is no date.
        """
        with self._reading() as connection:
            return find_events(connection, a, b, since=since, until=until, type=type)

    def incidents(self, wanted: Wanted = EVERY, *, limit: int = 50, offset: int = 0) -> tuple[IncidentRows, ...]:
        """Incidents with an event of these parties, days and type, those last reported on first.

        Only reports that are linked belong to one (`onrecord.link`). Raises RecordError for what is no date.
        """
        with self._reading() as connection:
            return find_incidents(connection, wanted, limit=limit, offset=offset)

    def incident(self, incident_id: str) -> IncidentRows:
        """One incident. Raises MissingError where there is none of this id."""
        with self._reading() as connection:
            for rows in gather_incidents(connection, [incident_id]):
                return rows
        raise MissingError(f"{self._store.name}: holds no incident {incident_id}; `onrecord incidents` lists them")

    def all_incidents(self) -> Iterator[IncidentRows]:
        """Every incident, in the order of the ids."""
        with self._reading() as connection:
            yield from all_incidents(connection)

    def unlinked(self) -> int:
        """How many reports are not linked yet."""
        with self._reading() as connection:
            return count_pending(connection)

    def between(
        self,
        a: str,
        b: str | None = None,
        *,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
        quad: str | None = None,
        page: Page = FIRST,
    ) -> EventPage:
        """As `timeline`, but a page of it, the newest first, with the counts of all."""
        asked = Between(a=a, b=b, since=since, until=until, type=type, quad=quad)
        with self._reading() as connection:
            return find_between(connection, asked, page)

    def pair(self, asked: Between, *, page: Page = FIRST) -> PairRows:
        """As `between`, with when and where all of it was."""
        with self._reading() as connection:
            return find_pair(connection, asked, page)

    def reports(self, asked: Between, *, page: Page = FIRST) -> tuple[DocumentRow, ...]:
        """A page of the reports that tell of such events, the one that came last first."""
        with self._reading() as connection:
            return find_reports(connection, asked, page)

    def series(
        self, a: str, b: str | None = None, *, since: str | None = None, until: str | None = None
    ) -> tuple[SeriesRow, ...]:
        """What `timeline` finds that has a day and is told as having happened, for `views.series.as_series`."""
        with self._reading() as connection:
            return find_series(connection, a, b, since=since, until=until)

    def holders(self, party: str, *, limit: int = 20) -> tuple[HolderRow, ...]:
        """Who holds or held office in a country or body, those who began last first."""
        with self._reading() as connection:
            return find_holders(connection, party, limit)

    def desk(self, page: Page = FIRST) -> DeskRows:
        """What came in last: reports, pairs of countries, denials, office-holders, at most `page.limit` of each."""
        with self._reading() as connection:
            return find_desk(connection, page)

    def newest(self, page: Page = FIRST) -> tuple[DocumentRow, ...]:
        """A page of the reports, the one that came last first."""
        with self._reading() as connection:
            return find_newest(connection, page)

    def counts(self) -> Counts:
        """How many reports, events and attributions there are."""
        with self._reading() as connection:
            return count_all(connection)

    def candidates(self, name: str, kind: Kind | None = None) -> tuple[Candidate, ...]:
        """Everybody whom a name, a surname or a country's code may mean, the most spoken of first."""
        with self._reading() as connection:
            return find_candidates(connection, name, kind)

    def actor(
        self,
        candidate: Candidate,
        *,
        act: Act | None = None,
        page: Page = FIRST,
        bodies: bool = False,
        entities: Collection[tuple[str, str]] = (),
    ) -> ActorRows:
        """What is held of one of the `candidates`; what they said is given a page at a time.

        With `bodies` a state stands for its bodies and people too; `entities` (document, id) are those meant, where a
        `views.Dossier` tells them.
        """
        with self._reading() as connection:
            return find_actor(connection, candidate, act, page, bodies=bodies, entities=entities)

    def claims(
        self, *, about: str | None = None, by: str | None = None, disputed: bool = False, page: Page | None = None
    ) -> ClaimRows:
        """Claims whose words mention the party `about`, that the party `by` makes, or that somebody disputes."""
        with self._reading() as connection:
            return find_claims(connection, about=about, by=by, disputed=disputed, page=page)

    def who(self, name: str) -> WhoRows:
        """Everybody whom a name, a surname or a country's code may mean, one entity a report; see `WhoRows`."""
        with self._reading() as connection:
            return find_who(connection, name)

    def search(self, words: str, *, limit: int = 50, offset: int = 0, sieve: Sieve | None = None) -> tuple[HitRow, ...]:
        """Sentences and claims that hold all the words, the best first; "words in quotes" stand together."""
        with self._reading() as connection:
            return find_hits(connection, words, limit=limit, offset=offset, sieve=sieve)

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

    def unread_by(self, edition: Edition) -> tuple[str, ...]:
        """The ids of the reports whose current reading is of another edition."""
        with self._reading() as connection:
            return unread_by(connection, edition)

    def _missing(self, document_id: str) -> MissingError:
        return MissingError(f"{self._store.name}: holds no document {document_id}; `Record.documents()` lists them")
