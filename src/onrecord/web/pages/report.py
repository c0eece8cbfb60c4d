"""One report, marked, with its side notes."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.export.page import lay_out
from onrecord.record.incidents import Wanted
from onrecord.views import as_incidents
from onrecord.web.asked import Kept
from onrecord.web.render import draw

router = APIRouter()


@router.get("/report")
def report(request: Request, kept: Kept, id: Annotated[str, Query(max_length=2000)]) -> Response:
    """The report of this id. An item's own id in the address's fragment leads to its side note."""
    layout = lay_out(kept.document(id), kept.reading(id))
    incidents = as_incidents(kept.incidents(Wanted(report=id)))
    return draw(request, "report.html", page=layout, anchors=layout.anchors, id=id, draft=None, incidents=incidents)
