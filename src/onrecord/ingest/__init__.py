"""Anything to a Document: files, standard input, addresses and corpora, with a clear refusal for what is no report."""

from onrecord.ingest.options import Options
from onrecord.ingest.place import Placed, Row
from onrecord.ingest.rows import load_rows, place_rows
from onrecord.ingest.source import load

__all__ = ["Options", "Placed", "Row", "load", "load_rows", "place_rows"]
