"""What went wrong, in one line: as a page to people, as RFC 9457 problem details to programs."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from onrecord.errors import InputError, MissingError, OnrecordError
from onrecord.web import api
from onrecord.web.asked import DATE
from onrecord.web.render import draw

MEDIA = "application/problem+json"
TITLES = {
    400: "That can't be asked",
    404: "Nothing here",
    413: "Too long",
    422: "That can't be asked",
    429: "Too often",
}
"""What a page says in place of HTTP's own phrase."""
NOWHERE = "The record holds nothing of this name or id."
NO_PAGE = "There is no page at this address."


def install(app: FastAPI) -> None:
    """Makes every failure an answer of its own kind."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(OnrecordError, _ours)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    nowhere = error.detail == HTTPStatus.NOT_FOUND.phrase
    return answer(request, error.status_code, error.detail, dict(error.headers or {}), page=NO_PAGE if nowhere else "")


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = "; ".join(f"{'.'.join(map(str, e['loc'][1:])) or e['loc'][0]}: {_said(e)}" for e in error.errors())
    return answer(request, 422, wrong)


def _said(error: Mapping[str, Any]) -> str:
    """What is wrong with a parameter; of a date without its pattern, which tells people nothing."""
    dated = DATE in str(error.get("ctx", {}).get("pattern", ""))
    return "no date; write it as 2025-03-18, 2025-03 or 2025" if dated else str(error["msg"])


def _ours(request: Request, error: Exception) -> Response:
    if isinstance(error, MissingError):
        return answer(request, 404, str(error), page=NOWHERE)
    return answer(request, 422 if isinstance(error, InputError) else 400, str(error))


def answer(
    request: Request, status: int, detail: str, headers: dict[str, str] | None = None, *, page: str = ""
) -> Response:
    """The failure as a page, which may say it in other words, or under the API's root as problem details."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(api.ROOT):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return JSONResponse(body, status_code=status, headers=headers, media_type=MEDIA)
    response = draw(request, "failure.html", title=TITLES.get(status, title), detail=page or detail, status=status)
    response.headers.update(headers or {})
    return response
