"""The record for assistants, over the Model Context Protocol: answers with their sentences and sources."""

from onrecord.assistants.server import make_server

__all__ = ["make_server"]
