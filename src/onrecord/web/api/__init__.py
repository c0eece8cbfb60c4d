"""The REST API: the record's answers and the Readings themselves, as JSON."""

from fastapi import APIRouter

from onrecord.web.api import reviewing, routes, watching
from onrecord.web.api.openapi import DESCRIPTION, describe
from onrecord.web.api.routes import ROOT

__all__ = ["DESCRIPTION", "ROOT", "describe", "router"]

router = APIRouter()
for calls in (routes, watching, reviewing):
    router.include_router(calls.router)
