"""One round through the feeds of a record: what is new in each is fetched once, read and kept.

A server that fails is asked again later and later: after 5 minutes, 10, 20, up to a day, or when it says itself.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from onrecord.errors import InputError
from onrecord.feeds.bring import Bringer
from onrecord.feeds.entries import FeedRead, read_feed
from onrecord.ingest.rows import report_files
from onrecord.ingest.stores import is_address
from onrecord.record.feeds import Feed, FeedItem, ItemState

ACCEPT = "application/atom+xml,application/rss+xml,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1"
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(days=1)
WEEK = 7 * 24 * 60 * 60
"""Seconds that a server may at most ask to be left alone."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """What became of a feed in a round. `waits` until when it is left alone, `fault` why it gave nothing."""

    feed: Feed
    items: tuple[FeedItem, ...] = ()
    fault: str | None = None
    waits: str | None = None

    @property
    def counts(self) -> Counter[ItemState]:
        return Counter(item.state for item in self.items)


class _Refused(Exception):
    """A server's answer that is no feed; `later` is when it wants to be asked again."""

    def __init__(self, reason: str, later: str | None) -> None:
        super().__init__(reason)
        self.reason, self.later = reason, later


def pull_all(bringer: Bringer, *, clock: Clock = lambda: datetime.now(UTC), now: bool = False) -> Iterator[Pulled]:
    """Every feed in turn. Those that failed and are not due yet are passed over, unless `now`."""
    for feed in bringer.record.feeds.all():
        if feed.due_at and feed.due_at > _iso(clock()) and not now:
            yield Pulled(feed=feed, waits=feed.due_at)
            continue
        try:
            told, items = (_web if is_address(feed.address) else _folder)(bringer, feed)
            told = replace(told, asked_at=_iso(clock()), due_at=None, failures=0, fault=None)
            pulled = Pulled(feed=told, items=items)
        except (InputError, _Refused) as error:
            told = _failed(feed, error.reason, getattr(error, "later", None), clock())
            pulled = Pulled(feed=told, fault=error.reason, waits=told.due_at)
        bringer.record.feeds.note(told)
        yield pulled


def _web(bringer: Bringer, feed: Feed) -> tuple[Feed, tuple[FeedItem, ...]]:
    """What the feed says of itself now, and what became of its new items. What it says is kept after those are safe."""
    conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    headers = {name: value for name, value in conditions.items() if value}
    answer = bringer.visits.ask(feed.address, accept=ACCEPT, headers=headers)
    if answer.status == 304:
        return feed, ()
    if answer.status != 200:
        raise _Refused(f"answered {answer.status} {answer.reason}".rstrip(), answer.retry_after)
    found = read_feed(answer.body, answer.url)
    told = replace(feed, title=found.title, etag=answer.etag, modified=answer.modified)
    return told, tuple(_new_pages(bringer, feed, found))


def _new_pages(bringer: Bringer, feed: Feed, found: FeedRead) -> Iterator[FeedItem]:
    known = bringer.record.feeds.marks([entry.address for entry in found.entries])
    for entry in found.entries:
        if entry.address not in known:
            yield bringer.page(entry, feed.address, found.title)


def _folder(bringer: Bringer, feed: Feed) -> tuple[Feed, tuple[FeedItem, ...]]:
    folder = Path(feed.address)
    if not folder.is_dir():
        raise InputError(feed.address, "there is no such folder")
    marked = {str(path): (path, _mark(path)) for path in report_files(folder)}
    known = bringer.record.feeds.marks(list(marked))
    new = ((path, mark) for address, (path, mark) in marked.items() if known.get(address) != mark)
    return feed, tuple(bringer.file(folder, path, mark) for path, mark in new)


def _mark(path: Path) -> str:
    """What tells one version of a file from the next."""
    told = path.stat()
    return f"{told.st_size}:{told.st_mtime_ns}"


def _failed(feed: Feed, reason: str, later: str | None, at: datetime) -> Feed:
    failures = feed.failures + 1
    wait = min(FIRST_WAIT * 2 ** min(failures - 1, 20), LONGEST_WAIT)
    due = at + max(wait, _asked_for(later, at))
    return replace(feed, asked_at=_iso(at), due_at=_iso(due), failures=failures, fault=reason)


def _asked_for(later: str | None, at: datetime) -> timedelta:
    """How long a server wants to be left alone: seconds or a date (RFC 9110, Retry-After), a week at most."""
    try:
        seconds = int(later) if later and later.isdigit() else None
        wanted = parsedate_to_datetime(later or "") - at if seconds is None else timedelta(seconds=min(seconds, WEEK))
    except (ValueError, TypeError, OverflowError):
        return timedelta()
    return min(max(wanted, timedelta()), timedelta(seconds=WEEK))


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
