"""How to read the pages, the keys, and the description of the API as a page."""

from typing import Any

from fastapi import APIRouter, Request, Response

from onrecord.web.render import draw

router = APIRouter()


@router.get("/guide")
def guide(request: Request) -> Response:
    """What the marks, signs and keys mean."""
    return draw(request, "guide.html")


@router.get("/docs")
def docs(request: Request) -> Response:
    """The OpenAPI document for people, without a script."""
    document: dict[str, Any] = request.app.openapi()
    calls = [(path, method, call) for path, methods in document["paths"].items() for method, call in methods.items()]
    return draw(request, "docs.html", document=document, calls=calls)
