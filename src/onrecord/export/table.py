"""Events as rows of a table (CSV): one row an event, with party names and codes, and on whose word."""

import csv
import io
from collections.abc import Iterator

from onrecord.export import wording
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Document, Event, Reading

COLUMNS = (
    "document",
    "event",
    "published",
    "start",
    "end",
    "date_basis",
    "type",
    "mode",
    "context",
    "quad",
    "intensity",
    "actor",
    "actor_code",
    "recipient",
    "recipient_code",
    "place",
    "country",
    "latitude",
    "longitude",
    "modality",
    "evidence",
    "word",
    "figures",
    "sentence",
    "sentence_start",
    "sentence_end",
    "confidence",
    "rule",
)

FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is run by spreadsheets; an apostrophe before it keeps it text."""

Cell = str | int | float | None


def table_rows(document: Document, reading: Reading) -> Iterator[tuple[Cell, ...]]:
    """A row in the order of COLUMNS for every event, of every modality. Lists are joined by "; "."""
    lookup = Lookup(document, reading)
    for event in reading.events:
        yield tuple(_safe(cell) for cell in _row(lookup, event))


def as_csv(row: tuple[Cell, ...]) -> str:
    """One line of CSV (RFC 4180) without its line end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(row)
    return line.getvalue()


def _row(lookup: Lookup, event: Event) -> tuple[Cell, ...]:
    place = lookup.place(event.place)
    return (
        lookup.reading.document.id,
        event.id,
        lookup.reading.document.published.value,
        event.date.start,
        event.date.end,
        event.date.basis,
        event.type,
        "; ".join(event.mode),
        "; ".join(event.context),
        event.quad,
        event.intensity,
        *_parties(lookup, event.actor),
        *_parties(lookup, event.recipient),
        *((place.name, place.country, place.lat, place.lon) if place else (None,) * 4),
        event.modality.value,
        event.evidence.value,
        wording.word(lookup, event),
        "; ".join(wording.figure(lookup, f) for f in event.figures),
        lookup.words([event.sentence]),
        event.sentence.start,
        event.sentence.end,
        event.confidence,
        event.rule,
    )


def _parties(lookup: Lookup, ids: tuple[str, ...]) -> tuple[str, str]:
    parties = lookup.entities(ids)
    return "; ".join(e.name for e in parties), "; ".join(wording.party(e) for e in parties)


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = one_line(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
