"""Deeds as a report tells them: the one that it mainly tells of, and others that it mentions or recalls.

The main deed is the first of the lead whose day is stated. Another of its type two days or more before it is recalled:
the earlier attack in the last paragraph is no part of what the report tells, and may be another incident. So is what
happened a week before, attacks left out. Where the report's own date is only guessed, nothing is taken for recalled.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date as Date
from typing import Any

from onrecord.link.spots import COUNTRY, Spot, apart, spot_of, touch
from onrecord.model import Entity, Event, Form, Kind, Modality, Reading
from onrecord.model.document import Basis
from onrecord.record.names import name_key

GUESSED = frozenset({Basis.INFERRED, Basis.UNKNOWN})
"""What a publication date may rest on without being sure enough to tell two reports apart."""
LEAD = 700
"""Characters from the beginning within which a report says what it mainly tells of."""
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONSULT"})
"""Types that are often an echo of the incident rather than the incident."""
BEFORE, LONG_BEFORE = 2, 7
"""Days before the main deed from which another of its type is recalled, and from which one of another type is."""
LONGEST = 7
"""Days of the longest time ("last week") by which a deed that is mentioned is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something done, as one event of a report has it. Parties are countries' codes, or the keys of names where no
    country is known; days count from 0001-01-01, absent where none is told."""

    event: str
    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    since: int | None
    until: int | None
    spot: Spot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """A report's main deed, the others whose days are stated, and the ids of those that it only recalls."""

    main: Deed | None
    others: tuple[Deed, ...]
    recalled: frozenset[str]


def find_deeds(reading: Reading) -> Deeds:
    """The deeds of a report; what is only said is one where the lead tells of nothing else."""
    told = [e for e in reading.events if e.modality is Modality.ACTUAL]
    main = _main([e for e in told if e.sentence.start < LEAD and len(stated(e)) <= LONGEST])
    dated = reading.document.published.basis not in GUESSED
    deeds = [e for e in told if e.type not in SPEECH or (main and e.type == main.type)]
    others = [e for e in deeds if e is not main and 0 < len(stated(e)) <= LONGEST]
    return Deeds(
        main=_deed(main, reading) if main else None,
        others=tuple(_deed(e, reading) for e in others),
        recalled=frozenset(e.id for e in deeds if dated and main and _is_recalled(e, main)),
    )


def _main(lead: Sequence[Event]) -> Event | None:
    """Deeds come before words, and what has a day before what has none."""
    return min(lead, key=lambda e: (e.type in SPEECH, not stated(e)), default=None)


def _is_recalled(event: Event, main: Event) -> bool:
    """An arrest or a sentence tells of the attack that it is for, however long ago that was."""
    if event.type == "ASSAULT" and main.type != "ASSAULT":
        return False
    before = BEFORE if event.type == main.type else LONG_BEFORE
    return any(_ended(event) <= day - before for day in stated(main)[:1])


def one_deed(mention: Deed, main: Deed) -> bool | None:
    """Whether what a report mentions may be another's main deed: none if not, else whether both are of one place.

    Type and days agree, and of each side one report tells no party that the other leaves out for another one.
    """
    if mention.type != main.type or _days(mention).isdisjoint(_days(main)):
        return None
    sides = ((mention.actors, main.actors), (mention.recipients, main.recipients))
    told = [one <= other or other <= one for one, other in sides if one and other]
    if not told or not all(told):
        return None
    if mention.spot is None or main.spot is None or COUNTRY in (mention.spot.precision, main.spot.precision):
        known = mention.spot and main.spot
        return None if known and apart(mention.spot, main.spot) else False  # type: ignore[arg-type]
    return True if touch(mention.spot, main.spot) else None


def keys_of(deed: Deed) -> tuple[str, ...]:
    """What a deed may be found by: its type with each party and day."""
    parties = sorted(deed.actors | deed.recipients)
    return tuple(f"{deed.type} {party} {day}" for party in parties for day in sorted(_days(deed)))


def as_features(deed: Deed) -> dict[str, Any]:
    """Its JSON, for the record."""
    sides = {"actors": sorted(deed.actors), "recipients": sorted(deed.recipients)}
    return {**asdict(deed), **sides, "spot": list(asdict(deed.spot).values()) if deed.spot else None}


def from_features(features: Mapping[str, Any]) -> Deed:
    """The deed that `as_features` made the JSON of."""
    sides = {side: frozenset(features[side]) for side in ("actors", "recipients")}
    return Deed(**{**features, **sides, "spot": Spot(*features["spot"]) if features["spot"] else None})


def day_number(value: str | None) -> int | None:
    """A day as a number; none for what is not of the day."""
    try:
        return Date.fromisoformat(value).toordinal() if value and len(value) == len("2025-03-18") else None
    except ValueError:
        return None


def stated(event: Event) -> tuple[int, ...]:
    """The days on which a report says that the event was."""
    days = _range(event)
    return () if event.date.basis == "published" else days


def _range(event: Event) -> tuple[int, ...]:
    start, end = day_number(event.date.start), day_number(event.date.end)
    return () if start is None or end is None else tuple(range(start, end + 1))


def _ended(event: Event) -> int:
    """The last day of a deed whose time is stated, however long that was; else one that is never before another."""
    end = day_number(event.date.end)
    return Date.max.toordinal() if end is None or event.date.basis == "published" else end


def _days(deed: Deed) -> frozenset[int]:
    if deed.since is None or deed.until is None:
        return frozenset()
    return frozenset(range(deed.since, deed.until + 1))


def _deed(event: Event, reading: Reading) -> Deed:
    """A deed without a stated day was on the day of its report, or of its telling, or on the one before."""
    since, until = day_number(event.date.start), day_number(event.date.end)
    if since is None and until is not None:
        since = until - 1
    place = next((place for place in reading.places if place.id == event.place), None)
    return Deed(
        event=event.id,
        type=event.type,
        actors=_side(event.actor, reading),
        recipients=_side(event.recipient, reading),
        since=since,
        until=until,
        spot=spot_of(place) if place else None,
    )


def _side(ids: Collection[str], reading: Reading) -> frozenset[str]:
    """Countries before names, since a state's organs act for it."""
    parties = [entity for entity in reading.entities if entity.id in ids]
    countries = frozenset(party.country for party in parties if party.country)
    return countries or frozenset(name_key(name) for party in parties for name in _names(party, reading.entities))


def _names(party: Entity, entities: Iterable[Entity]) -> Iterator[str]:
    """A party's own name, or those within what it is called: of "gunmen of the Red Front" that of the front."""
    if party.kind not in (Kind.PLACE, Kind.OTHER) and any(m.form is Form.NAME for m in party.mentions):
        yield party.name
        return
    for entity in entities:
        within = (a.extent.overlaps(b.extent) for a in party.mentions for b in entity.mentions if b.form is Form.NAME)
        if entity is not party and party.kind is not Kind.PLACE and any(within):
            yield entity.name
