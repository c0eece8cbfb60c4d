"""What went wrong, in one line: as a page to people, as RFC 9457 problem details to programs."""

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from onrecord.errors import InputError, MissingError, OnrecordError
from onrecord.web import api
from onrecord.web.render import draw

MEDIA = "application/problem+json"


def install(app: FastAPI) -> None:
    """Makes every failure an answer of its own kind."""
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(OnrecordError, _ours)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return answer(request, error.status_code, error.detail, dict(error.headers or {}))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = "; ".join(f"{'.'.join(map(str, e['loc'][1:])) or e['loc'][0]}: {e['msg']}" for e in error.errors())
    return answer(request, 422, wrong)


def _ours(request: Request, error: Exception) -> Response:
    status = 404 if isinstance(error, MissingError) else 422 if isinstance(error, InputError) else 400
    return answer(request, status, str(error))


def answer(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The failure as a page, or under the API's root as problem details."""
    title = HTTPStatus(status).phrase
    if request.url.path.startswith(api.ROOT):
        body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        return JSONResponse(body, status_code=status, headers=headers, media_type=MEDIA)
    response = draw(request, "failure.html", title=title, detail=detail, status=status)
    response.headers.update(headers or {})
    return response
