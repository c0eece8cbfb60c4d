"""On whose word: a source, a cue and a content (the terms of PARC and PolNeAR)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.event import Modality
from onrecord.model.extent import Extent


class Quote(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the source does by saying it."""

    STATEMENT = "statement"
    CLAIM = "claim"
    ACCUSATION = "accusation"
    DENIAL = "denial"
    RESPONSIBILITY = "responsibility"
    REQUEST = "request"
    THREAT = "threat"
    PROMISE = "promise"
    CONDOLENCE = "condolence"
    CONDEMNATION = "condemnation"
    PRAISE = "praise"
    ESTIMATE = "estimate"
    QUESTION = "question"
    BELIEF = "belief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says it: an entity where it was resolved, and the words that name it (none in "it is said that")."""

    entity: str | None = None
    spans: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """`within` is the id of the attribution that this one is told in; `answers` those that this one denies.

    `time` is the id of the time at which it was said, where the report tells that beside the cue ("said on Tuesday").
    `modality`: whether it was said at all. "Has not confirmed that" is negated, "would say" hypothetical: such words
    stand in the text, but are nobody's word.
    """

    id: str
    source: Source
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    quote: Quote
    act: Act
    modality: Modality = Modality.ACTUAL
    within: str | None = None
    channel: str | None = None
    time: str | None = None
    answers: tuple[str, ...] = ()
    confidence: float = 0.5
    rule: str | None = None
