"""A web page to the report in it: headline, paragraphs a line each, and what the page says of itself."""

import re
from dataclasses import dataclass
from itertools import dropwhile, islice
from typing import Any

from onrecord.errors import InputError
from onrecord.ingest.dates import as_iso
from onrecord.ingest.extras import library
from onrecord.ingest.metadata import read_metadata

HTML_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
HTML_HEAD = 2_000
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
MIN_ARTICLE = 100
"""Characters of text from which trafilatura trusts its own finding and keeps paragraphs apart."""

MIN_SENTENCE_WORDS = 6
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
TITLE_BAR = re.compile(r"(.*)\s[|–—•·»-]+\s(.*)")
MAX_ELEMENTS = 50_000
MAX_HEADINGS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The report that a page holds. `text`: the headline, then each paragraph, on a line of its own."""

    text: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


def read_page(html: str, source: str) -> Page:
    """Finds the report in a page. Raises InputError where there is none, or the extra `pages` is not installed."""
    tree = library("trafilatura", source, kind="an HTML page", extra="pages").load_html(html)
    if tree is None:
        raise InputError(source, "no article found in it")
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise InputError(source, f"has more than {MAX_ELEMENTS:,} HTML elements; save the article's text and read that")
    own = read_metadata(tree)
    headings = [_inner_text(node) for node in islice(tree.iter("h1"), MAX_HEADINGS)]
    title = next((_inner_text(node) for node in tree.iter("title")), None)
    found = _extract(tree, source)
    lines = _paragraphs(found.text if found else None)
    if found is None or not any(_is_sentence(line) for line in lines):
        raise InputError(source, "no article found in it")
    headline = _headline(own.headline, title, headings)
    return Page(
        text="\n".join(_with_headline(lines, headline, headings)),
        title=headline,
        publisher=own.publisher or found.sitename or None,
        date=own.date or as_iso(found.date or ""),
        url=found.url if (found.url or "").startswith(("http://", "https://")) else None,
    )


def is_page(text: str) -> bool:
    """Whether a text without a file name or type to tell by is HTML."""
    return HTML_START.match(text[:HTML_HEAD]) is not None


def declared_charset(data: bytes) -> str | None:
    """The encoding that an HTML file names in its head."""
    match = CHARSET.search(data[:HTML_HEAD])
    return match[1].decode("ascii", "replace") if match else None


def _inner_text(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _extract(tree: Any, source: str) -> Any:
    """What trafilatura finds. It rests on parsers that fail on odd trees in ways of their own (fuzzed)."""
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(MIN_ARTICLE))
    try:
        return bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
            config=config,
        )
    except Exception as error:
        reason = f"can't be taken apart as a page ({type(error).__name__}); save the article's text and read that"
        raise InputError(source, reason) from error


def _paragraphs(text: str | None) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return tuple(line for line in lines if line)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= MIN_SENTENCE_WORDS and SENTENCE_END.search(line) is not None


def _headline(own: str | None, title: str | None, headings: list[str]) -> str | None:
    """The `<h1>` if it makes up most of what the page calls itself, since a reader of the page sees that; else that.

    `own` is the headline in the metadata; `title` the `<title>`, of which the longer side of its last bar or dash
    counts, the other being the site's name.
    """
    parts = TITLE_BAR.fullmatch(title or "")
    told = own or (max(parts.groups(), key=len) if parts else title)
    if not told:
        return next(filter(None, headings), None)
    fitting = (h for h in headings if _folded(h) in _folded(told) and 2 * len(h) > len(told))
    return next(fitting, told)


def _with_headline(lines: tuple[str, ...], headline: str | None, headings: list[str]) -> tuple[str, ...]:
    if headline is None:
        return lines
    names = {_folded(name) for name in (headline, *headings)}
    return (headline, *dropwhile(lambda line: _folded(line) in names, lines))


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()
