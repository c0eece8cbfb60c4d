"""The calls for saved searches."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response

from onrecord.model import to_json
from onrecord.record.paging import Page
from onrecord.record.rows import HitRow
from onrecord.record.watches import Watch
from onrecord.web.api.answers import Found, as_json, as_made, listed, whole
from onrecord.web.api.openapi import one, page_of, problems
from onrecord.web.asked import Author, Cursor, Kept, Limit
from onrecord.web.drafts import WatchDraft
from onrecord.web.tokens import check_origin

router = APIRouter(prefix="/watches", responses=problems(400, 404, 422))

Key = Annotated[int, Path(ge=1, le=2**31 - 1, description="The watch's number.")]


@router.get("", responses=page_of(Watch))
def watches(request: Request, kept: Kept) -> Response:
    """Every saved search."""
    return whole(request, kept.watches.all())


@router.post("", status_code=201, responses=one(Watch, 201) | problems(403), dependencies=[Depends(check_origin)])
def save(kept: Kept, author: Author, draft: Annotated[WatchDraft, Body()]) -> Response:
    """Saves a search; what comes in from now on is new. It needs words or a condition."""
    made = kept.watches.add(draft.name, draft.q, draft.sieve, author=author, channels=draft.channels())
    return as_made(to_json(made), status=201)


@router.get("/{key}", responses=one(Watch))
def watch(request: Request, kept: Kept, key: Key) -> Response:
    """One saved search."""
    return as_json(request, to_json(kept.watches.one(key)))


@router.get("/{key}/matches", responses=page_of(HitRow))
def matches(
    request: Request,
    kept: Kept,
    key: Key,
    new: Annotated[bool, Query(description="Only in reports that came since somebody last looked.")] = False,
    limit: Limit = 50,
    cursor: Cursor = "",
) -> Response:
    """What matches, the best first."""
    made = kept.watches.one(key)
    sieve = replace(made.sieve, after=made.seen) if new else made.sieve

    def fetch(page: Page) -> Found:
        hits = kept.search(made.words, limit=page.limit, offset=page.offset, sieve=sieve)
        return Found(items=hits, rows=len(hits))

    return listed(request, fetch, limit, cursor)


@router.post("/{key}/seen", responses=one(Watch) | problems(403), dependencies=[Depends(check_origin)])
def see(kept: Kept, key: Key) -> Response:
    """What is on record now is no longer new."""
    made = kept.watches.one(key)
    kept.watches.see(key, kept.watches.matches(made, after=made.seen, limit=1).upto)
    return as_made(to_json(kept.watches.one(key)))


@router.delete("/{key}", status_code=204, responses=problems(403), dependencies=[Depends(check_origin)])
def remove(kept: Kept, key: Key) -> Response:
    """Forgets a saved search."""
    kept.watches.remove(key)
    return Response(status_code=204)
