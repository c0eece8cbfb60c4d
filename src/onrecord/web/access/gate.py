"""Lets through only those whose role allows it. Who may not is told so, and nothing more."""

from urllib.parse import quote

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web import api, failures
from onrecord.web.access.book import Book
from onrecord.web.access.rates import origin_of
from onrecord.web.access.roles import SAFE, Person, role_for
from onrecord.web.tokens import sent_from_elsewhere

SESSION_COOKIE = "onrecord-session"


class Gate:
    """Asks the book who sends a request, holds that against what it needs, and notes what changes something."""

    def __init__(self, app: ASGIApp, book: Book) -> None:
        self.app, self._book = app, book

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        needed = role_for(request.method, request.url.path)
        person = await run_in_threadpool(self._person, request)
        scope["person"] = person
        if needed is None:
            await self.app(scope, receive, send)
        elif person is None:
            await _stranger(request)(scope, receive, send)
        elif not person.role.covers(needed) or _from_elsewhere(request):
            await run_in_threadpool(self._note, request, person, 403)
            await failures.answer(request, 403, "")(scope, receive, send)
        elif request.method in SAFE:
            await self.app(scope, receive, send)
        else:
            await self._noted(request, person, scope, receive, send)

    def _person(self, request: Request) -> Person | None:
        """By the token of a call, or the session of a browser."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if token and kind.lower() == "bearer" and request.url.path.startswith(api.ROOT):
            return self._book.with_token(token.strip())
        secret = request.cookies.get(SESSION_COOKIE)
        return self._book.in_session(secret) if secret else None

    async def _noted(self, request: Request, person: Person, scope: Scope, receive: Receive, send: Send) -> None:
        status = 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watched)
        finally:
            await run_in_threadpool(self._note, request, person, status)

    def _note(self, request: Request, person: Person, status: int) -> None:
        self._book.note(person.name, f"{request.method} {request.url.path} {status}", origin_of(request))


def _stranger(request: Request) -> Response:
    """Programs are told to bring a token, people are led to the sign-in."""
    if request.url.path.startswith(api.ROOT):
        return failures.answer(request, 401, "Bring a token.", {"www-authenticate": "Bearer"})
    if request.method not in SAFE:
        return failures.answer(request, 401, "Sign in first.")
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?next={quote(asked)}", status_code=303)


def _from_elsewhere(request: Request) -> bool:
    """Whether a page of another site sent what would change something."""
    return request.method not in SAFE and sent_from_elsewhere(request)
