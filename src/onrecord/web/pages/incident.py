"""One incident: the reports that tell of it in time order, what each adds, what they tell differently; and the list."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from onrecord.views import as_accounts, as_contradictions, as_differences, as_incident, as_incidents
from onrecord.views.accounts import differing
from onrecord.web.asked import After, Kept
from onrecord.web.conditions import WantedAsked, as_fields
from onrecord.web.figure_chart import draw_counts
from onrecord.web.render import draw

router = APIRouter()
LISTED = 30


@router.get("/incidents")
def incidents(request: Request, kept: Kept, wanted: WantedAsked, after: After = 0) -> Response:
    """Incidents, those last reported on first."""
    found = as_incidents(kept.incidents(wanted, limit=LISTED + 1, offset=after))
    return draw(
        request,
        "incidents.html",
        incidents=found[:LISTED],
        unlinked=kept.unlinked(),
        asked=as_fields(wanted),
        after=after,
        step=LISTED,
        more=len(found) > LISTED,
    )


@router.get("/incidents/{id}")
def incident(request: Request, kept: Kept, id: Annotated[str, Path(max_length=100)]) -> Response:
    """The incident of this id."""
    rows = kept.incident(id)
    found = as_incident(rows)
    return draw(
        request,
        "incident.html",
        incident=found,
        accounts=as_accounts(rows),
        differences=as_differences(rows),
        contradictions=as_contradictions(rows),
        figures=[(count, draw_counts(count)) for count in found.figures],
        disputed=differing(found.figures),
    )
