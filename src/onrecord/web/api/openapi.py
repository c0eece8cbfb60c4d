"""The API's OpenAPI document: calls from FastAPI, objects from the types that the answers are made of.

What each field means stands in `fields.yaml`, by `Type.field` or, where it means the same everywhere, by `field`.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord.model import Reading
from onrecord.model.reading import SCHEMA
from onrecord.model.schema import describe_type
from onrecord.record.correction import CorrectionRow
from onrecord.record.facets import Facets
from onrecord.record.page_rows import Candidate, Counts
from onrecord.record.rows import DocumentRow, HitRow
from onrecord.record.watches import Watch
from onrecord.views import Claim, Entry, Incident
from onrecord.views.verdicts import Disagreement
from onrecord.web.api.objects import Actor, IncidentTold, Problem, Report

DESCRIPTION = (
    "What a record of news reports holds: who did what to whom, when, where, and on whose word. "
    "Lists take `limit` and `cursor`, or, with `Accept: application/x-ndjson`, come whole, an object a line. "
    "Answers carry an ETag. Failures are problem details (RFC 9457)."
)
TYPES = (
    Reading,
    Report,
    DocumentRow,
    Entry,
    Claim,
    Incident,
    IncidentTold,
    Candidate,
    Actor,
    HitRow,
    Counts,
    Facets,
    Watch,
    CorrectionRow,
    Disagreement,
    Problem,
)
HOME = "#/components/schemas/"

Responses = dict[int | str, dict[str, Any]]


def one(type_: type, status: int = 200) -> Responses:
    """An answer of one object."""
    description = "Made." if status == 201 else "Found."
    return {status: {"description": description, "content": {"application/json": {"schema": _reference(type_)}}}}


def page_of(type_: type, status: int = 200) -> Responses:
    """An answer of a page of objects, or of a line for each."""
    properties = {
        "items": {"type": "array", "items": _reference(type_), "description": "The objects of this page."},
        "next": {
            "anyOf": [{"type": "string"}, {"type": "null"}],
            "description": "The cursor of the next page; null at the end.",
        },
    }
    page = {"type": "object", "properties": properties, "required": ["items", "next"]}
    content = {"application/json": {"schema": page}, "application/x-ndjson": {"schema": _reference(type_)}}
    return {status: {"description": "A page of the list.", "content": content}}


def problems(*statuses: int) -> Responses:
    """Failures, as problem details."""
    names = {
        400: "The record can't answer that.",
        403: "Your role does not allow it.",
        404: "There is no such thing.",
        422: "Asked wrongly.",
        429: "Too often.",
    }
    content = {"application/problem+json": {"schema": _reference(Problem)}}
    return {status: {"description": names[status], "content": content} for status in statuses}


def describe(app: FastAPI) -> dict[str, Any]:
    """The whole document."""
    document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas.update(_schemas())
    for call in _calls(document):
        call.pop("operationId", None)
        call["responses"]["422"] = problems(422)[422]
        for answer in call["responses"].values():
            described = answer.get("content", {}).items()
            answer["content"] = {media: content for media, content in described if content.get("schema")}
    return document


def _calls(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in document["paths"].values():
        yield from methods.values()


def _reference(type_: type) -> dict[str, str]:
    return {"$ref": HOME + type_.__name__}


def _schemas() -> dict[str, Any]:
    defs: dict[str, Any] = {}
    for type_ in TYPES:
        describe_type(type_, defs)
    defs["Reading"]["properties"]["schema"] = {"const": SCHEMA}
    told = _told()
    for name, schema in defs.items():
        for field, described in schema.get("properties", {}).items():
            meaning = told.get(f"{name}.{field}") or told.get(field)
            schema["properties"][field] = _at_home(described) | ({"description": meaning} if meaning else {})
    return defs


def _at_home(schema: Any) -> Any:
    """The schema with its references led to where OpenAPI keeps schemas."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", HOME) if key == "$ref" else _at_home(value) for key, value in schema.items()
        }
    return [_at_home(one) for one in schema] if isinstance(schema, list) else schema


@cache
def _told() -> dict[str, str]:
    text = files("onrecord.web.api").joinpath("fields.yaml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found
