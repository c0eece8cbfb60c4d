"""What the API answers with beyond the views' own types."""

from dataclasses import dataclass, fields

from onrecord.model import Act
from onrecord.record.page_rows import ActorRows, Candidate, Counted, KinCount, TieCount
from onrecord.record.rows import DocumentRow
from onrecord.views import Account, Contradiction, Difference, Incident
from onrecord.views.tenures import Tenure, as_tenures
from onrecord.views.utterances import Utterance, as_told

REMADE = ("offices", "acts", "said")
"""What an Actor has in another form than the rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A kept report with its text. Every offset in its Reading counts the characters of `text`."""

    document: DocumentRow
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActCount:
    """How often somebody says something of this kind."""

    act: Act
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """What the record holds of one person, body or state; lists beside `said` hold the most told or the newest."""

    candidate: Candidate
    told_in: int
    names: tuple[Counted, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[Tenure, ...]
    kin: tuple[KinCount, ...]
    acts: tuple[ActCount, ...]
    said: tuple[Utterance, ...]
    accuses: tuple[Counted, ...]
    denied_by: tuple[Counted, ...]
    partners: tuple[Counted, ...]
    ties: tuple[TieCount, ...]
    reports: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTold:
    """An incident with its reports one by one, what they tell differently, and what is denied."""

    incident: Incident
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


def as_actor(rows: ActorRows) -> Actor:
    """The rows with what they said put together."""
    same = {field.name: getattr(rows, field.name) for field in fields(rows) if field.name not in REMADE}
    return Actor(
        **same,
        offices=as_tenures(rows.offices),
        acts=tuple(ActCount(act=act, count=count) for act, count in rows.acts),
        said=as_told(rows.said),
    )
