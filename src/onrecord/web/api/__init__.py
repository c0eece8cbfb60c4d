"""The REST API: the record's answers and the Readings themselves, as JSON."""

from onrecord.web.api.openapi import DESCRIPTION, describe
from onrecord.web.api.routes import ROOT, router

__all__ = ["DESCRIPTION", "ROOT", "describe", "router"]
