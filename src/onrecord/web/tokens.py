"""Forms that change the record are taken only from our own pages.

The browser gets a random cookie that no other site can read or set for us; each form carries the cookie's HMAC under a
key of this process. A form whose token does not fit its cookie, or that another site's page sent, is refused.
"""

import hmac
import secrets
from hashlib import sha256
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response

COOKIE = "onrecord-form"


class Tokens:
    """Makes and checks the tokens of one process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def token(self, cookie: str) -> str:
        return hmac.new(self._key, cookie.encode(), sha256).hexdigest()

    def fits(self, cookie: str, token: str) -> bool:
        return bool(cookie) and hmac.compare_digest(self.token(cookie).encode(), token.encode())


def cookie_of(request: Request) -> str:
    """The browser's cookie, or a new one for it."""
    return request.cookies.get(COOKIE) or secrets.token_urlsafe(24)


def keep_cookie(request: Request, response: Response, cookie: str) -> None:
    """Gives the browser the cookie if it has none yet."""
    if COOKIE not in request.cookies:
        secure = request.app.state.secure or request.url.scheme == "https"
        response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=secure)


async def check_form(request: Request) -> None:
    """Lets a form of our own pass. Raises 403 for any other."""
    tokens: Tokens = request.app.state.tokens
    given = (await request.form()).get("token")
    fits = isinstance(given, str) and tokens.fits(request.cookies.get(COOKIE, ""), given)
    if sent_from_elsewhere(request) or not fits:
        raise HTTPException(403, "This form is out of date. Go back, load the page again, and send it once more.")


def check_origin(request: Request) -> None:
    """Lets a call pass that no other site's page sent; browsers say whose page it was. Raises 403 for any other."""
    if sent_from_elsewhere(request):
        raise HTTPException(403, "")


def sent_from_elsewhere(request: Request) -> bool:
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")
