"""`onrecord check`, `backup`, `copy`: a record kept sound and moved."""

import os
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import HERE, Where
from onrecord.errors import RecordError
from onrecord.export.plain import many


def check_record(
    record: Where = HERE,
    repair: Annotated[bool, typer.Option("--repair", help="Make again what is made from the readings.")] = False,
) -> None:
    """Say what is wrong with the record, a line each. Exit code 1 if anything is."""
    from onrecord.record import Record

    with Record(record, create=False) as kept:
        if repair:
            kept.rebuild()
        faults = kept.faults()
    for fault in faults:
        say(f"{record}: {fault}")
    if faults:
        raise typer.Exit(1)
    typer.echo(f"nothing is wrong in {record}")


def back_up(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where nothing is yet.")], record: Where = HERE
) -> None:
    """Copy the record into a file, as it is at one moment, while others go on using it."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        count = _copy(record, str(part), final=file)
        os.replace(part, file)
    finally:
        for left in (part, *part.parent.glob(f"{part.name}-*")):
            left.unlink(missing_ok=True)
    typer.echo(f"{many(count, 'report')} of {record} copied into {file}")


def copy_record(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A record: a path or a postgresql:// address.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where no record is yet, or an empty one.")],
) -> None:
    """Move a record whole into another place: from a file into PostgreSQL, or back."""
    from onrecord.record.store import named

    count = _copy(source, target)
    typer.echo(f"{many(count, 'report')} copied into {named(target)}")


def _copy(source: str, target: str, final: Path | None = None) -> int:
    from onrecord.record import Record

    if final and final.exists():
        raise RecordError(f"{final}: is there already; name another FILE")
    with Record(source, create=False) as kept, Record(target) as made:
        return kept.copy_to(made)
