"""What a page says of itself: headline, publisher, and the moment of publication with its time and offset."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.ingest.dates import as_iso

REPORT_TYPE = re.compile(r"(?:Article|Posting|Report)$")
DATE_NAMES = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "dc.date.issued",
        "dcterms.created",
        "dcterms.date",
        "dcterms.issued",
        "citation_publication_date",
        "date",
    }
)
HEADLINE_NAMES = frozenset(("og:title", "twitter:title", "dc.title"))
PUBLISHER_NAMES = frozenset(("og:site_name", "application-name", "dc.publisher", "citation_journal_title"))
ASIDE = frozenset(("itemListElement", "citation", "mentions", "hasPart", "comment", "review"))
"""Keys under which a page describes other reports than its own."""

DATE_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
WRAPPERS = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """Each is None where the page does not tell; `date` is ISO, with time and offset where they are told."""

    headline: str | None = None
    publisher: str | None = None
    date: str | None = None


def read_metadata(tree: Any) -> PageMetadata:
    """The metadata of an lxml tree: JSON-LD before `<meta>` before `<time>`."""
    scripts = [_script_text(node) for node in tree.iter("script") if "ld+json" in (node.get("type") or "").lower()]
    nodes = [node for script in scripts for node in _nodes(script)]
    reports = [node for node in nodes if _is_report(node)]
    names = {str(node["@id"]): name for node in nodes if "@id" in node and (name := _plain(node.get("name")))}
    publishers = [_name(report.get("publisher"), names) for report in reports]
    return PageMetadata(
        headline=_first([*(_plain(report.get("headline")) for report in reports), *_meta(tree, HEADLINE_NAMES)]),
        publisher=_first([*publishers, *_meta(tree, PUBLISHER_NAMES)]),
        date=_first(as_iso(value) for value in _dates(tree, [*reports, *nodes], scripts)),
    )


def _dates(tree: Any, nodes: list[dict[str, Any]], scripts: list[str]) -> Iterator[str]:
    yield from (value for node in nodes if (value := _plain(node.get("datePublished"))))
    for script in scripts:
        yield from DATE_PUBLISHED.findall(script)
    yield from _meta(tree, DATE_NAMES)
    yield from (value for node in tree.iter("time") if (value := _plain(node.get("datetime"))))


def _script_text(node: Any) -> str:
    return WRAPPERS.sub("", "".join(node.itertext()).strip())


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD script, outermost first: lists, `@graph` and nested objects alike."""
    try:
        waiting = deque([json.loads(script, strict=False)])
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for key, inner in value.items() if key not in ASIDE)
        elif isinstance(value, list):
            waiting.extend(value)


def _is_report(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(isinstance(t, str) and REPORT_TYPE.search(t) for t in (types if isinstance(types, list) else [types]))


def _name(value: Any, names: Mapping[str, str]) -> str | None:
    """The name of a publisher given as text, object, list, or reference to another object of the page."""
    if isinstance(value, list):
        return _first(_name(v, names) for v in value if not isinstance(v, list))
    if not isinstance(value, dict):
        return _plain(value)
    return _plain(value.get("name")) or names.get(str(value.get("@id")))


def _meta(tree: Any, names: frozenset[str]) -> Iterator[str]:
    for node in tree.iter("meta"):
        keys = {(node.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        value = _plain(node.get("content"))
        if value and keys & names:
            yield value


def _plain(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _first(values: Any) -> str | None:
    return next((value for value in values if value), None)
