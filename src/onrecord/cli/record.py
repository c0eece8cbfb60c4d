"""`onrecord add`, `timeline`, `claims`, `who`, `search`: putting reports into the record and asking it."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.corpus import coded
from onrecord.cli.failures import Failures, say
from onrecord.cli.options import (
    HERE,
    SHOWN,
    AsCoded,
    AsOf,
    Day,
    Format,
    Jobs,
    Kind,
    Limit,
    Listing,
    Offset,
    Pipeline,
    Publisher,
    Register,
    Since,
    Until,
    Where,
)
from onrecord.errors import OnrecordError
from onrecord.export.plain import many
from onrecord.model import to_json
from onrecord.models.choice import DEFAULT_READER

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.record import Record
    from onrecord.record.questions import Questions


def add_reports(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT…", help="JSONL, CSV, a folder or a report.")],
    jobs: Jobs = 1,
    date: Day = None,
    publisher: Publisher = None,
    record: Where = HERE,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Read reports into the record. A report that is there already is replaced, never doubled."""
    from onrecord.ingest import Options
    from onrecord.link.linking import link_new
    from onrecord.record import Record

    options, failures, added, changed = Options(date=date, publisher=publisher), Failures(), 0, 0
    with Record(record) as kept:
        readings = coded(inputs, options, failures, jobs=jobs, pipeline=pipeline, kind=kind, register=register)
        for document, reading in readings:
            try:
                changed += kept.add(document, reading)
                added += 1
            except OnrecordError as error:
                failures.note(error)
        link_new(kept)
    typer.echo(f"{many(added, 'report')} read into {record}: {changed} new or changed, {added - changed} there already")
    failures.close()


def show_timeline(
    a: Annotated[str, typer.Argument(help="A party: an ISO-3 code, a country, a person, a body.")],
    b: Annotated[str | None, typer.Argument(help="The other side.")] = None,
    since: Since = None,
    until: Until = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="Only this PLOVER type.")] = None,
    limit: Limit = SHOWN,
    offset: Offset = 0,
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
    format: Format = Listing.TEXT,
) -> None:
    """Dated events of a party, or between two, each with who says so."""
    from onrecord.export import listings
    from onrecord.record.paging import Page
    from onrecord.views import as_timeline

    with seen_at(record, as_of, as_coded) as kept:
        found = kept.between(a, b, since=since, until=until, type=type, page=Page(limit=limit, offset=offset))
    entries = as_timeline(found.rows)
    whom = f"between {a} and {b}" if b else f"of {a}"
    answer(entries, listings.show_timeline(entries), format, f"{record} holds no events {whom} of that kind")
    if len(entries) == limit and found.total > offset + limit:
        say(f"the newest {limit} of {found.total} events; --offset {offset + limit} shows older ones")


def show_claims(
    about: Annotated[str | None, typer.Option(metavar="X", help="Claims that mention this party.")] = None,
    by: Annotated[str | None, typer.Option(metavar="Y", help="Claims that this party makes.")] = None,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what is denied or told otherwise.")] = False,
    limit: Limit = SHOWN,
    offset: Offset = 0,
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
    format: Format = Listing.TEXT,
) -> None:
    """The claim ledger: who claims what, who denies it, what else is told."""
    from onrecord.export import listings
    from onrecord.record.paging import Page
    from onrecord.views import as_ledger

    with seen_at(record, as_of, as_coded) as kept:
        found = kept.claims(about=about, by=by, disputed=disputed, page=Page(limit=limit, offset=offset))
    claims = as_ledger(found)
    answer(claims, listings.show_ledger(claims), format, f"{record} holds no such claims")
    if len(found.claims) == limit:
        say(f"the newest {limit} claims; --offset {offset + limit} shows older ones")


def show_who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, a surname, or a country's code.")],
    why: Annotated[bool, typer.Option("--why", help="Also show why reports are taken to speak of one person.")] = False,
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
    format: Format = Listing.TEXT,
) -> None:
    """What the record knows of a person or body: names, offices, kin, what they said, and where."""
    from onrecord.export import listings
    from onrecord.views import as_dossiers

    with seen_at(record, as_of, as_coded) as kept:
        found = kept.who(name)
    dossiers = as_dossiers(found)
    answer(dossiers, listings.show_dossiers(dossiers, why=why), format, f"{record} knows nobody called {name}")
    shown = len({key[0] for key in found.sought})
    if shown < found.reports:
        say(f"the newest {shown} of {found.reports} reports that name {name} were put together")


def show_hits(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help='All must occur; "in quotes" together.')],
    limit: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="How many at most.")] = 50,
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
    format: Format = Listing.TEXT,
) -> None:
    """Search the sentences and claims of all reports."""
    from onrecord.export import listings

    wanted = " ".join(f'"{word}"' if " " in word else word for word in words)
    with seen_at(record, as_of, as_coded) as kept:
        hits = kept.search(wanted, limit=limit)
    answer(hits, listings.show_hits(hits), format, f"{record} holds nothing with {wanted}")


def kept_at(record: str) -> "Record":
    """The record there. Raises RecordError where there is none."""
    from onrecord.record import Record

    return Record(record, create=False)


@contextmanager
def seen_at(record: str, as_of: str | None, as_coded: bool) -> Iterator["Questions"]:
    """The record there, as it was at the end of a date, or without corrections. Raises RecordError for no date."""
    with kept_at(record) as kept:
        yield kept.seen(as_of=as_of, as_coded=as_coded) if as_of or as_coded else kept


def answer(found: Sequence[Any], shown: "RenderableType", format: Listing, nothing: str) -> None:
    """Prints what was found: a JSON object a line, or `shown`; where nothing was, says so on standard error."""
    if format is Listing.JSON:
        for item in found:
            typer.echo(json.dumps(to_json(item), ensure_ascii=False))
    elif not found:
        say(nothing)
    else:
        from onrecord.export.text import print_text, text_console

        print_text(text_console(), shown)
