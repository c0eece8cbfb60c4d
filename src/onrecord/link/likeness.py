"""What speaks for and against two reports speaking of one person or body: a small function each, as in features.py."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as Date

from onrecord.link.terms import weight
from onrecord.model import Kind
from onrecord.record.names import may_be_one, name_key, sounds_alike

COMMONEST, RAREST = 40.0, 106.0
"""Weights (`terms.weight`) of the commonest and the rarest surnames."""
AT_ONE_TIME = 90
"""Days between two reports within which another office speaks for another person."""
ORGANS_ALIKE = frozenset({"GOV", "ELI", "LEG", "PTY"})
"""Sectors between which politicians move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is compared of a person or body as one or more reports have it.

    `offices` holds each title as its words; `kin` pairs of a relation and a name; `company` the names of others in the
    same reports; `days` those of the reports, counted from 0001-01-01.
    """

    kind: Kind
    name: str
    countries: frozenset[str]
    sectors: frozenset[str]
    offices: frozenset[frozenset[str]]
    kin: frozenset[tuple[str, str]]
    company: frozenset[str]
    incidents: frozenset[str]
    register: str | None
    days: frozenset[int]


def same_name(one: Profile, other: Profile) -> float:
    """1 for the same words."""
    return float(one.name == other.name)


def sounding(one: Profile, other: Profile) -> float:
    """1 for other words that sound alike."""
    return float(one.name != other.name and sounds_alike(one.name, other.name))


def surname(one: Profile, other: Profile) -> float:
    """1 where a person has no first name in one."""
    return float(one.kind is Kind.PERSON and (" " not in one.name or " " not in other.name))


def rare_name(one: Profile, other: Profile) -> float:
    """How rare the rarer word of the shorter name is: 0 to 1."""
    words = min(one.name.split(), other.name.split(), key=len)
    rarest = max((weight(word) for word in words), default=0.0)
    return round(min(1.0, max(0.0, (rarest - COMMONEST) / (RAREST - COMMONEST))), 3)


def same_country(one: Profile, other: Profile) -> float:
    return float(bool(one.countries & other.countries))


def other_country(one: Profile, other: Profile) -> float:
    """1 where both have a country, and none in common."""
    return float(bool(one.countries and other.countries) and one.countries.isdisjoint(other.countries))


def same_office(one: Profile, other: Profile) -> float:
    """1 where a title of the one has all the words of one of the other's ("minister", "defence minister")."""
    return float(any(a <= b or b <= a for a in one.offices for b in other.offices))


def other_office(one: Profile, other: Profile) -> float:
    """1 where both have offices, none alike, told of within 90 days; a third where more time lies between."""
    if not (one.offices and other.offices) or same_office(one, other):
        return 0.0
    between = min((abs(a - b) for a in one.days for b in other.days), default=AT_ONE_TIME)
    return 1.0 if between <= AT_ONE_TIME else 0.33


def office_of_one(one: Profile, other: Profile) -> float:
    """1 where one has an office and the other none."""
    return float(bool(one.offices) != bool(other.offices))


def other_sector(one: Profile, other: Profile) -> float:
    """1 where both are of a sector, none in common, politicians' being one."""
    sides = [frozenset("ELI" if s in ORGANS_ALIKE else s for s in side.sectors) for side in (one, other)]
    return float(all(sides) and sides[0].isdisjoint(sides[1]))


def same_kin(one: Profile, other: Profile) -> float:
    return float(any(a[0] == b[0] and may_be_one(a[1], b[1]) for a in one.kin for b in other.kin))


def other_kin(one: Profile, other: Profile) -> float:
    """1 where both have kin of one relation, of other names."""
    shared = {relation for relation, _ in one.kin} & {relation for relation, _ in other.kin}
    return float(bool(shared) and not same_kin(one, other))


def company(one: Profile, other: Profile) -> float:
    """Which share of the names beside the one with fewer stand beside the other too."""
    least = min(len(one.company), len(other.company))
    return round(len(one.company & other.company) / least, 3) if least else 0.0


def same_incident(one: Profile, other: Profile) -> float:
    return float(bool(one.incidents & other.incidents))


def same_register(one: Profile, other: Profile) -> float:
    return float(one.register is not None and one.register == other.register)


def other_register(one: Profile, other: Profile) -> float:
    return float(None not in (one.register, other.register) and one.register != other.register)


LIKENESS: Mapping[str, Callable[[Profile, Profile], float]] = {
    feature.__name__: feature
    for feature in (
        same_name,
        sounding,
        surname,
        rare_name,
        same_country,
        other_country,
        same_office,
        other_office,
        office_of_one,
        other_sector,
        same_kin,
        other_kin,
        company,
        same_incident,
        same_register,
        other_register,
    )
}


def day_of(published: str | None) -> int | None:
    """An ISO date as a number of days; none for what is not of the day."""
    try:
        return Date.fromisoformat(published or "").toordinal()
    except ValueError:
        return None


def title_words(title: str) -> frozenset[str]:
    return frozenset(name_key(title).split())
