"""RSS and Atom to what they announce. feedparser reads them; what could harm is refused before."""

import io
import re
from dataclasses import dataclass
from time import struct_time
from typing import Any

from onrecord.errors import InputError, OnrecordError
from onrecord.ingest.dates import as_iso
from onrecord.ingest.stores import is_address

ENTITY = re.compile(rb"<!ENTITY", re.I)
"""A feed has no need of entities of its own; by them a small one could grow without end, or ask for a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report that a feed announces. `published` is an ISO time, absent where the feed does not tell."""

    address: str
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRead:
    """What a feed says of itself, and its entries that have an address, in its order."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(body: bytes, address: str) -> FeedRead:
    """The feed in an answer. Raises InputError for what is none, OnrecordError where feedparser is not installed."""
    try:
        import feedparser
    except ImportError as error:
        raise OnrecordError("feeds need one more package: pip install 'onrecord[feeds]'") from error
    if ENTITY.search(body):
        raise InputError(address, "declares entities of its own, as no feed needs to; it is not read")
    try:
        found: Any = feedparser.parse(io.BytesIO(body), response_headers={"content-location": address})
    except Exception as error:  # feedparser fails on odd bytes in ways of its own (fuzzed)
        raise InputError(address, f"can't be taken apart as a feed ({type(error).__name__})") from error
    if not found.get("version"):
        raise InputError(address, "is no RSS or Atom feed")
    entries = {entry.address: entry for entry in map(_entry, found.entries) if entry}
    return FeedRead(title=_plain(found.feed.get("title")), entries=tuple(entries.values()))


def _entry(entry: Any) -> Entry | None:
    address = (entry.get("link") or "").partition("#")[0].strip()
    if not is_address(address):
        return None
    times = (entry[name] for name in ("published_parsed", "updated_parsed") if name in entry)
    return Entry(address=address, title=_plain(entry.get("title")), published=_moment(next(filter(None, times), None)))


def _moment(when: struct_time | None) -> str | None:
    return (
        as_iso(f"{when[0]:04}-{when[1]:02}-{when[2]:02}T{when[3]:02}:{when[4]:02}:{when[5]:02}+00:00") if when else None
    )


def _plain(text: Any) -> str | None:
    return " ".join(text.split()) or None if isinstance(text, str) else None
