"""Draws a template as a page. Everything that is filled in is escaped; what is missing is an error, never a blank."""

from functools import cache
from typing import Any

from fastapi import Request
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse
from starlette.status import HTTP_200_OK

from onrecord.export.dates import is_date
from onrecord.export.page import STATES
from onrecord.record.names import is_pronoun
from onrecord.record.paging import Page
from onrecord.version import __version__
from onrecord.web import words
from onrecord.web.access.roles import may_change
from onrecord.web.tokens import cookie_of, keep_cookie

ONE = Page(limit=1)
LISTS = frozenset(("/reports", "/pair", "/incidents", "/claims", "/search", "/review"))
"""Pages that have nothing to show before a report is on record, and then say how to begin."""


def draw(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """The template as an answer. `token` in it makes a form ours."""
    cookie = cookie_of(request)
    here = request.url.path
    token = request.app.state.tokens.token(cookie)
    page = _environment().get_template(template)
    person = request.scope.get("person")
    html = page.render(
        request=request,
        token=token,
        here=here,
        person=person,
        may_change=may_change(person),
        start=status == HTTP_200_OK and here in LISTS and not request.app.state.record.newest(ONE),
        **shown,
    )
    response = HTMLResponse(html, status_code=status)
    keep_cookie(request, response, cookie)
    return response


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("onrecord.web"), PackageLoader("onrecord.export")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(words.FILTERS)
    environment.tests["is_date"] = is_date
    environment.tests["pronoun"] = is_pronoun
    environment.globals.update(version=__version__, states=STATES, types=words.types)
    return environment
