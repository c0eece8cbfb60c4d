"""Anything to a Document: files, standard input, addresses and corpora, with a clear refusal for what is no report."""

from onrecord.ingest.options import Options
from onrecord.ingest.place import Placed, Row
from onrecord.ingest.rows import load_rows, place_rows
from onrecord.ingest.source import load
from onrecord.ingest.stores import as_path, is_here, reaching

__all__ = ["Options", "Placed", "Row", "as_path", "is_here", "load", "load_rows", "place_rows", "reaching"]
