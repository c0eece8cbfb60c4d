"""The conditions of a question, as pages and API calls take them from an address: once for all that ask it."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import Depends

from onrecord.record.incidents import Wanted
from onrecord.record.pair import Between
from onrecord.record.search import Sieve
from onrecord.web.asked import (
    ActAsked,
    Name,
    Newest,
    Outlet,
    Place,
    QuadAsked,
    Since,
    Type,
    Until,
    Words,
    blank_is_none,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Words, and what a hit must be besides."""

    words: str
    sieve: Sieve


def wanted_of(a: Name = "", b: Name = "", since: Since = "", until: Until = "", type: Type = "") -> Wanted:
    """Parties, days and a type, as for incidents."""
    given = {"a": a, "b": b, "since": since, "until": until, "type": type}
    return Wanted(**{name: blank_is_none(value) for name, value in given.items()})


def between_of(wanted: Annotated[Wanted, Depends(wanted_of)], quad: QuadAsked = "", newest: Newest = 0) -> Between:
    """The same, a quad and the newest reports, as for the events between two parties."""
    return Between(
        a=wanted.a or "",
        b=wanted.b,
        since=wanted.since,
        until=wanted.until,
        type=wanted.type,
        quad=blank_is_none(quad),
        newest=newest or None,
    )


def sieve_of(
    act: ActAsked = None,
    outlet: Outlet = "",
    since: Since = "",
    until: Until = "",
    party: Name = "",
    place: Place = "",
    type: Type = "",
) -> Sieve:
    """The conditions of a search; what is blank is none."""
    return Sieve(
        act=act,
        outlet=blank_is_none(outlet),
        since=blank_is_none(since),
        until=blank_is_none(until),
        party=blank_is_none(party),
        place=blank_is_none(place),
        type=blank_is_none(type),
    )


def search_of(sieve: Annotated[Sieve, Depends(sieve_of)], q: Words = "") -> Search:
    return Search(words=q.strip(), sieve=sieve)


def need_party(a: Name) -> None:
    """Says that `a` may not be left out."""


WantedAsked = Annotated[Wanted, Depends(wanted_of)]
BetweenAsked = Annotated[Between, Depends(between_of)]
SearchAsked = Annotated[Search, Depends(search_of)]


def as_fields(conditions: Wanted | Between | Sieve) -> dict[str, str]:
    """Conditions as a form has them: blank for none."""
    return {name: str(value) if isinstance(value, str | int) else "" for name, value in asdict(conditions).items()}
