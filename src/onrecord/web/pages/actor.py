"""A person, body or state: names, offices, kin, what they said, whom they accuse, who denies them.

A person or body is whoever `who` takes for one across reports; a state stands for its bodies and people too, unless it
is asked for alone.
"""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.errors import MissingError
from onrecord.model import Act, Kind
from onrecord.record.names import name_key
from onrecord.record.page_rows import ActorRows, Candidate
from onrecord.record.paging import Page
from onrecord.record.who import LOOKED_AT
from onrecord.views import Dossier, as_dossiers
from onrecord.views.tenures import as_tenures
from onrecord.views.utterances import as_told
from onrecord.web.asked import ActAsked, After, Kept, Name
from onrecord.web.network import draw_network
from onrecord.web.render import draw

router = APIRouter()
SAID, OFFICES = 20, 30

One = Annotated[str, Query(max_length=4000, description="One entity of the actor, as its id, an @ and its report's.")]


@router.get("/actor")
def actor(
    request: Request,
    kept: Kept,
    name: Name,
    kind: Kind | None = None,
    one: One = "",
    alone: bool = False,
    act: ActAsked = None,
    after: After = 0,
) -> Response:
    """Whom the name means; where it may mean several, a choice of them."""
    bare = name.strip()
    found = kept.candidates(bare, kind)
    if not found:
        raise MissingError(f"The record knows nobody called {name}. A surname or a country's code will do, too.")
    states = [candidate for candidate in found if candidate.kind is Kind.STATE]
    known = None if len(states) == len(found) else kept.who(bare)
    people = _meant(as_dossiers(known), bare, kind, one) if known else []
    page = Page(limit=SAID + 1, offset=after)
    asked = {"name": name, "kind": kind.value if kind else "", "one": one, "alone": "true" if alone else ""}
    if states and not people:
        rows = kept.actor(states[0], act=act, page=page, bodies=not alone)
        return _dossier(request, rows, None, 0, asked, act, after)
    if known and len(people) == 1 and (one or not states):
        rows = kept.actor(_candidate(people[0]), act=act, page=page, entities=people[0].entities)
        older = max(known.reports - LOOKED_AT, 0)
        return _dossier(request, rows, people[0], older, asked, act, after)
    return draw(request, "actor_choice.html", name=name, states=states[:1], people=people)


def _meant(dossiers: tuple[Dossier, ...], name: str, kind: Kind | None, one: str) -> list[Dossier]:
    """Those of the kind; of these whoever has the very entity or, where a kind is given, the very name."""
    found = [dossier for dossier in dossiers if dossier.kind is not Kind.STATE and kind in (None, dossier.kind)]
    if one:
        entity, _, document = one.partition("@")
        return [dossier for dossier in found if (document, entity) in dossier.entities]
    exact = [dossier for dossier in found if name in (dossier.name, *dossier.names)] if kind else []
    return exact or found


def _candidate(dossier: Dossier) -> Candidate:
    return Candidate(
        name=dossier.name,
        key=name_key(dossier.name),
        kind=dossier.kind,
        country=dossier.countries[0] if len(dossier.countries) == 1 else None,
        reports=len(dossier.reports),
    )


def _dossier(
    request: Request,
    rows: ActorRows,
    dossier: Dossier | None,
    older: int,
    asked: dict[str, str],
    act: Act | None,
    after: int,
) -> Response:
    """`older` reports have the name and were not looked at."""
    said = as_told(rows.said)
    whole = dossier is None and not asked["alone"] and bool(rows.candidate.country)
    return draw(
        request,
        "actor.html",
        rows=rows,
        who=rows.candidate,
        dossier=dossier,
        older=older,
        whole=whole,
        network=draw_network(rows.candidate.name, rows.ties),
        offices=dossier.offices if dossier else as_tenures(rows.offices)[:OFFICES],
        said=said[:SAID],
        more=len(said) > SAID,
        asked=asked,
        act=act.value if act else "",
        after=after,
        step=SAID,
    )
