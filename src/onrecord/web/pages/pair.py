"""Two parties: what they did to each other, over time, what they dispute, who holds office."""

from fastapi import APIRouter, Request, Response

from onrecord.record.incidents import Wanted
from onrecord.record.paging import Page
from onrecord.record.parties import as_party
from onrecord.views import Claim, as_incidents, as_ledger, as_timeline
from onrecord.views.tenures import as_tenures
from onrecord.web.asked import After, Kept, Name, Since, Type, Until, blank_is_none
from onrecord.web.atlas import draw_map
from onrecord.web.chart import draw_series
from onrecord.web.render import draw

router = APIRouter()
EVENTS, INCIDENTS, DISPUTES, HOLDERS, TELLINGS = 30, 5, 6, 10, 100


@router.get("/pair")
def pair(
    request: Request,
    kept: Kept,
    a: Name = "",
    b: Name = "",
    since: Since = "",
    until: Until = "",
    type: Type = "",
    after: After = 0,
) -> Response:
    """Two parties, or one and everybody; the address keeps the dates."""
    asked = {"a": a.strip(), "b": b.strip(), "since": since, "until": until, "type": type}
    if not asked["a"]:
        return draw(request, "pair_choice.html", pairs=kept.desk(Page(limit=30)).pairs)
    found = kept.between(
        asked["a"],
        asked["b"] or None,
        since=blank_is_none(since),
        until=blank_is_none(until),
        type=blank_is_none(type),
        page=Page(limit=EVENTS, offset=after),
        charted=True,
    )
    sides = [asked["a"], *filter(None, [asked["b"]])]
    return draw(
        request,
        "pair.html",
        asked=asked,
        sides=sides,
        found=found,
        entries=as_timeline(found.rows)[::-1],
        chart=draw_series(found.months),
        map=draw_map(filter(None, (as_party(side).country for side in sides)), found.spots),
        incidents=as_incidents(kept.incidents(_wanted(asked), limit=INCIDENTS)),
        disputes=_disputes(kept, sides),
        holders=[(side, as_tenures(kept.holders(side, limit=TELLINGS))[:HOLDERS]) for side in sides],
        after=after,
        step=EVENTS,
        more=after + EVENTS < found.total,
    )


def _wanted(asked: dict[str, str]) -> Wanted:
    return Wanted(**{name: blank_is_none(value) for name, value in asked.items()})


def _disputes(kept: Kept, sides: list[str]) -> list[Claim]:
    """What each says of the other that is denied, disputed or told otherwise."""
    if len(sides) < 2:
        return []
    page = Page(limit=DISPUTES)
    a, b = sides
    asked = (kept.claims(by=by, about=about, disputed=True, page=page) for by, about in ((a, b), (b, a)))
    return [claim for rows in asked for claim in as_ledger(rows)]
