"""`onrecord versions`: what the record held before."""

from typing import Annotated

import typer

from onrecord.cli.options import HERE, Format, Listing, Where
from onrecord.cli.record import answer, kept_at


def show_versions(
    report: Annotated[str, typer.Argument(metavar="ID", help="A report's id or address.")],
    record: Where = HERE,
    format: Format = Listing.TEXT,
) -> None:
    """Every version of a report that came in, with what changed from one to the next."""
    from onrecord.export import revision_listing
    from onrecord.views import as_revisions

    with kept_at(record) as kept:
        revisions = as_revisions(kept.versions(report))
    answer(revisions, revision_listing.show_revisions(revisions), format, f"{record} holds no {report}")
