"""What can be asked of a record. Every answer is of one state of it, whatever others write meanwhile."""

from collections.abc import Iterator

from onrecord.errors import MissingError
from onrecord.model import Kind
from onrecord.record.actor import find_actor, find_candidates, find_dealings, find_reports_of
from onrecord.record.claims import find_claims
from onrecord.record.clock import moment
from onrecord.record.decision_questions import DecisionQuestions
from onrecord.record.facets import Facets, find_facets
from onrecord.record.incidents import Wanted, all_incidents, find_incidents, gather_incidents
from onrecord.record.linkage import count_pending
from onrecord.record.meant import Dealing, Meant
from onrecord.record.page_rows import ActorRows, Candidate, EventPage, HolderRow, PairRows
from onrecord.record.paging import FIRST, Page
from onrecord.record.pair import Between, find_between, find_holders, find_pair, find_reports
from onrecord.record.report_questions import ReportQuestions
from onrecord.record.rows import ClaimRows, DocumentRow, EventRows, HitRow, IncidentRows
from onrecord.record.said import ALL_SAID, Said
from onrecord.record.search import Sieve, find_hits
from onrecord.record.series import SeriesRow, find_series
from onrecord.record.sight import Sight
from onrecord.record.timeline import find_events
from onrecord.record.who import find_who
from onrecord.record.who_rows import WhoRows

EVERY = Wanted()


class Questions(ReportQuestions, DecisionQuestions):
    """The questions to the record in a store.

    Every method raises RecordError, in one line, where the database can't be used. Parties are ISO-3 codes, countries'
    names, or names of people and bodies; a country stands for its bodies and people too.
    """

    def seen(self, *, as_of: str | None = None, as_coded: bool = False) -> "Questions":
        """The same questions to the record as it was at the end of a date (or at a time, in UTC), or without what
        people corrected. Raises RecordError for what is no date."""
        return Questions(self._store, Sight(until=moment(as_of) if as_of else None, as_coded=as_coded))

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
        newest: int | None = None,
        page: Page = FIRST,
    ) -> EventPage:
        """As `timeline`, but a page of it, the newest first, with the counts of all; see `Between`."""
        asked = Between(a=a, b=b, since=since, until=until, type=type, quad=quad, newest=newest)
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

    def candidates(self, name: str, kind: Kind | None = None) -> tuple[Candidate, ...]:
        """Everybody whom a name, a surname or a country's code may mean, the most spoken of first."""
        with self._reading() as connection:
            return find_candidates(connection, name, kind)

    def actor(self, meant: Meant, *, said: Said = ALL_SAID, page: Page = FIRST) -> ActorRows:
        """What is held of whom is meant; of what they `said` a page at a time."""
        with self._reading() as connection:
            return find_actor(connection, meant, said, page)

    def dealings(self, meant: Meant, dealing: Dealing, *, page: Page = FIRST) -> EventPage:
        """A page of their events with others, the newest first, with the counts of all."""
        with self._reading() as connection:
            return find_dealings(connection, meant, dealing, page)

    def reports_of(self, meant: Meant, called: str | None = None, *, page: Page = FIRST) -> tuple[DocumentRow, ...]:
        """A page of the reports that speak of them, or that call them, or one who is theirs, so; the newest first."""
        with self._reading() as connection:
            return find_reports_of(connection, meant, called, page)

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

    def facets(self, words: str, sieve: Sieve | None = None) -> Facets:
        """How what `search` finds falls into parts by act, type, place, outlet and year."""
        with self._reading() as connection:
            return find_facets(connection, words, sieve or Sieve())
