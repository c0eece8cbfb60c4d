"""What the register says of an actor: a group or body with its names and sectors, a person with the offices held."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.register.dates import within
from onrecord.model import Kind

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
"""PLOVER's sectors."""
STATELESS = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
"""PLOVER's codes for what belongs to no state."""


class Held(StrEnum):
    """The offices that the register follows in every country; any other office is given by its sectors."""

    STATE = "state"
    GOVERNMENT = "government"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """A time in which a group was something else than it is outside it: an armed group that governed."""

    sector: tuple[str, ...] = ("GOV",)
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group or body known by name. `sector` is what it is outside of `power`; it existed from `since` to `until`."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    sector: tuple[str, ...] = ()
    kind: Kind = Kind.BODY
    power: tuple[Power, ...] = ()
    since: str | None = None
    until: str | None = None

    def sectors(self, date: str | None) -> tuple[str, ...]:
        """Its sectors on an ISO date; without one, at present."""
        return next((p.sector for p in self.power if within(date, p.since, p.until)), self.sector)

    def existed(self, date: str | None) -> bool:
        """Whether it existed on an ISO date; without one, at present."""
        return within(date, self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A time in an office. `held` is the office where it is one that the register follows everywhere."""

    country: str
    sector: tuple[str, ...]
    title: str
    held: Held | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person known by name, with the offices held in the order of their beginnings."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    terms: tuple[Term, ...]

    def terms_on(self, date: str | None) -> tuple[Term, ...]:
        """The offices held on an ISO date; without one, at present."""
        return tuple(t for t in self.terms if within(date, t.since, t.until))

    def country(self, date: str | None) -> str:
        """The country (or PLOVER code) for which the person acts on a date; outside of office, that of the first."""
        return next((t.country for t in self.terms_on(date)), self.home)

    @property
    def home(self) -> str:
        """The state of the first office that was a state's; of the first office where none was."""
        states = (t.country for t in self.terms if t.country not in STATELESS)
        return next(states, self.terms[0].country)

    def sectors(self, date: str | None) -> tuple[str, ...]:
        """The sectors on an ISO date: those of the offices held; ELI after any, as PLOVER has it; none before."""
        holding = self.terms_on(date)
        if holding:
            return tuple(dict.fromkeys(s for t in holding for s in t.sector))
        past = any(t.until is not None and (date is None or t.until < date) for t in self.terms)
        return ("ELI",) if past else ()


def all_names(group: Group) -> tuple[str, ...]:
    """Every name of a group, acronyms last."""
    return (group.name, *group.names, *group.acronyms)
