"""Anything to a Document: files, standard input, addresses and corpora, with a clear refusal for what is no report."""

from onrecord.ingest.options import Options
from onrecord.ingest.rows import Row, load_rows
from onrecord.ingest.source import load

__all__ = ["Options", "Row", "load", "load_rows"]
