"""Arguments that several commands share, and the checks of their values."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class OnError(StrEnum):
    """What a report that fails does to the run."""

    SKIP = "skip"
    STOP = "stop"


class Engine(StrEnum):
    """Where reports are read."""

    LOCAL = "local"
    RAY = "ray"


class Listing(StrEnum):
    """How an answer of the record is written."""

    TEXT = "text"
    JSON = "json"


def iso_date(given: str | None) -> str | None:
    """An ISO date, or date and time, in its plainest form. Raises BadParameter for anything else."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(given).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no date; write it as 2025-03-18") from None


def some_date(given: str | None) -> str | None:
    """An ISO date, month or year, as it was given. Raises BadParameter for anything else."""
    if given is None:
        return None
    try:
        datetime.strptime(given, {4: "%Y", 7: "%Y-%m"}.get(len(given), "%Y-%m-%d"))
    except ValueError:
        raise typer.BadParameter(f"{given!r} is no date; write it as 2025-03-18, 2025-03 or 2025") from None
    return given


Where = Annotated[
    str,
    typer.Option("--record", envvar="ONRECORD_RECORD", metavar="WHERE", help="A path or a postgresql:// address."),
]
HERE = "onrecord.db"
"""The record where none is named: in the working folder."""

Day = Annotated[str | None, typer.Option("--date", callback=iso_date, metavar="DATE", help="When it was published.")]
Title = Annotated[str | None, typer.Option(help="Its headline, whatever the report says of itself.")]
Publisher = Annotated[str | None, typer.Option(help="Who brings it, whatever the report says of itself.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Also read addresses of private networks.")]
Pipeline = Annotated[
    str | None,
    typer.Option(envvar="ONRECORD_PIPELINE", metavar="NAME", help="An installed spaCy English pipeline to parse with."),
]
READERS = "rules|models|FOLDER"
Kind = Annotated[
    str,
    typer.Option(
        "--reader",
        envvar="ONRECORD_READER",
        metavar=READERS,
        help="The rules alone, trained models beside them, or those whose weights lie in a folder.",
    ),
]
Register = Annotated[
    Path | None,
    typer.Option("--register", envvar="ONRECORD_REGISTER", metavar="PLACE", help="More actors: a file or a folder."),
]
Jobs = Annotated[int, typer.Option(min=1, max=4096, metavar="N", help="Processes that read side by side.")]
LimitSeconds = Annotated[float, typer.Option(min=0.1, metavar="S", help="For one report, at most.")]
LimitMemory = Annotated[int, typer.Option(min=500, metavar="MB", help="For a reading process, at most.")]
Since = Annotated[str | None, typer.Option(callback=some_date, metavar="DATE", help="From this date, month or year.")]
Until = Annotated[str | None, typer.Option(callback=some_date, metavar="DATE", help="To this date, month or year.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="What the record held at the end of this date.")
]
AsCoded = Annotated[bool, typer.Option("--as-coded", help="As the machine read it, without people's corrections.")]
Limit = Annotated[int, typer.Option(min=1, max=10_000, metavar="N", help="How many at most, the newest.")]
Offset = Annotated[int, typer.Option(min=0, metavar="N", help="How many of the newest to pass over.")]
SHOWN = 200
"""How many of a long answer come where no limit is given."""
Format = Annotated[Listing, typer.Option("--format", help="For a person, or one JSON object a line.")]
