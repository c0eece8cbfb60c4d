"""The calls for review: what waits, what was decided and by whom, decisions and undoing them."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response

from onrecord.model import to_json
from onrecord.record.correction import CorrectionRow
from onrecord.record.paging import Page
from onrecord.views import Entry, as_timeline
from onrecord.views.verdicts import Disagreement, find_disagreements
from onrecord.web.api.answers import Found, as_made, listed, whole
from onrecord.web.api.openapi import one, page_of, problems
from onrecord.web.asked import Author, Cursor, Kept, Limit
from onrecord.web.deciding import correct, decide, undo
from onrecord.web.drafts import CorrectionDraft, DecisionDraft
from onrecord.web.tokens import check_origin

router = APIRouter(responses=problems(400, 404, 422))

Second = Annotated[bool, Query(description="Those that others decided on and the asker has not, instead.")]
Drafts = Annotated[list[DecisionDraft], Body(min_length=1, max_length=100)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1, description="The decision's number.")]


@router.get("/review", responses=page_of(Entry))
def queue(
    request: Request, kept: Kept, author: Author, second: Second = False, limit: Limit = 50, cursor: Cursor = ""
) -> Response:
    """Events on which nobody has decided, those of most doubt and consequence first."""

    def fetch(page: Page) -> Found:
        entries = as_timeline(kept.queue(page, reader=author if second else None).rows)
        return Found(items=entries, rows=len(entries))

    return listed(request, fetch, limit, cursor)


@router.get("/decisions", responses=page_of(CorrectionRow))
def decisions(request: Request, kept: Kept, limit: Limit = 50, cursor: Cursor = "") -> Response:
    """What people accepted, rejected, corrected and undid, and who, the last first."""
    rows = kept.corrections()[::-1]

    def fetch(page: Page) -> Found:
        found = rows[page.offset :][: page.limit]
        return Found(items=found, rows=len(found))

    return listed(request, fetch, limit, cursor)


@router.get("/disagreements", responses=page_of(Disagreement))
def disagreements(request: Request, kept: Kept) -> Response:
    """Items on which the last words of two reviewers differ."""
    return whole(request, find_disagreements(kept.corrections()))


@router.post(
    "/decisions",
    status_code=201,
    responses=page_of(CorrectionRow, 201) | problems(403),
    dependencies=[Depends(check_origin)],
)
def decide_on(kept: Kept, author: Author, drafts: Drafts) -> Response:
    """Accepts, rejects or corrects items, in this order; none of them where one is not there."""
    made = [to_json(row) for row in decide(kept, drafts, author)]
    return as_made({"items": made, "next": None}, status=201)


@router.post(
    "/corrections",
    status_code=201,
    responses=one(CorrectionRow, 201) | problems(403),
    dependencies=[Depends(check_origin)],
)
def correct_item(kept: Kept, author: Author, draft: CorrectionDraft) -> Response:
    """Rejects, edits, merges, splits or adds an item of a report; it stands in `/decisions`, and is undone there."""
    return as_made(to_json(correct(kept, draft.by(author))), status=201)


@router.post(
    "/decisions/{number}/undo", responses=one(CorrectionRow) | problems(403), dependencies=[Depends(check_origin)]
)
def take_back(kept: Kept, author: Author, number: Number) -> Response:
    """Takes a decision back; both stay in the log."""
    return as_made(to_json(undo(kept, [number], author)[0]))
