"""Two parties: what they did to each other, over time, what they dispute, who holds office."""

from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from onrecord.record.incidents import Wanted
from onrecord.record.paging import Page
from onrecord.record.parties import as_party
from onrecord.views import Claim, as_incidents, as_ledger, as_timeline
from onrecord.views.tenures import as_tenures
from onrecord.web.asked import After, Kept
from onrecord.web.atlas import draw_map
from onrecord.web.conditions import BetweenAsked, as_fields
from onrecord.web.render import draw
from onrecord.web.series_chart import QUADS, draw_series

router = APIRouter()
SIDES = ("cooperation", "conflict")
EVENTS, INCIDENTS, DISPUTES, HOLDERS, TELLINGS = 30, 5, 6, 10, 50


@router.get("/pair")
def pair(request: Request, kept: Kept, asked: BetweenAsked, after: After = 0) -> Response:
    """Two parties, or one and everybody; the address keeps the dates."""
    if not asked.a:
        return draw(request, "pair_choice.html", desk=kept.desk(Page(limit=30)))
    found = kept.pair(asked, page=Page(limit=EVENTS, offset=after))
    sides = [asked.a, *filter(None, [asked.b])]
    return draw(
        request,
        "pair.html",
        asked=as_fields(asked),
        sides=sides,
        quads=SIDES + QUADS,
        found=found.events,
        entries=as_timeline(found.events.rows)[::-1],
        chart=draw_series(found.series, asked.since, asked.until),
        map=draw_map(filter(None, (as_party(side).country for side in sides)), found.spots),
        incidents=as_incidents(kept.incidents(_wanted(asked), limit=INCIDENTS)),
        disputes=_disputes(kept, sides),
        holders=[(side, as_tenures(kept.holders(side, limit=TELLINGS))[:HOLDERS]) for side in sides],
        after=after,
        step=EVENTS,
        more=after + EVENTS < found.events.total,
    )


def _wanted(asked: BetweenAsked) -> Wanted:
    return Wanted(**{name: value for name, value in asdict(asked).items() if name not in ("quad", "newest")})


def _disputes(kept: Kept, sides: list[str]) -> list[Claim]:
    """What each says of the other that is denied, disputed or told otherwise."""
    if len(sides) < 2:
        return []
    page = Page(limit=DISPUTES)
    a, b = sides
    asked = (kept.claims(by=by, about=about, disputed=True, page=page) for by, about in ((a, b), (b, a)))
    return [claim for rows in asked for claim in as_ledger(rows)]
