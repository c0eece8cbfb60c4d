"""Review: what waits for a person's eye, one item of a report, and decisions on them that can be undone."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from starlette.responses import RedirectResponse

from onrecord.errors import MissingError
from onrecord.link.linking import link_new
from onrecord.model import Attribution, Event, Reading
from onrecord.record.correction import Action, Change, Correction
from onrecord.record.paging import Page
from onrecord.views import as_timeline
from onrecord.web.asked import After, Author, Kept
from onrecord.web.corrigible import changes_of, fields_of
from onrecord.web.render import draw
from onrecord.web.tokens import check_form
from onrecord.web.words import address

router = APIRouter()
CARDS, DECISIONS = 10, 15
ACCEPTED = "accepted as it stands"
"""The reason of a correction that changes nothing: somebody has looked at the item, and it is right."""

Id = Annotated[str, Query(max_length=2000)]
Given = Annotated[str, Form(max_length=2000)]
Maybe = Annotated[str | None, Form(max_length=2000)]


class Verdict(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"


@router.get("/review")
def review(request: Request, kept: Kept, after: After = 0) -> Response:
    """The queue, the most urgent first, and what was decided last."""
    queue = kept.queue(Page(limit=CARDS, offset=after))
    return draw(
        request,
        "review.html",
        entries=as_timeline(queue.rows),
        waiting=queue.waiting,
        decisions=kept.decisions(DECISIONS),
        after=after,
        step=CARDS,
        more=after + CARDS < queue.waiting,
    )


@router.get("/review/item")
def one(request: Request, kept: Kept, report: Id, id: Id) -> Response:
    """One event or attribution, with what can be set in it."""
    document, reading = kept.document(report), kept.reading(report)
    item = _item(reading, id)
    spans = (item.sentence,) if isinstance(item, Event) else (*item.source.spans, *item.cue, *item.content)
    return draw(
        request,
        "review_item.html",
        row=kept.document_row(report),
        item=item,
        fields=fields_of(reading, item),
        words=" … ".join(span.of(document.text) for span in sorted(spans)),
    )


@router.post("/review/decide", dependencies=[Depends(check_form)])
def decide(
    kept: Kept,
    author: Author,
    report: Given,
    item: Given,
    verdict: Annotated[Verdict, Form()],
    back: Given = "",
    next: Given = "",
) -> Response:
    """Accepts an item as it stands, or rejects it."""
    accepted = verdict is Verdict.ACCEPT
    action, reason = (Action.EDIT, ACCEPTED) if accepted else (Action.REJECT, None)
    _correct(kept, Correction(action=action, document=report, item=item, author=author, reason=reason))
    return _lead(report if back == "report" else "", next)


@router.post("/review/edit", dependencies=[Depends(check_form)])
def edit(
    kept: Kept,
    author: Author,
    report: Given,
    item: Given,
    reason: Given = "",
    type: Maybe = None,
    actor: Maybe = None,
    recipient: Maybe = None,
    date: Maybe = None,
    place: Maybe = None,
    modality: Maybe = None,
    act: Maybe = None,
    source: Maybe = None,
) -> Response:
    """Sets what was written otherwise than it stands; nothing written otherwise accepts the item."""
    given = {"type": type, "actor": actor, "recipient": recipient, "date": date, "place": place}
    given |= {"modality": modality, "act": act, "source": source}
    reading = kept.reading(report)
    changes: tuple[Change, ...] = changes_of(fields_of(reading, _item(reading, item)), given)
    why = reason.strip() or (None if changes else ACCEPTED)
    _correct(
        kept, Correction(action=Action.EDIT, document=report, item=item, author=author, reason=why, changes=changes)
    )
    return _lead(report, item)


@router.post("/review/undo", dependencies=[Depends(check_form)])
def undo(kept: Kept, author: Author, number: Annotated[int, Form(ge=1, le=2**31 - 1)]) -> Response:
    """Takes a decision back; both stay in the log."""
    kept.undo(number, author=author)
    link_new(kept)
    return RedirectResponse("/review#decisions", status_code=303)


def _item(reading: Reading, id: str) -> Event | Attribution:
    items: tuple[Event | Attribution, ...] = (*reading.events, *reading.attributions)
    for item in items:
        if item.id == id:
            return item
    raise MissingError(f"{reading.document.id}: has no item {id} any more")


def _correct(kept: Kept, wanted: Correction) -> None:
    kept.correct(wanted)
    link_new(kept)


def _lead(report: str, item: str) -> Response:
    """Back to the report at an item's link, or to the first link of the queue; browsers give it the focus."""
    where = address("/report", id=report) + (f"#review-{item}" if item else "") if report else "/review#next"
    return RedirectResponse(where, status_code=303)
