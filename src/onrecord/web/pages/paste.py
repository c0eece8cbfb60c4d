"""A report pasted in: read now, shown marked, kept or not."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from starlette.responses import RedirectResponse

from onrecord.errors import InputError
from onrecord.export.page import lay_out
from onrecord.link.linking import link_reports
from onrecord.model import Document, Reading
from onrecord.web.access.rates import limit_reading
from onrecord.web.asked import Kept, Reads
from onrecord.web.drafts import PastedDraft
from onrecord.web.render import draw
from onrecord.web.tokens import check_form
from onrecord.web.words import address

router = APIRouter()

Line = Annotated[str, Query(max_length=500)]
Pasted = Annotated[PastedDraft, Form()]


@router.get("/paste")
def form(
    request: Request, text: str = "", title: Line = "", publisher: Line = "", date: Annotated[str, Query()] = ""
) -> Response:
    """The form, empty or filled in by a bookmarklet; nothing is read before somebody asks for it."""
    given = {"text": text, "title": title, "publisher": publisher, "date": date}
    return draw(request, "paste.html", given=given, wrong=None)


@router.post("/paste", dependencies=[Depends(check_form), Depends(limit_reading)])
def read(request: Request, reads: Reads, pasted: Pasted) -> Response:
    """The report read and marked, with a way to keep it; nothing is kept yet."""
    given = {name: value or "" for name, value in pasted.model_dump().items()}
    try:
        document, reading = _read(reads, pasted)
    except InputError as error:
        return draw(request, "paste.html", status=422, given=given, wrong=str(error))
    layout = lay_out(document, reading)
    return draw(
        request,
        "report.html",
        page=layout,
        anchors=layout.anchors,
        id=document.id,
        draft=given,
        incidents=(),
        neighbours=(),
    )


@router.post("/paste/keep", dependencies=[Depends(check_form), Depends(limit_reading)])
def keep(kept: Kept, reads: Reads, pasted: Pasted) -> Response:
    """Keeps the report that was shown, and leads to it."""
    document, reading = _read(reads, pasted)
    kept.add(document, reading)
    link_reports(kept, [document.id])
    return RedirectResponse(address("/report", id=document.id), status_code=303)


def _read(reads: Reads, pasted: PastedDraft) -> tuple[Document, Reading]:
    """What browsers send ends lines with CR LF; the text that is kept ends them with LF."""
    return reads.read(
        pasted.text.replace("\r\n", "\n"), title=pasted.title, publisher=pasted.publisher, date=pasted.date
    )
