"""Review: what waits for a person's eye, one item of a report, and decisions on them that can be undone."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from starlette.responses import RedirectResponse

from onrecord.model import Event
from onrecord.record.paging import Page
from onrecord.views import as_timeline
from onrecord.views.verdicts import decisions_on, find_disagreements
from onrecord.web.asked import After, Author, Kept
from onrecord.web.corrigible import fields_of
from onrecord.web.deciding import decide, item_of, undo
from onrecord.web.drafts import DecisionDraft, Edit, Verdict
from onrecord.web.render import draw
from onrecord.web.tokens import check_form
from onrecord.web.words import address

router = APIRouter()
CARDS, DECISIONS = 10, 15
LAST = 2**31 - 1

Id = Annotated[str, Query(max_length=2000)]
Given = Annotated[str, Form(max_length=2000)]
Number = Annotated[int, Form(ge=1, le=LAST)]
Chosen = Annotated[tuple[Given, ...], Form(max_length=CARDS)]


class EditForm(Edit):
    """The fields of an item as its form sends them."""

    report: str
    item: str
    reason: str = ""


@router.get("/review")
def review(
    request: Request,
    kept: Kept,
    author: Author,
    second: bool = False,
    after: After = 0,
    done: Annotated[list[int] | None, Query(max_length=CARDS)] = None,
) -> Response:
    """The queue, the most urgent first, and what was decided last; `done` are decisions that were just made at once.

    The `second` reader's queue has what others decided on. It does not say how, so that both read for themselves.
    """
    queue = kept.queue(Page(limit=CARDS, offset=after), reader=author if second else None)
    decisions = kept.corrections()
    return draw(
        request,
        "review.html",
        entries=as_timeline(queue.rows),
        waiting=queue.waiting,
        second=second,
        unseen=kept.unseen(author),
        decisions=() if second else decisions[: -DECISIONS - 1 : -1],
        disagreements=() if second else find_disagreements(decisions),
        done=[row.number for row in decisions if row.number in (done or ())],
        after=after,
        step=CARDS,
        more=after + CARDS < queue.waiting,
    )


@router.get("/review/item")
def one(request: Request, kept: Kept, report: Id, id: Id) -> Response:
    """One event or attribution, with what can be set in it and what was decided on it."""
    document, reading = kept.document(report), kept.reading(report)
    item = item_of(reading, id)
    spans = (item.sentence,) if isinstance(item, Event) else (*item.source.spans, *item.cue, *item.content)
    return draw(
        request,
        "review_item.html",
        row=kept.document_row(report),
        item=item,
        fields=fields_of(reading, item),
        words=" … ".join(span.of(document.text) for span in sorted(spans)),
        decisions=decisions_on(report, id, kept.corrections()),
    )


@router.post("/review/decide", dependencies=[Depends(check_form)])
def decide_one(
    kept: Kept,
    author: Author,
    report: Given,
    item: Given,
    verdict: Annotated[Verdict, Form()],
    back: Given = "",
    next: Given = "",
) -> Response:
    """Accepts an item as it stands, or rejects it."""
    decide(kept, [DecisionDraft(report=report, item=item, verdict=verdict)], author)
    if back == "second":
        return RedirectResponse("/review?second=true#next", status_code=303)
    return _lead(report if back == "report" else "", next)


@router.post("/review/many", dependencies=[Depends(check_form)])
def decide_many(
    request: Request,
    kept: Kept,
    author: Author,
    verdict: Annotated[Verdict, Form()],
    chosen: Chosen = (),
    sure: Annotated[bool, Form()] = False,
) -> Response:
    """Shows what would be decided at once; decides it once somebody is `sure`. Each of `chosen` is `item@report`."""
    pairs = [one.partition("@")[::2] for one in chosen]
    drafts = [DecisionDraft(report=report, item=item, verdict=verdict) for item, report in pairs]
    if not drafts:
        return RedirectResponse("/review", status_code=303)
    if sure:
        numbers = [("done", row.number) for row in decide(kept, drafts, author)]
        return RedirectResponse(f"/review?{urlencode(numbers)}#done", status_code=303)
    readings = {report: kept.reading(report) for _, report in pairs}
    shown = [(kept.document(report), item_of(readings[report], item), f"{item}@{report}") for item, report in pairs]
    return draw(request, "review_many.html", verdict=verdict, shown=shown)


@router.post("/review/edit", dependencies=[Depends(check_form)])
def edit(kept: Kept, author: Author, form: Annotated[EditForm, Form()]) -> Response:
    """Sets what was written otherwise than it stands; nothing written otherwise accepts the item."""
    given = Edit(**form.model_dump(include=set(Edit.model_fields)))
    draft = DecisionDraft(report=form.report, item=form.item, verdict=Verdict.EDIT, edit=given, reason=form.reason)
    decide(kept, [draft], author)
    return _lead(form.report, form.item)


@router.post("/review/undo", dependencies=[Depends(check_form)])
def take_back(kept: Kept, author: Author, number: Annotated[list[Number], Form(max_length=CARDS)]) -> Response:
    """Takes decisions back; all of it stays in the log."""
    undo(kept, number, author)
    return RedirectResponse("/review#decisions", status_code=303)


def _lead(report: str, item: str) -> Response:
    """Back to the report at an item's link, or to the first link of the queue; browsers give it the focus."""
    where = address("/report", id=report) + (f"#review-{item}" if item else "") if report else "/review#next"
    return RedirectResponse(where, status_code=303)
