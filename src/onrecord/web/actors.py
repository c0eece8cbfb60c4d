"""Whom the address of an actor's page means: one of those of the name, or a choice of them."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request, Response

from onrecord.model import Kind
from onrecord.record.meant import Meant
from onrecord.record.names import name_key
from onrecord.record.page_rows import Candidate
from onrecord.record.who import LOOKED_AT
from onrecord.views import Dossier, as_dossiers
from onrecord.web.asked import Kept, Name
from onrecord.web.render import draw

One = Annotated[str, Query(max_length=4000, description="One entity of the actor, as its id, an @ and its report's.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAsked:
    """Whom the address names. A state is meant with its bodies and people, or `alone`."""

    name: str
    kind: Kind | None = None
    one: str = ""
    alone: bool = False

    def fields(self) -> dict[str, str]:
        """As the address has them."""
        kind = self.kind.value if self.kind else ""
        return {"name": self.name, "kind": kind, "one": self.one, "alone": "true" if self.alone else ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is meant, as `who` puts them together where they are no state; `older` reports with the name were not looked
    at."""

    meant: Meant
    dossier: Dossier | None = None
    older: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Several whom the name may mean."""

    states: tuple[Candidate, ...]
    people: tuple[Dossier, ...]


def actor_of(name: Name, kind: Kind | None = None, one: One = "", alone: bool = False) -> ActorAsked:
    return ActorAsked(name=name, kind=kind, one=one, alone=alone)


AskedActor = Annotated[ActorAsked, Depends(actor_of)]


def find_meant(kept: Kept, asked: ActorAsked) -> Actor | Choice:
    """Whom the address means. Raises 404 where the record knows nobody of the name."""
    bare = asked.name.strip()
    found = kept.candidates(bare, asked.kind)
    if not found:
        raise HTTPException(404, f"The record knows nobody called {asked.name}. A surname or a country's code will do.")
    states = tuple(candidate for candidate in found if candidate.kind is Kind.STATE)
    known = None if len(states) == len(found) else kept.who(bare)
    people = _people(as_dossiers(known), asked) if known else ()
    if states and not people:
        return Actor(meant=Meant(candidate=states[0], bodies=not asked.alone))
    if known and len(people) == 1 and (asked.one or not states):
        meant = Meant(candidate=_candidate(people[0]), entities=people[0].entities)
        return Actor(meant=meant, dossier=people[0], older=max(known.reports - LOOKED_AT, 0))
    return Choice(states=states[:1], people=people)


def draw_choice(request: Request, asked: ActorAsked, choice: Choice) -> Response:
    """The page that asks who is meant."""
    return draw(request, "actor_choice.html", name=asked.name, states=choice.states, people=choice.people)


def _people(dossiers: tuple[Dossier, ...], asked: ActorAsked) -> tuple[Dossier, ...]:
    """Those of the kind; of these whoever has the very entity or, where a kind is given, the very name."""
    name, kind = asked.name.strip(), asked.kind
    found = tuple(dossier for dossier in dossiers if dossier.kind is not Kind.STATE and kind in (None, dossier.kind))
    if asked.one:
        entity, _, document = asked.one.partition("@")
        return tuple(dossier for dossier in found if (document, entity) in dossier.entities)
    exact = tuple(dossier for dossier in found if name in (dossier.name, *dossier.names)) if kind else ()
    return exact or found


def _candidate(dossier: Dossier) -> Candidate:
    return Candidate(
        name=dossier.name,
        key=name_key(dossier.name),
        kind=dossier.kind,
        country=dossier.countries[0] if len(dossier.countries) == 1 else None,
        reports=len(dossier.reports),
    )
