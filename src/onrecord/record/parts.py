"""Offices and kin of a reading, which have no ids of their own: how they are named, found and put back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from onrecord.model import Extent, Kin, Office, Reading, make_id
from onrecord.record.names import name_key

Part = Office | Kin


def offices_of(reading: Reading) -> Mapping[str, Part]:
    """The offices by an id made of where they stand, which stays whatever is set in them."""
    return _by_place("o", reading.document.id, reading.offices)


def kin_of(reading: Reading) -> Mapping[str, Part]:
    """The ties of kin by an id of the same making."""
    return _by_place("k", reading.document.id, reading.kin)


def part_called(reading: Reading, words: str) -> Part | None:
    """The office or tie that a person calls `Dawit Alemu, spokesman` or `Dawit Alemu, nephew of Sara Alemu`."""
    names = {entity.id: entity.name for entity in reading.entities}
    for office in reading.offices:
        if name_key(words) == name_key(f"{names[office.holder]}, {office.title}"):
            return office
    for kin in reading.kin:
        if name_key(words) == name_key(f"{names[kin.person]}, {kin.relation} of {names[kin.of]}"):
            return kin
    return None


def with_part(reading: Reading, old: Part | None, new: Part | None) -> Reading:
    """The reading with the new one in the place of the old one, or after all others; without the old one for none."""
    if isinstance(new or old, Office):
        return replace(reading, offices=_put(reading.offices, old, new))
    return replace(reading, kin=_put(reading.kin, old, new))


def _put(parts: tuple[Part, ...], old: Part | None, new: Part | None) -> Any:
    """The parts of one kind with the new one in place."""
    fresh = () if new is None else (new,)
    if old is None:
        return (*parts, *fresh)
    return tuple(one for part in parts for one in (fresh if part is old else (part,)))


def _by_place(prefix: str, document: str, parts: Iterable[Part]) -> Mapping[str, Part]:
    found: dict[str, Part] = {}
    for part in parts:
        places: tuple[Extent, ...] = part.spans
        twin = 0
        while (id := make_id(prefix, document, places, str(twin))) in found:
            twin += 1
        found[id] = part
    return found
