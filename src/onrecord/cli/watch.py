"""`onrecord watch`: searches that are saved, and what is new in them told by webhook and by e-mail."""

import os
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, Private, Since, Until, Where
from onrecord.cli.record import kept_at
from onrecord.errors import InputError

watch = typer.Typer(help="Save searches, and tell of what is new in them.", no_args_is_help=True)

SITE = "http://127.0.0.1:8000"


@watch.command("add")
def add_watch(
    name: Annotated[str, typer.Argument(help="What to call it.")],
    words: Annotated[str, typer.Option(metavar="WORDS", help="All must occur; in quotation marks together.")] = "",
    party: Annotated[str | None, typer.Option(metavar="X", help="A party to an event of the report.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only this publisher.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="A place that the report names.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="In sentences with an event of this type.")] = None,
    since: Since = None,
    until: Until = None,
    webhook: Annotated[list[str] | None, typer.Option(metavar="ADDRESS", help="Gets JSON by POST.")] = None,
    email: Annotated[list[str] | None, typer.Option(metavar="ADDRESS", help="Gets mail.")] = None,
    author: Annotated[str, typer.Option(envvar="ONRECORD_AUTHOR", metavar="NAME", help="Who saves it.")] = "local",
    record: Where = HERE,
) -> None:
    """Save a search. What the record holds already is not told of."""
    from onrecord.record.search import Sieve
    from onrecord.record.watches import ChannelKind
    from onrecord.tell.channels import checked

    sieve = Sieve(party=party, outlet=outlet, place=place, type=type, since=since, until=until)
    channels = [checked(ChannelKind.WEBHOOK, address) for address in webhook or ()]
    channels += [checked(ChannelKind.EMAIL, address) for address in email or ()]
    with kept_at(record) as kept:
        made = kept.watches.add(name, words, sieve, author=author, channels=channels)
    typer.echo(f"watch {made.key} kept")


@watch.command("list")
def list_watches(record: Where = HERE) -> None:
    """Every saved search, with what is new in it."""
    from onrecord.export.plain import one_line

    with kept_at(record) as kept:
        for made in kept.watches.all():
            fresh = len(kept.watches.matches(made, after=made.seen).hits)
            channels = ", ".join(f"{c.kind} {c.address}" for c in made.channels)
            told = " · ".join(filter(None, (made.name, made.words, f"{fresh} new", channels)))
            typer.echo(one_line(f"{made.key}  {told}"))


@watch.command("remove")
def remove_watch(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `watch list` has it.")], record: Where = HERE
) -> None:
    """Forget a saved search."""
    with kept_at(record) as kept:
        kept.watches.remove(number)
    typer.echo(f"watch {number} forgotten")


@watch.command("run")
def run(
    smtp: Annotated[
        str | None,
        typer.Option(envvar="ONRECORD_SMTP", metavar="SERVER", help="smtp://, smtp+tls:// or smtps://user@host:port."),
    ] = None,
    sender: Annotated[
        str, typer.Option("--from", envvar="ONRECORD_SMTP_FROM", metavar="ADDRESS", help="From whom mail comes.")
    ] = "onrecord@localhost",
    site: Annotated[str, typer.Option(metavar="ADDRESS", help="Where the pages are, for links.")] = SITE,
    allow_private: Private = False,
    record: Where = HERE,
) -> None:
    """Tell every webhook and mail address of what came in since the last time."""
    from onrecord.ingest import Options
    from onrecord.tell.mail import MailServer
    from onrecord.tell.run import Ways, run_watches

    mail = MailServer.at(smtp, sender=sender, password=os.environ.get("ONRECORD_SMTP_PASSWORD")) if smtp else None
    ways = Ways(mail=mail, options=Options(allow_private=allow_private), site=site)
    failures: list[InputError] = []
    with kept_at(record) as kept:
        for told in run_watches(kept, ways):
            if told.failure:
                failures.append(told.failure)
                say(f"onrecord: {told.failure}")
            elif told.matches:
                typer.echo(f"{told.watch.name}: {told.matches} told to {told.channel.address}")
    if failures:
        raise typer.Exit(1)
