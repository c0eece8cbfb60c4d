"""Who did what to whom, in PLOVER's terms, and how far it is known to have happened."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.extent import Extent


class Modality(StrEnum):
    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Evidence(StrEnum):
    """On what the event rests: the report's own word, another's, or words that somebody denies."""

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    CLAIMED = "claimed"
    DENIED = "denied"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The interval of days in which the event lies (ISO dates, both inclusive) and what it rests on.

    `basis`: `stated` (a time in the same clause), `inherited` (from the same incident elsewhere in the report),
    `published` (at or before the report's date), `unknown`.
    """

    start: str | None = None
    end: str | None = None
    basis: str = "unknown"
    spans: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people or things: `low` and `high` are equal for an exact number, `high` is absent for "at least".

    `attribution` is the id of the attribution by which it is known, absent where the report says it on its own word.
    `currency` is the ISO 4217 code of a sum of money, absent where its words leave open which of several it is.
    """

    what: str
    low: int | None
    high: int | None
    spans: tuple[Extent, ...]
    attribution: str | None = None
    rule: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One PLOVER event. `actor` and `recipient` hold ids of entities; a reciprocal event has all in `actor`."""

    id: str
    type: str
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    quad: str
    intensity: float
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    trigger: tuple[Extent, ...]
    sentence: Extent
    date: When = When()
    place: str | None = None
    modality: Modality = Modality.ACTUAL
    evidence: Evidence = Evidence.REPORTED
    attribution: str | None = None
    figures: tuple[Figure, ...] = ()
    confidence: float = 0.5
    rule: str | None = None
