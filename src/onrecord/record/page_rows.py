"""What the pages ask the record for: a page of rows at a time, with the counts of all."""

from dataclasses import dataclass

from onrecord.model import Act, Kind, Precision
from onrecord.record.rows import DocumentRow, EventRows, Sayings
from onrecord.record.series import SeriesRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a record holds."""

    reports: int
    events: int
    attributions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCount:
    """Two countries (codes, in the order of the alphabet) and what the reports looked at tell of them."""

    one: str
    other: str
    reports: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow:
    """An office and who holds it, each by name, as one report tells it."""

    document: DocumentRow
    holder: str
    kind: Kind
    title: str
    body: str | None
    country: str | None
    since: str | None
    until: str | None
    appointed_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Attributions by document and id, in the order wanted, and all that was said in their documents."""

    keys: tuple[tuple[str, str], ...]
    sayings: Sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRows:
    """What came in last: reports, the pairs of countries that the newest ones tell of, denials, office-holders."""

    counts: Counts
    reports: tuple[DocumentRow, ...]
    pairs: tuple[PairCount, ...]
    looked_at: int
    denials: Told
    holders: tuple[HolderRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCount:
    """A place, by name, and how many events the reports tell of there. Degrees are absent where it was not resolved."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """A page of the events between two parties, the newest first, and how many there are in how many reports."""

    rows: EventRows
    total: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRows:
    """A page of the events between two parties, and when and where all of them were."""

    events: EventPage
    series: tuple[SeriesRow, ...]
    spots: tuple[SpotCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody whom a name may mean: entities of one name and kind."""

    name: str
    key: str
    kind: Kind
    country: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Somebody, by name, and in how many events, sayings or reports."""

    name: str
    count: int
    kind: Kind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TieCount:
    """How many events two have to do with each other, by name. `kind` is that of the other."""

    one: str
    other: str
    kind: Kind
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KinCount:
    """`person` is the `relation` of `of`, by name, as so many reports tell."""

    person: str
    relation: str
    of: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRows:
    """What the record holds of one candidate, `told_in` so many reports. `said` is a page of one act, or of all; `acts`
    counts them all."""

    candidate: Candidate
    told_in: int
    names: tuple[Counted, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[HolderRow, ...]
    kin: tuple[KinCount, ...]
    acts: tuple[tuple[Act, int], ...]
    said: Told
    accuses: tuple[Counted, ...]
    denied_by: tuple[Counted, ...]
    partners: tuple[Counted, ...]
    ties: tuple[TieCount, ...]
    reports: tuple[DocumentRow, ...]
