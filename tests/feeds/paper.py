"""A newspaper on the loopback, with a feed, pages and a robots.txt, that counts who asks for what."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from xml.sax.saxutils import escape

from factories import EDITION
from onrecord.ingest import Options
from onrecord.model import Document, DocumentRead, Reading
from onrecord.model.document import digest
from pages import Answer, page, send

LOCAL = Options(allow_private=True, timeout=5.0)


def rss(site: str, *items: str, title: str = "The Example Post") -> bytes:
    """A feed that announces these pages of the site."""
    entries = "".join(
        f"<item><title>{escape(item)}</title><link>{escape(site)}/{escape(item)}</link>"
        "<pubDate>Tue, 18 Mar 2025 06:00:00 +0300</pubDate></item>"
        for item in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'.encode()


def read(document: Document) -> Reading:
    """A reading of nothing but the document."""
    known = DocumentRead(
        id=document.id, title=document.title, publisher=document.publisher, sha256=digest(document.text)
    )
    return Reading(coder=EDITION, document=known)


@dataclass
class Paper:
    """What the newspaper answers; `site` is its address while it is open."""

    items: list[str] = field(default_factory=lambda: ["one", "two"])
    answers: dict[str, Answer] = field(default_factory=dict)
    etag: str = '"1"'
    site: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    heard: list[dict[str, str]] = field(default_factory=list)

    @property
    def feed(self) -> str:
        return f"{self.site}/feed.xml"

    def get(self, path: str, missing: Answer) -> Answer:
        self.asked[path] += 1
        if path in self.answers:
            return self.answers[path]
        if path == "/feed.xml":
            return self._feed
        return send(page().encode(), Content_Type="text/html") if path[1:] in self.items else missing

    def _feed(self, handler: BaseHTTPRequestHandler) -> None:
        self.heard.append(dict(handler.headers))
        if handler.headers.get("If-None-Match") == self.etag:
            send(b"", status=304)(handler)
        else:
            send(rss(self.site, *self.items), Content_Type="application/rss+xml", ETag=self.etag)(handler)


@dataclass
class Hours:
    """A clock that a test sets."""

    at: datetime = datetime(2025, 3, 18, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **more: float) -> None:
        self.at += timedelta(**more)
