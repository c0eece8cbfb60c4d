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
class Telling:
    """One sentence's telling of a deed: the types that fit it (the best first), who it names, off which words it is
    read. A side without words is one that the sentence does not name."""

    types: tuple[str, ...]
    modality: Modality
    actor: tuple[Extent, ...]
    recipient: tuple[Extent, ...]
    told: tuple[Extent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One deed with all its tellings in a report."""

    tellings: tuple[Telling, ...]

    @property
    def types(self) -> tuple[str, ...]:
        """All types that fit it, the best of its first telling first."""
        return tuple(dict.fromkeys(type for t in self.tellings for type in t.types))

    @property
    def modalities(self) -> frozenset[Modality]:
        return frozenset(t.modality for t in self.tellings)

    @property
    def told(self) -> tuple[Extent, ...]:
        """All words off which it is read."""
        return tuple(e for t in self.tellings for e in t.told)

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
        tellings = [(e["event"], _telling(e, len(row["text"]))) for e in row["events"]]
    except KeyError as error:
        raise InputError(id, f"has no {error}; see benchmarks/reports for the form") from error
    except (TypeError, ValueError) as error:
        raise InputError(id, str(error)) from error
    numbers = dict.fromkeys(number for number, _ in tellings)
    return tuple(Incident(tellings=tuple(t for of, t in tellings if of == number)) for number in numbers)


def _telling(given: Row, length: int) -> Telling:
    """A telling whose types are PLOVER's and whose spans lie in the text. Raises ValueError otherwise."""
    if not given["type"] or not TYPES.issuperset(given["type"]):
        raise ValueError(f"{given['type']!r} are no types of event")
    for side in ("actor", "recipient", "told"):
        if any(not 0 <= start < end <= length for start, end in given[side]):
            raise ValueError(f"{side} {given[side]} does not lie in the text")
    return Telling(
        types=tuple(given["type"]),
        modality=Modality(given["modality"]),
        actor=extents(given["actor"]),
        recipient=extents(given["recipient"]),
        told=extents(given["told"]),
    )


def has_parties(incident: Incident, event: Event, mentions: Mentions) -> bool:
    """Whether an event has a party on each side that some telling of the incident names, in either order where it has
    two sides; of a telling that names nobody, whether the event is read off its words."""

    def on(words: Sequence[Extent], ids: Iterable[str]) -> bool:
        return not words or any(meets(words, mentions.get(id, ())) for id in ids)

    def of(telling: Telling) -> bool:
        if on(telling.actor, event.actor) and on(telling.recipient, event.recipient or event.actor):
            return bool(telling.actor or telling.recipient) or is_read_off(telling.told, event)
        sides = (*event.actor, *event.recipient)
        return incident.mutual and on(telling.actor, sides) and on(telling.recipient, sides)

    return any(of(telling) for telling in incident.tellings)


def strangers(incident: Incident, event: Event, mentions: Mentions) -> int:
    """How many of the event's parties are not on their side of the incident in any of its tellings."""
    actor = [e for t in incident.tellings for e in t.actor]
    recipient = [e for t in incident.tellings for e in t.recipient]
    sides = ([*actor, *recipient],) * 2 if incident.mutual else (actor, recipient)
    return sum(
        not meets(words, mentions.get(id, ()))
        for words, ids in zip(sides, (event.actor, event.recipient), strict=True)
        for id in ids
    )


def is_read_off(words: Sequence[Extent], event: Event) -> bool:
    """Whether the event is read off some of these words."""
    return any(t.start < w.end and w.start < t.end for t in event.trigger for w in words)
