"""`onrecord feed`: feeds of the web and watched folders as a source of the record."""

import time
from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, Kind, Pipeline, Private, Register, Where
from onrecord.errors import InputError
from onrecord.export.plain import many, one_line
from onrecord.model import Document, Reading
from onrecord.models.choice import DEFAULT_READER

if TYPE_CHECKING:
    from onrecord.feeds.bring import Read
    from onrecord.feeds.pull import Pulled
    from onrecord.read.reader import Reader
    from onrecord.record import Record

feed = typer.Typer(help="Let reports come by themselves: from RSS and Atom feeds and from watched folders.")

Address = Annotated[str, typer.Argument(metavar="FEED", help="The address of a feed, or a folder.")]
Pause = Annotated[float, typer.Option(min=0.0, metavar="SECONDS", help="Between two questions to one host.")]
Now = Annotated[bool, typer.Option("--now", help="Also ask feeds that failed and are left alone for a while.")]


@feed.command("add")
def add_feed(address: Address, record: Where = HERE) -> None:
    """Keep a feed's address, or a folder to watch. Nothing is fetched yet."""
    from onrecord.record import Record

    named = _named(address)
    if named != address and not Path(named).is_dir():
        raise InputError(address, "is no http(s) address and no folder that is there")
    with Record(record) as kept:
        new = kept.feeds.add(named)
    typer.echo(f"{address} {'added; `onrecord feed pull` brings what is new' if new else 'is kept already'}")


@feed.command("list")
def list_feeds(record: Where = HERE) -> None:
    """Show every feed, what it brought, and why it fails if it does."""
    from onrecord.record import Record

    with Record(record, create=False) as kept:
        feeds, unread = kept.feeds.all(), kept.feeds.unread()
    for one in feeds:
        counts = ", ".join(f"{count} {state}" for state, count in one.counts) or "nothing yet"
        failed = f"; failed {many(one.failures, 'time')}, last: {one.fault}; left alone until {one.due_at}"
        fault = failed if one.fault else ""
        typer.echo(one_line(f"{one.address}  {one.title or ''}  {counts}{fault}"))
    if unread:
        typer.echo(f"unread: {_languages(Counter(unread))}")


@feed.command("remove")
def remove_feed(address: Address, record: Where = HERE) -> None:
    """Ask a feed no more. Its reports stay, and none of them is fetched again."""
    from onrecord.record import Record

    with Record(record, create=False) as kept:
        kept.feeds.remove(_named(address))


@feed.command("pull")
def pull_feeds(
    now: Now = False,
    pause: Pause = 2.0,
    allow_private: Private = False,
    record: Where = HERE,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Ask every feed once, and read what is new in it into the record."""
    from onrecord.record import Record

    read = _Lazy(pipeline, kind, register).read
    with Record(record, create=False) as kept:
        failed = _round(kept, read, allow_private, pause, now)
    if failed:
        raise typer.Exit(1)


@feed.command("watch")
def watch_feeds(
    every: Annotated[float, typer.Option(min=0.1, metavar="MINUTES", help="Between two rounds.")] = 15.0,
    pause: Pause = 2.0,
    allow_private: Private = False,
    record: Where = HERE,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Pull again and again, until Ctrl-C."""
    from onrecord.record import Record

    read = _Lazy(pipeline, kind, register).read
    with Record(record, create=False) as kept:
        while True:
            _round(kept, read, allow_private, pause, now=False)
            time.sleep(every * 60)


class _Lazy:
    """A reader that is loaded when there is something to read."""

    def __init__(self, pipeline: str | None, kind: str, register: Path | None) -> None:
        self._wanted = (pipeline, kind, register)

    @cached_property
    def _reader(self) -> "Reader":
        from onrecord.bulk.local import make_reader

        return make_reader(*self._wanted)

    def read(self, document: Document) -> Reading:
        from onrecord.bulk.local import safely

        return safely(self._reader.read, document)


def _round(record: "Record", read: "Read", allow_private: bool, pause: float, now: bool) -> int:
    """Pulls once and says what came; gives how many feeds failed."""
    from onrecord.feeds.bring import Bringer
    from onrecord.feeds.pull import pull_all
    from onrecord.feeds.visits import Visits
    from onrecord.ingest import Options
    from onrecord.link.linking import link_new

    options = Options(allow_private=allow_private)
    bringer = Bringer(record=record, read=read, visits=Visits(options, pause=pause), options=options)
    failed = 0
    for pulled in pull_all(bringer, now=now):
        failed += pulled.fault is not None
        _tell(pulled)
    link_new(record)
    return failed


def _tell(pulled: "Pulled") -> None:
    from onrecord.record.feeds import ItemState

    name = pulled.feed.address
    if pulled.fault:
        say(f"{name}: {pulled.fault}; asked again after {pulled.waits}")
    elif pulled.waits:
        typer.echo(one_line(f"{name}: left alone until {pulled.waits}; --now asks it"))
    else:
        unread = Counter(item.language or "und" for item in pulled.items if item.state is ItemState.UNREAD)
        counts = pulled.counts
        parts = (
            f"{counts[ItemState.READ]} read",
            f"{unread.total()} unread ({_languages(unread)})" if unread else "",
            f"{counts[ItemState.FAILED]} failed" if counts[ItemState.FAILED] else "",
        )
        typer.echo(one_line(f"{name}: {', '.join(filter(None, parts))}"))
    for item in pulled.items:
        if item.reason:
            say(f"{item.address}: {item.reason}")


def _languages(counts: Counter[str]) -> str:
    from onrecord.ingest.language import language_name

    return ", ".join(f"{count} {language_name(code)}" for code, count in sorted(counts.items()))


def _named(address: str) -> str:
    """An address as it stands, a folder by its whole path."""
    from onrecord.ingest.stores import is_address

    return address if is_address(address) else str(Path(address).resolve())
