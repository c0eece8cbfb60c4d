"""One report, marked, with its side notes."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.export.page import lay_out
from onrecord.record.incidents import Wanted
from onrecord.views import as_incidents
from onrecord.web.asked import Kept
from onrecord.web.render import draw

router = APIRouter()
SHOWN = 100_000
"""Characters of a report that its page shows unless more is asked for: some thirty times an article of a newspaper."""


@router.get("/report")
def report(request: Request, kept: Kept, id: Annotated[str, Query(max_length=2000)], whole: bool = False) -> Response:
    """The report of this id, of a long one its beginning unless the `whole` of it is asked for.

    An item's own id in the address's fragment leads to its side note.
    """
    layout = lay_out(kept.document(id), kept.reading(id), shown=None if whole else SHOWN)
    incidents = as_incidents(kept.incidents(Wanted(report=id)))
    return draw(
        request,
        "report.html",
        page=layout,
        anchors=layout.anchors,
        id=id,
        draft=None,
        incidents=incidents,
        neighbours=kept.neighbours(id),
    )
