"""Draws a template as a page. Everything that is filled in is escaped; what is missing is an error, never a blank."""

from functools import cache
from typing import Any

from fastapi import Request
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from onrecord.export.page import STATES
from onrecord.version import __version__
from onrecord.web import words
from onrecord.web.access.roles import may_change
from onrecord.web.tokens import cookie_of, keep_cookie


def draw(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """The template as an answer. `token` in it makes a form ours."""
    cookie = cookie_of(request)
    token = request.app.state.tokens.token(cookie)
    page = _environment().get_template(template)
    person = request.scope.get("person")
    html = page.render(
        request=request, token=token, here=request.url.path, person=person, may_change=may_change(person), **shown
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
    environment.globals.update(version=__version__, states=STATES)
    return environment
