"""`onrecord series`: cooperation and conflict between two parties over time."""

import sys
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, AsCoded, AsOf, Since, Until, Where
from onrecord.cli.output import whole_file, whole_place
from onrecord.cli.record import seen_at
from onrecord.model import Evidence


class Drawn(StrEnum):
    """How a series is written."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"
    PNG = "png"


class Length(StrEnum):
    """A day, a week from Monday, a month."""

    D = "D"
    W = "W"
    M = "M"


def show_series(
    a: Annotated[str, typer.Argument(help="A party: an ISO-3 code, a country, a person, a body.")],
    b: Annotated[str | None, typer.Argument(help="The other side; without it, everybody.")] = None,
    freq: Annotated[Length, typer.Option("--freq", help="Days, weeks or months.")] = Length.W,
    since: Since = None,
    until: Until = None,
    evidence: Annotated[
        list[Evidence] | None, typer.Option("--as", help="Only what rests on this; may be given several times.")
    ] = None,
    format: Annotated[Drawn, typer.Option("--format", help="A table to read, CSV, JSON or a picture.")] = Drawn.TEXT,
    output: Annotated[str, typer.Option("--output", "-o", help="A file, or - for standard output.")] = "-",
    record: Where = HERE,
    as_of: AsOf = None,
    as_coded: AsCoded = False,
) -> None:
    """Counts by quad and type and their intensity over time; one incident counts once."""
    from onrecord.export import series as drawn
    from onrecord.views.changes import find_changes
    from onrecord.views.series import SURENESS, Freq, as_series

    with seen_at(record, as_of, as_coded) as kept:
        rows = kept.series(a, b, since=since, until=until)
    series = as_series(rows, Freq(freq), evidence=evidence or SURENESS, since=since, until=until)
    if not series.counted:
        say(f"{record} holds no dated events {f'between {a} and {b}' if b else f'of {a}'} of that kind")
    changes = find_changes(series.periods)
    if format is Drawn.TEXT:
        from onrecord.export.text import print_text, text_console

        print_text(text_console(), drawn.show_series(series, changes))
    elif format is Drawn.PNG:
        with TemporaryDirectory() as folder, whole_place(_place(output, folder)) as part:
            drawn.draw_series(series, changes, f"{a} and {b}" if b else a, part)
            if output == "-":
                sys.stdout.buffer.write(part.read_bytes())
    else:
        with whole_file(output) as file:
            file.write((drawn.series_csv if format is Drawn.CSV else drawn.series_json)(series, changes))


def _place(output: str, folder: str) -> str:
    """Where a picture is made: its own place, or where none is named a place to take it from."""
    return str(Path(folder) / "series.png") if output == "-" else output
