"""`onrecord versions`, `recode`, `codings`, `diff`: what the record held before, and what a reader reads otherwise."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.corpus import with_progress
from onrecord.cli.failures import Failures, say
from onrecord.cli.options import HERE, Format, Jobs, Kind, Listing, Pipeline, Register, Where
from onrecord.cli.record import answer, kept_at
from onrecord.errors import InputError, ReadingError
from onrecord.export.plain import many
from onrecord.model import Reading, reading_from_json
from onrecord.models.choice import DEFAULT_READER


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


def recode_record(
    record: Where = HERE,
    jobs: Jobs = 1,
    pipeline: Pipeline = None,
    kind: Kind = DEFAULT_READER,
    register: Register = None,
) -> None:
    """Read the record's reports again with this onrecord. Former codings are kept, corrections stay in force."""
    from onrecord.bulk.local import make_reader, read_rows, read_with
    from onrecord.link.linking import link_new

    how: dict[str, Any] = {"pipeline": pipeline, "kind": kind, "register": register}
    failures, read = Failures(), 0
    with kept_at(record) as kept:
        reader = make_reader(**how)
        stale = kept.unread_by(reader.edition)
        rows = map(kept.document, stale)
        alone = jobs == 1
        found = read_with(reader, rows) if alone else read_rows(rows, jobs=jobs, **how)
        for one in with_progress(found):
            if isinstance(one, InputError):
                failures.note(one)
            else:
                kept.add(*one)
                read += 1
        link_new(kept)
    typer.echo(f"{many(read, 'report')} of {record} read again; the others were of this coding already")
    failures.close()


def show_codings(record: Where = HERE, format: Format = Listing.TEXT) -> None:
    """Every coding of the record: which onrecord, lexicon and model, and how many reports they read."""
    from onrecord.export import difference_listing

    with kept_at(record) as kept:
        codings = kept.codings()
    answer(codings, difference_listing.show_codings(codings), format, f"{record} holds no readings")


def show_difference(
    before: Annotated[str, typer.Argument(metavar="A", help="A coding's number or version, or a file of Readings.")],
    after: Annotated[str, typer.Argument(metavar="B", help="Another, or another file.")],
    record: Where = HERE,
    format: Format = Listing.TEXT,
) -> None:
    """What changed between two codings, event by event."""
    from onrecord.export import difference_listing
    from onrecord.views.differences import compare

    files = [Path(name) for name in (before, after)]
    if all(file.is_file() for file in files):
        comparison = compare(_readings(files[0]), _readings(files[1]))
    else:
        with kept_at(record) as kept:
            comparison = compare(kept.coded_by(before), kept.coded_by(after), kept.text_read)
    shown = difference_listing.show_comparison(comparison)
    answer(comparison.differences, shown, format, f"{before} and {after} tell the same events")
    say(difference_listing.sum_up(comparison))


def _readings(file: Path) -> Iterator[Reading]:
    """The Readings of a file of `code`, a line each. Raises ReadingError that names the line."""
    with open(file, encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield reading_from_json(line)
            except ReadingError as error:
                raise ReadingError(f"{file}, line {number}: {error}") from error
