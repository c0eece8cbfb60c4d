"""A person, body or state: names, offices, kin, what they said, whom they accuse, who denies them; the events and the
reports under each number.

A person or body is whoever `who` takes for one across reports; a state stands for its bodies and people too, unless it
is asked for alone.
"""

from fastapi import APIRouter, Request, Response

from onrecord.record.meant import Dealing
from onrecord.record.paging import Page
from onrecord.record.said import Said
from onrecord.views import as_timeline
from onrecord.views.tenures import as_tenures
from onrecord.views.utterances import as_told
from onrecord.web.actors import AskedActor, Choice, draw_choice, find_meant
from onrecord.web.asked import ActAsked, After, Kept, Name, QuadAsked, blank_is_none
from onrecord.web.network import draw_network
from onrecord.web.render import draw

router = APIRouter()
SAID, OFFICES, EVENTS, REPORTS = 20, 30, 30, 50


@router.get("/actor")
def actor(
    request: Request,
    kept: Kept,
    asked: AskedActor,
    act: ActAsked = None,
    denied_by: Name = "",
    after: After = 0,
) -> Response:
    """Whom the name means; where it may mean several, a choice of them."""
    found = find_meant(kept, asked)
    if isinstance(found, Choice):
        return draw_choice(request, asked, found)
    wanted = Said(act=act, denied_by=blank_is_none(denied_by))
    rows = kept.actor(found.meant, said=wanted, page=Page(limit=SAID + 1, offset=after))
    said = as_told(rows.said)
    return draw(
        request,
        "actor.html",
        rows=rows,
        who=rows.candidate,
        dossier=found.dossier,
        older=found.older,
        whole=found.meant.whole,
        network=draw_network(rows.candidate.name, rows.ties),
        offices=found.dossier.offices if found.dossier else as_tenures(rows.offices)[:OFFICES],
        said=said[:SAID],
        more=len(said) > SAID,
        asked=asked.fields(),
        sifted={"act": act.value if act else "", "denied_by": denied_by},
        after=after,
        step=SAID,
    )


@router.get("/actor/events")
def events(
    request: Request,
    kept: Kept,
    asked: AskedActor,
    other: Name = "",
    quad: QuadAsked = "",
    accusing: bool = False,
    after: After = 0,
) -> Response:
    """What the actor and others did to each other, the newest first."""
    found = find_meant(kept, asked)
    if isinstance(found, Choice):
        return draw_choice(request, asked, found)
    dealing = Dealing(other=blank_is_none(other), quad=blank_is_none(quad), accusing=accusing)
    events = kept.dealings(found.meant, dealing, page=Page(limit=EVENTS, offset=after))
    return draw(
        request,
        "actor_events.html",
        who=found.meant.candidate,
        found=events,
        entries=as_timeline(events.rows)[::-1],
        asked=asked.fields(),
        sifted={"other": other, "quad": quad, "accusing": "true" if accusing else ""},
        after=after,
        step=EVENTS,
        more=after + EVENTS < events.total,
    )


@router.get("/actor/reports")
def reports(request: Request, kept: Kept, asked: AskedActor, called: Name = "", after: After = 0) -> Response:
    """The reports that speak of the actor, or that call the actor, or one who is theirs, so."""
    found = find_meant(kept, asked)
    if isinstance(found, Choice):
        return draw_choice(request, asked, found)
    rows = kept.reports_of(found.meant, blank_is_none(called), page=Page(limit=REPORTS + 1, offset=after))
    return draw(
        request,
        "actor_reports.html",
        who=found.meant.candidate,
        reports=rows[:REPORTS],
        asked=asked.fields(),
        called=called,
        after=after,
        step=REPORTS,
        more=len(rows) > REPORTS,
    )
