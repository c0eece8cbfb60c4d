"""What came in last, and for an empty record what to do next."""

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import RedirectResponse

from onrecord.record.paging import Page
from onrecord.views import as_incidents
from onrecord.views.tenures import as_tenures
from onrecord.views.utterances import as_told
from onrecord.web.access.rates import limit_reading
from onrecord.web.asked import After, Kept, Reads
from onrecord.web.conditions import BetweenAsked, as_fields
from onrecord.web.render import draw
from onrecord.web.tokens import check_form

router = APIRouter()
SHOWN, INCIDENTS, DENIALS = 12, 6, 6
REPORTS = 50
WATCHES, FRESH = 5, 9
"""Watches that are shown, and new matches that are counted of each."""


@router.get("/")
def today(request: Request, kept: Kept) -> Response:
    """The desk: newest reports, pairs of countries, denials, office-holders."""
    desk = kept.desk(Page(limit=SHOWN))
    if not desk.counts.reports:
        return draw(request, "empty.html")
    made = kept.watches.all()[:WATCHES]
    return draw(
        request,
        "today.html",
        desk=desk,
        incidents=as_incidents(kept.incidents(limit=INCIDENTS)),
        denials=as_told(desk.denials)[:DENIALS],
        holders=as_tenures(desk.holders),
        waiting=kept.waiting(),
        watches=[(watch, kept.watches.matches(watch, after=watch.seen, limit=FRESH).hits) for watch in made],
        fresh=FRESH,
    )


@router.get("/reports")
def reports(request: Request, kept: Kept, asked: BetweenAsked, after: After = 0) -> Response:
    """Every report, or those that tell of events of a party or between two, the one that came last first."""
    page = Page(limit=REPORTS + 1, offset=after)
    found = kept.reports(asked, page=page) if asked.a else kept.newest(page)
    return draw(
        request,
        "reports.html",
        asked=as_fields(asked),
        reports=found[:REPORTS],
        after=after,
        step=REPORTS,
        more=len(found) > REPORTS,
    )


@router.post("/samples", dependencies=[Depends(check_form), Depends(limit_reading)])
def samples(kept: Kept, reads: Reads) -> Response:
    """Reads the samples into the record."""
    reads.read_samples(kept)
    return RedirectResponse("/", status_code=303)
