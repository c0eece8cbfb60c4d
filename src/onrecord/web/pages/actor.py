"""A person, body or state: names, offices, kin, what they said, whom they accuse, who denies them."""

from fastapi import APIRouter, Request, Response

from onrecord.errors import MissingError
from onrecord.model import Kind
from onrecord.record.paging import Page
from onrecord.views.tenures import as_tenures
from onrecord.views.utterances import as_told
from onrecord.web.asked import ActAsked, After, Kept, Name
from onrecord.web.network import draw_network
from onrecord.web.render import draw

router = APIRouter()
SAID, OFFICES = 20, 30


@router.get("/actor")
def actor(
    request: Request, kept: Kept, name: Name, kind: Kind | None = None, act: ActAsked = None, after: After = 0
) -> Response:
    """Whom the name means; where it may mean several, a choice of them."""
    found = kept.candidates(name.strip(), kind)
    exact = [c for c in found if c.name == name.strip()] if kind else []
    if not found:
        raise MissingError(f"The record knows nobody called {name}. A surname or a country's code will do, too.")
    if len(found) > 1 and len(exact) != 1:
        return draw(request, "actor_choice.html", name=name, found=found)
    rows = kept.actor((exact or found)[0], act=act, page=Page(limit=SAID + 1, offset=after))
    said = as_told(rows.said)
    asked = {"name": name, "kind": kind.value if kind else None, "act": act.value if act else None}
    return draw(
        request,
        "actor.html",
        rows=rows,
        who=rows.candidate,
        network=draw_network(rows.candidate.name, rows.ties),
        offices=as_tenures(rows.offices)[:OFFICES],
        said=said[:SAID],
        more=len(said) > SAID,
        asked=asked,
        after=after,
        step=SAID,
    )
