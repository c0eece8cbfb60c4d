"""A Reading as one self-contained page: the report marked, side notes beside it, nothing fetched, no script.

The text is cut into segments at every boundary of a mark (`segments`); a segment carries each mark as a nested span.
Marks and side notes point at each other by anchors, and the same link is shown under the pointer by style alone.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from onrecord.export import wording
from onrecord.export.cards import Rail, make_rail
from onrecord.export.dates import day
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line, visible
from onrecord.export.segments import Mark, Segment, paragraphs, segments
from onrecord.model import Act, Document, Evidence, Extent, Modality, Reading

LINKS = ("event", "cue", "place", "date", "party", "spoken")
"""Marks whose words lead to their side note and back; where several lie on the same words, the first one leads."""

LABELLED = ("event", "cue")
LIT = 300
"""So many side notes light up their words under the pointer; a rule each for thousands would slow a browser down."""

STATES = frozenset((*Act, *Evidence, *Modality))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A segment as the page needs it."""

    text: str
    marks: tuple[Mark, ...]
    begins: frozenset[Mark]
    last: frozenset[Mark]
    anchors: tuple[str, ...]
    link: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    role: Literal["headline", "text"]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A report with its marks and side notes, ready to be drawn. `coder` says what read it. Of `length`
    characters the first `shown` are there, with the notes on them."""

    title: str
    headline: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    rail: Rail
    anchors: frozenset[str]
    notes: tuple[tuple[str, str], ...]
    published: str
    publisher: str
    address: str | None
    language: str
    summary: str
    coder: str
    length: int
    shown: int


def lay_out(document: Document, reading: Reading, *, shown: int | None = None) -> Layout:
    """What a page shows of a Reading, of its first `shown` characters where that is given.

    Its words are the report's own: whoever draws them must escape them.
    """
    lookup = Lookup(document, reading)
    whole = make_rail(lookup)
    end = len(document.text) if shown is None else min(shown, len(document.text))
    rail = whole if end == len(document.text) else whole.until(end)
    body = _paragraphs(lookup, rail, end)
    coder = reading.coder
    return Layout(
        title=lookup.title(),
        headline=tuple(p for p in body if p.role == "headline"),
        body=tuple(p for p in body if p.role == "text"),
        rail=rail,
        anchors=frozenset(a for paragraph in body for piece in paragraph.pieces for a in piece.anchors),
        notes=tuple((one_line(n.message), wording.quoted(lookup.words(n.spans))) for n in reading.notes),
        published=one_line(wording.published(lookup, day)),
        publisher=one_line(reading.document.publisher or ""),
        address=_address(reading.document.url),
        language=one_line(reading.document.language or ""),
        summary=_summary(whole),
        coder=one_line(f"onrecord {coder.version}, lexicon {coder.lexicon}, {coder.model}"),
        length=len(document.text),
        shown=end,
    )


def as_page(document: Document, reading: Reading) -> str:
    """The page as HTML5. Everything that came with the report is escaped."""
    layout = lay_out(document, reading)
    shown = {field.name: getattr(layout, field.name) for field in fields(layout)}
    return _template().render(**shown, states=STATES, lit=LIT)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("onrecord.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


def _address(url: str | None) -> str | None:
    """The report's address if it is one that may be followed."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _summary(rail: Rail) -> str:
    counts = (
        (len(rail.events), "event", "events"),
        (len(rail.sayings), "statement", "statements"),
        (len(rail.parties), "person or body", "people and bodies"),
        (len(rail.places), "place name", "place names"),
    )
    return " · ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)


def _paragraphs(lookup: Lookup, rail: Rail, end: int) -> list[Paragraph]:
    text, title = lookup.document.text[:end], lookup.title()
    labels = {card.name: card.label for card in rail.cards}
    coming = sorted((m for card in rail.cards for m in card.marks), key=lambda m: m.start, reverse=True)
    on: list[Mark] = []
    seen: set[str] = set()
    found: list[Paragraph] = []
    for extent in paragraphs(text):
        first = not found and one_line(extent.of(text)) == title
        while coming and coming[-1].start < extent.end:
            on.append(coming.pop())
        on = [mark for mark in on if mark.end > extent.start]
        pieces = [_piece(text, s, labels, seen) for s in segments(extent.start, extent.end, on)]
        found.append(Paragraph(role="headline" if first else "text", pieces=tuple(pieces)))
    return found


def _piece(text: str, segment: Segment, labels: dict[str, str], seen: set[str]) -> Piece:
    fresh = [f"in-{m.card}" for m in segment.begins if m.kind in LINKS and f"in-{m.card}" not in seen]
    seen.update(fresh)
    leading = sorted((m for m in segment.marks if m.kind in LINKS), key=lambda m: (LINKS.index(m.kind), m.length))
    words = visible(Extent(segment.start, segment.end).of(text))
    linked = leading and (fresh or not words.isspace())
    return Piece(
        text=words,
        marks=segment.marks,
        begins=frozenset(segment.begins),
        last=frozenset(segment.last),
        anchors=tuple(fresh),
        link=leading[0].card if linked else None,
        labels=tuple(labels[m.card] for m in segment.last if m.kind in LABELLED),
    )
