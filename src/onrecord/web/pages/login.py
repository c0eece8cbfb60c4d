"""Signing in and out, where `serve --auth` asks who is there; and the log of what people did."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request, Response
from starlette.responses import RedirectResponse

from onrecord.web.access.book import SESSION, Book
from onrecord.web.access.gate import SESSION_COOKIE
from onrecord.web.access.rates import Rates, check, origin_of
from onrecord.web.asked import After
from onrecord.web.render import draw
from onrecord.web.tokens import check_form

router = APIRouter()
DEEDS = 100

Next = Annotated[str, Query(max_length=2000)]


def book_of(request: Request) -> Book:
    """The access book. Raises 404 where nobody has to sign in."""
    book: Book | None = request.app.state.book
    if book is None:
        raise HTTPException(404, "Nobody has to sign in here.")
    return book


Asked = Annotated[Book, Depends(book_of)]


@router.get("/login")
def login(request: Request, book: Asked, next: Next = "/") -> Response:
    """The form."""
    return draw(request, "login.html", next=_own(next), wrong=None)


@router.post("/login", dependencies=[Depends(check_form)])
def sign_in(
    request: Request,
    book: Asked,
    name: Annotated[str, Form(max_length=300)] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form(max_length=2000)] = "/",
) -> Response:
    """A session for the right password. What is wrong is not told: neither whether there is such a name."""
    rates: Rates = request.app.state.rates
    origin = origin_of(request)
    check(rates.logins.wait(origin))
    check(rates.login.wait(f"{origin} {name}"))
    secret = book.sign_in(name, password)
    book.note(name, "signed in" if secret else "failed to sign in", origin)
    if secret is None:
        return draw(request, "login.html", status=401, next=_own(next), wrong="Name and password do not fit.")
    response = RedirectResponse(_own(next), status_code=303)
    secure = request.app.state.secure or request.url.scheme == "https"
    response.set_cookie(SESSION_COOKIE, secret, max_age=SESSION, httponly=True, samesite="lax", secure=secure)
    return response


@router.post("/logout", dependencies=[Depends(check_form)])
def sign_out(request: Request, book: Asked) -> Response:
    """Ends the session, on the server too."""
    book.sign_out(request.cookies.get(SESSION_COOKIE, ""))
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(SESSION_COOKIE)
    return response


@router.get("/audit")
def audit(request: Request, book: Asked, after: After = 0) -> Response:
    """Who did what, the last first."""
    found = book.deeds(limit=DEEDS + 1, offset=after)
    return draw(request, "audit.html", deeds=found[:DEEDS], after=after, step=DEEDS, more=len(found) > DEEDS)


def _own(address: str) -> str:
    """An address of these pages; the first page for any other."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if inside else "/"
