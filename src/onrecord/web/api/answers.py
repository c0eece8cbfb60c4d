"""How an answer leaves: JSON with an ETag, a page of a list with a cursor to the next, or lines as they are found."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from fastapi import HTTPException, Request, Response
from starlette.responses import StreamingResponse

from onrecord.model import to_json
from onrecord.record.paging import Page

LINES = "application/x-ndjson"
STEP = 500
"""Items that are looked up at a time for a stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Items of a page, and how many rows were looked at for them: fewer than were asked for only at the end."""

    items: tuple[Any, ...]
    rows: int


Fetch = Callable[[Page], Found]


def listed(request: Request, fetch: Fetch, limit: int, cursor: str) -> Response:
    """A page of a list; all of it from the cursor on, an item a line, where the request accepts NDJSON."""
    start = offset_of(cursor)
    if LINES in request.headers.get("accept", ""):
        first = fetch(Page(limit=STEP, offset=start))
        return StreamingResponse(_lines(first, fetch, start), media_type=LINES)
    found = fetch(Page(limit=limit, offset=start))
    more = cursor_at(start + limit) if found.rows >= limit else None
    return as_json(request, {"items": [to_json(item) for item in found.items], "next": more})


def _lines(found: Found, fetch: Fetch, start: int) -> Iterator[str]:
    while True:
        for item in found.items:
            yield json.dumps(to_json(item), ensure_ascii=True) + "\n"
        if found.rows < STEP:
            return
        start += STEP
        found = fetch(Page(limit=STEP, offset=start))


def as_json(request: Request, value: Any) -> Response:
    """The value with an ETag; 304 without a body where the client has it already."""
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": "no-cache", "vary": "accept"}
    known = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if etag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def as_made(value: Any, *, status: int = 200) -> Response:
    """The value as the answer to a call that changed something."""
    return Response(json.dumps(value, ensure_ascii=True), status_code=status, media_type="application/json")


def whole(request: Request, items: Sequence[Any]) -> Response:
    """All items of a short list as its one page."""
    return as_json(request, {"items": [to_json(item) for item in items], "next": None})


def cursor_at(offset: int) -> str:
    """An opaque mark of a place in a list."""
    return urlsafe_b64encode(f"after {offset}".encode()).decode().rstrip("=")


def offset_of(cursor: str) -> int:
    """The place that a cursor marks; the beginning without one. Raises 422 for what is no cursor of ours."""
    if not cursor:
        return 0
    try:
        word, _, number = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").partition(" ")
        if word == "after" and number.isdecimal() and len(number) < 10:
            return int(number)
    except ValueError:
        pass
    raise HTTPException(422, "cursor: not one that this API gave; leave it out to begin at the beginning")
