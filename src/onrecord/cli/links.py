"""`onrecord incidents`, `relink`, `judge`, `withdraw`, `judgements`: what is decided across reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, AsCoded, AsOf, Format, Listing, Since, Until, Where
from onrecord.cli.record import answer, kept_at, seen_at
from onrecord.errors import RecordError
from onrecord.export.plain import many

if TYPE_CHECKING:
    from onrecord.record.judgements import Item

Author = Annotated[str, typer.Option("--author", envvar="ONRECORD_AUTHOR", metavar="NAME", help="Who decides it.")]
Why = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]


def show_incidents(
    a: Annotated[str | None, typer.Argument(help="A party; without one, all incidents.")] = None,
    b: Annotated[str | None, typer.Argument(help="The other side.")] = None,
    since: Since = None,
    until: Until = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="Only with an event of this PLOVER type.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, metavar="N", help="How many at most.")] = 50,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="How many to pass over.")] = 0,
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
    format: Format = Listing.TEXT,
) -> None:
    """Incidents, each with all its reports, who really says so, and every figure with its teller."""
    from onrecord.export import incident_listing
    from onrecord.record.incidents import Wanted
    from onrecord.views import as_incidents

    wanted = Wanted(a=a, b=b, since=since, until=until, type=type)
    with seen_at(record, as_of, as_coded) as kept:
        incidents = as_incidents(kept.incidents(wanted, limit=limit, offset=offset))
        left = kept.unlinked()
    answer(incidents, incident_listing.show_incidents(incidents), format, f"{record} holds no such incident")
    if left:
        say(f"{many(left, 'report')} not linked yet; `onrecord relink` does it")


def relink_record(record: Where = HERE) -> None:
    """Make all links and incidents anew; people's judgements stay and count."""
    from onrecord.link.linking import relink

    with kept_at(record) as kept:
        typer.echo(f"{many(relink(kept), 'report')} of {record} linked")


def judge(
    one: Annotated[str, typer.Argument(metavar="ITEM", help="A report's id, or REPORT#ENTITY.")],
    other: Annotated[str, typer.Argument(metavar="ITEM", help="Another of the kind.")],
    author: Author,
    different: Annotated[
        bool, typer.Option("--different", help="They are not the same; without it, they are.")
    ] = False,
    reason: Why = None,
    record: Where = HERE,
) -> None:
    """Keep your word that two reports tell of one incident, or two entities are one actor, or not."""
    from onrecord.link.linking import decide_again
    from onrecord.record.judgements import Subject

    with kept_at(record) as kept:
        items = [_item(words) for words in (one, other)]
        for item in items:
            _must_exist(kept.reading(item.document).entities, item)
        made = kept.judge(*items, same=not different, author=author, reason=reason)
        if made.kind is Subject.INCIDENT:
            decide_again(kept, [item.document for item in items])
    typer.echo(f"judgement {made.key} kept")


def withdraw_judgement(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `judgements` lists it.")],
    author: Author,
    reason: Why = None,
    record: Where = HERE,
) -> None:
    """Take a judgement back. It stays on record and counts no more."""
    from onrecord.link.linking import decide_again
    from onrecord.record.judgements import Subject

    with kept_at(record) as kept:
        made = kept.withdraw(number, author=author, reason=reason)
        if made.kind is Subject.INCIDENT:
            decide_again(kept, [made.one.document, made.other.document])
    typer.echo(f"judgement {made.key} withdrawn")


def show_judgements(record: Where = HERE, format: Format = Listing.TEXT) -> None:
    """Every judgement, by whom, when and why, the withdrawn ones too."""
    from onrecord.export import incident_listing

    with kept_at(record) as kept:
        judgements = kept.judgements()
    answer(judgements, incident_listing.show_judgements(judgements), format, f"{record} holds no judgements")


def _item(words: str) -> "Item":
    from onrecord.record.judgements import Item

    document, mark, entity = words.rpartition("#")
    return Item(document=document, entity=entity) if mark and entity.startswith("e-") else Item(document=words)


def _must_exist(entities: tuple[object, ...], item: "Item") -> None:
    if item.entity and item.entity not in {getattr(entity, "id", None) for entity in entities}:
        raise RecordError(
            f"{item.document} names no entity {item.entity}; `onrecord who NAME --format json` has the ids"
        )
