"""`onrecord rate`, `ratings`: how far people trust sources and items."""

from typing import Annotated

import typer

from onrecord.cli.links import Author
from onrecord.cli.options import HERE, Format, Listing, Where
from onrecord.cli.record import answer, kept_at


def rate(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An outlet or speaker; or REPORT#ID, for an item.")],
    author: Author,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    reliability: Annotated[str | None, typer.Option(metavar="GRADE", help="Of a source: A to E; F: unknown.")] = None,
    credibility: Annotated[str | None, typer.Option(metavar="GRADE", help="Of an item: 1 to 5; 6: unknown.")] = None,
    record: Where = HERE,
) -> None:
    """Keep how reliable a source is, or how credible an event or attribution."""
    if (reliability is None) == (credibility is None):
        raise typer.BadParameter("say either --reliability of a source or --credibility of an item")
    with kept_at(record) as kept:
        if credibility is None:
            made = kept.rate_source(name, reliability=(reliability or "").upper(), author=author, reason=reason)
        else:
            document, mark, item = name.rpartition("#")
            if not mark:
                raise typer.BadParameter(f"{name!r} names no item; an event or attribution in a report is REPORT#ID")
            made = kept.rate_item(document, item, credibility=credibility, author=author, reason=reason)
    typer.echo(f"rating {made.number} kept")


def show_ratings(record: Where = HERE, format: Format = Listing.TEXT) -> None:
    """Every rating, by whom, when and why; of two on one thing the later counts."""
    from onrecord.export import rating_listing

    with kept_at(record) as kept:
        ratings = kept.ratings()
    answer(ratings, rating_listing.show_ratings(ratings), format, f"{record} holds no ratings")
