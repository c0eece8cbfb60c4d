"""Quotations: what stands between quotation marks, over sentences and paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.model import Extent
from onrecord.read.paragraphs import Paragraphs

SHORT = 3
"""Words up to which a quotation counts as a term in quotation marks, not as something said in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation with its marks. `words` counts words; `closed` is false where the mark that ends it is missing."""

    extent: Extent
    words: int
    closed: bool

    @property
    def is_term(self) -> bool:
        return self.words <= SHORT


def find_quotations(doc: Doc, paragraphs: Paragraphs) -> tuple[Quotation, ...]:
    """Pairs the quotation marks of each paragraph.

    A quotation that runs on without a closing mark ends with its paragraph; by the convention of print the next
    paragraph then opens with a mark of its own, and is a quotation of its own.
    """
    found: list[Quotation] = []
    for paragraph in paragraphs.extents:
        marks = [t for t in tokens_in(doc, paragraph) if t.text == '"']
        found += pair(doc, marks, paragraph)
    return tuple(found)


def tokens_in(doc: Doc, extent: Extent) -> Sequence[Token]:
    """The tokens that lie in an extent."""
    span = doc.char_span(extent.start, extent.end, alignment_mode="contract")
    return () if span is None else tuple(span)


def pair(doc: Doc, marks: list[Token], paragraph: Extent) -> list[Quotation]:
    """Quotations of one paragraph from its marks: each opening one with the next closing one."""
    found: list[Quotation] = []
    opened: Token | None = None
    for mark in marks:
        if opened is None:
            opened = mark
        else:
            found.append(make(doc, opened, mark, closed=True))
            opened = None
    if opened is not None and opened.i + 1 < len(doc):
        last = [t for t in tokens_in(doc, paragraph) if not t.is_space][-1]
        if last.i > opened.i:
            found.append(make(doc, opened, last, closed=False))
    return found


def make(doc: Doc, first: Token, last: Token, *, closed: bool) -> Quotation:
    """The quotation from one token to another, both included."""
    words = sum(not (t.is_punct or t.is_space) for t in doc[first.i : last.i + 1])
    return Quotation(extent=Extent(first.idx, last.idx + len(last.text)), words=words, closed=closed)


def in_quotation(at: int, quotations: Sequence[Quotation]) -> bool:
    """Whether a character stands in one of the quotations."""
    return any(q.extent.start <= at < q.extent.end for q in quotations)
