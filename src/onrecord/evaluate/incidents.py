"""Whole reports that were coded in full: every telling of every event, the same deed under one number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.evaluate.labelled import RECIPROCAL, TYPES
from onrecord.evaluate.scoring import Row
from onrecord.evaluate.spans import extents, meets
from onrecord.model import Event, Extent, Mention, Modality

Mentions = Mapping[str, Sequence[Mention]]
"""The mentions of each entity of a reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One deed with all its tellings: the types that fit it (the best first), its parties, where it is told.

    `actor` and `recipient` are the words for each side anywhere in the report; none where no telling names one.
    """

    types: tuple[str, ...]
    modalities: frozenset[Modality]
    actor: tuple[Extent, ...]
    recipient: tuple[Extent, ...]
    told: tuple[Extent, ...]

    @property
    def mutual(self) -> bool:
        """Whether its actor and its recipient are two sides of one kind."""
        return not RECIPROCAL.isdisjoint(self.types)


def as_incidents(row: Row) -> tuple[Incident, ...]:
    """The incidents of a row `{"id", "text", "events": [{"event", "type", "modality", "actor", "recipient", "told"}]}`.

    `event` is the number of the incident, `type` a list, parties and `told` are lists of `[start, end]`. Raises
    InputError that names the row and the first thing wrong in it.
    """
    id = str(row.get("id"))
    try:
        tellings = [_checked(e, len(row["text"])) for e in row["events"]]
    except KeyError as error:
        raise InputError(id, f"has no {error}; see benchmarks/reports for the form") from error
    except (TypeError, ValueError) as error:
        raise InputError(id, str(error)) from error
    numbers = dict.fromkeys(e["event"] for e in tellings)
    return tuple(_joined([e for e in tellings if e["event"] == number]) for number in numbers)


def _checked(telling: Row, length: int) -> Row:
    """A telling whose types are PLOVER's and whose spans lie in the text. Raises ValueError otherwise."""
    if not telling["type"] or not TYPES.issuperset(telling["type"]):
        raise ValueError(f"{telling['type']!r} are no types of event")
    for side in ("actor", "recipient", "told"):
        if any(not 0 <= start < end <= length for start, end in telling[side]):
            raise ValueError(f"{side} {telling[side]} does not lie in the text")
    return {**telling, "modality": Modality(telling["modality"])}


def _joined(tellings: Sequence[Row]) -> Incident:
    def every(side: str) -> tuple[Extent, ...]:
        return tuple(dict.fromkeys(e for t in tellings for e in extents(t[side])))

    return Incident(
        types=tuple(dict.fromkeys(type for t in tellings for type in t["type"])),
        modalities=frozenset(t["modality"] for t in tellings),
        actor=every("actor"),
        recipient=every("recipient"),
        told=every("told"),
    )


def has_parties(incident: Incident, event: Event, mentions: Mentions) -> bool:
    """Whether one of the event's parties is meant on each side that the incident names; in either order where it has
    two sides."""

    def on(words: Sequence[Extent], ids: Iterable[str]) -> bool:
        return not words or any(meets(words, mentions.get(id, ())) for id in ids)

    if on(incident.actor, event.actor) and on(incident.recipient, event.recipient or event.actor):
        return True
    sides = (*event.actor, *event.recipient)
    return incident.mutual and on(incident.actor, sides) and on(incident.recipient, sides)


def strangers(incident: Incident, event: Event, mentions: Mentions) -> int:
    """How many of the event's parties are not on their side of the incident."""
    both = (*incident.actor, *incident.recipient)
    sides = (both, both) if incident.mutual else (incident.actor, incident.recipient)
    return sum(
        not meets(words, mentions.get(id, ()))
        for words, ids in zip(sides, (event.actor, event.recipient), strict=True)
        for id in ids
    )


def is_told_at(incident: Incident, event: Event) -> bool:
    """Whether the event is read off words off which the incident is told."""
    return any(t.start < w.end and w.start < t.end for t in event.trigger for w in incident.told)
