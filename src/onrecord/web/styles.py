"""The one stylesheet: the marks that every annotated report has, and the pages' own."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, Request, Response

router = APIRouter()


@router.get("/static/onrecord.css")
def stylesheet(request: Request) -> Response:
    """Both sheets as one, with an ETag."""
    css = _sheet()
    etag = f'"{sha256(css.encode()).hexdigest()[:16]}"'
    headers = {"etag": etag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(css, media_type="text/css", headers=headers)


@cache
def _sheet() -> str:
    marks = files("onrecord.export") / "templates/marks.css"
    pages = files("onrecord.web") / "templates/pages.css"
    return f"{marks.read_text(encoding='utf-8')}\n{pages.read_text(encoding='utf-8')}"
