"""Saved searches: the list, what is new in each, and the Atom feed of one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request, Response
from starlette.responses import RedirectResponse

from onrecord.tell.atom import MEDIA, as_feed
from onrecord.tell.notice import as_notice
from onrecord.web.asked import Author, Kept
from onrecord.web.drafts import WatchDraft
from onrecord.web.render import draw
from onrecord.web.tokens import check_form

router = APIRouter()
SHOWN, FED, LOOKED_AT = 50, 100, 1000
"""Matches of a page and of a feed; a feed looks at so many of the newest reports."""

Key = Annotated[int, Path(ge=1, le=2**31 - 1)]


@router.get("/watches")
def watches(request: Request, kept: Kept) -> Response:
    """Every saved search, with how much is new."""
    made = kept.watches.all()
    fresh = [kept.watches.matches(watch, after=watch.seen, limit=SHOWN + 1).hits for watch in made]
    return draw(request, "watches.html", watches=list(zip(made, fresh, strict=True)), shown=SHOWN)


@router.post("/watches", dependencies=[Depends(check_form)])
def save(kept: Kept, author: Author, draft: Annotated[WatchDraft, Form()]) -> Response:
    """Saves a search; from now on what comes in is new."""
    made = kept.watches.add(draft.name, draft.q, draft.sieve, author=author, channels=draft.channels())
    return RedirectResponse(f"/watches/{made.key}", status_code=303)


@router.get("/watches/{key}")
def watch(request: Request, kept: Kept, key: Key) -> Response:
    """What is new, then what was there before."""
    made = kept.watches.one(key)
    fresh = kept.watches.matches(made, after=made.seen, limit=SHOWN)
    every = kept.watches.matches(made, limit=SHOWN)
    known = [hit for hit in every.hits if hit not in fresh.hits]
    return draw(request, "watch.html", watch=made, fresh=fresh, known=known)


@router.get("/watches/{key}/feed")
def feed(request: Request, kept: Kept, key: Key) -> Response:
    """The matches in the newest reports, as Atom."""
    made, site = kept.watches.one(key), str(request.base_url).rstrip("/")
    found = kept.watches.latest(made, reports=LOOKED_AT, limit=FED)
    notices = [as_notice(hit, site) for hit in found.hits]
    return Response(as_feed(made, notices, site), media_type=MEDIA)


@router.post("/watches/{key}/seen", dependencies=[Depends(check_form)])
def see(kept: Kept, key: Key, upto: Annotated[int, Form(ge=0, le=2**31 - 1)]) -> Response:
    """What was shown is no longer new."""
    kept.watches.see(key, upto)
    return RedirectResponse(f"/watches/{key}", status_code=303)


@router.post("/watches/{key}/remove", dependencies=[Depends(check_form)])
def remove(kept: Kept, key: Key) -> Response:
    """Forgets the search."""
    kept.watches.remove(key)
    return RedirectResponse("/watches", status_code=303)
