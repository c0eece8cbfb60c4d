"""One incident: the reports that tell of it in time order, what each adds, what they tell differently; and the list."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from onrecord.record.incidents import Wanted
from onrecord.views import as_accounts, as_contradictions, as_differences, as_incident, as_incidents
from onrecord.views.accounts import differing
from onrecord.web.asked import After, Kept, Name, Since, Type, Until, blank_is_none
from onrecord.web.chart import draw_counts
from onrecord.web.render import draw

router = APIRouter()
LISTED = 30


@router.get("/incidents")
def incidents(
    request: Request,
    kept: Kept,
    a: Name = "",
    b: Name = "",
    since: Since = "",
    until: Until = "",
    type: Type = "",
    after: After = 0,
) -> Response:
    """Incidents, those last reported on first."""
    asked = {"a": a, "b": b, "since": since, "until": until, "type": type}
    wanted = Wanted(**{name: blank_is_none(value) for name, value in asked.items()})
    found = as_incidents(kept.incidents(wanted, limit=LISTED + 1, offset=after))
    return draw(
        request,
        "incidents.html",
        incidents=found[:LISTED],
        unlinked=kept.unlinked(),
        asked=asked,
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
