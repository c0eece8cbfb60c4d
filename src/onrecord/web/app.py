"""The application: pages, API and static files over one record."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.trustedhost import TrustedHostMiddleware

from onrecord.record import Record
from onrecord.version import __version__
from onrecord.web import api, failures
from onrecord.web.access.book import Book
from onrecord.web.access.gate import Gate
from onrecord.web.access.rates import Rates
from onrecord.web.guards import BodyLimit, Headers
from onrecord.web.pages import ROUTERS
from onrecord.web.reading import OneReader
from onrecord.web.styles import router as styles
from onrecord.web.tokens import Tokens

OWN_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Names by which a local server is called; a request under another is refused, so no web page can rebind its way in."""

STATIC = Path(__file__).parent / "static"


def make_app(
    where: str,
    *,
    hosts: Sequence[str] = OWN_NAMES,
    reader: OneReader | None = None,
    book: Book | None = None,
    secure: bool = False,
) -> FastAPI:
    """Pages and API of the record at `where`, which is made if it is not there. Raises RecordError if it can't be used.

    Requests must name one of `hosts`; `*` lets any name through. `reader` reads what is pasted. With a `book` only the
    people in it get in. `secure` says that visitors come by HTTPS, whatever this process sees of it.
    """
    record = Record(where)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        record.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        description=api.DESCRIPTION,
        openapi_url=f"{api.ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.record, app.state.reader, app.state.tokens = record, reader or OneReader(), Tokens()
    app.state.book, app.state.secure, app.state.rates = book, secure, Rates()
    app.add_middleware(BodyLimit)
    if book:
        app.add_middleware(Gate, book=book)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Headers, secure=secure)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(styles, include_in_schema=False)
    app.include_router(api.router, prefix=api.ROOT)
    app.mount("/static", StaticFiles(directory=STATIC))
    failures.install(app)
    described = api.describe(app)
    app.openapi = lambda: described  # type: ignore[method-assign]
    return app
