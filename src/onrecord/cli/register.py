"""`onrecord register`: more actors for the reader to know, and what contradicts itself among them."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.lexicon.register.importers.form import Form

register = typer.Typer(help="Give the reader more actors to know, and check them.")

HOME = Path("onrecord.register")
"""The register where none is named: a folder in the working folder."""


@register.command("import")
def import_actors(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A list of actors.")],
    form: Annotated[Form | None, typer.Option("--as", help="What it is; else what its name ends in tells.")] = None,
    folder: Annotated[
        Path, typer.Option("--register", envvar="ONRECORD_REGISTER", metavar="FOLDER", help="Where to keep them.")
    ] = HOME,
) -> None:
    """Take the actors of a Wikidata result, a CSV file or a PETRARCH dictionary into a register of your own.

    Each row that is refused is named with its line and the reason; the others are kept.
    """
    from onrecord.lexicon.register.importers.file import import_file

    found, written = import_file(file, folder, form)
    for refused in found.refused:
        say(f"{file} line {refused.line}: {refused.reason}")
    counts = f"{len(found.groups)} groups and bodies, {len(found.persons)} times in office"
    typer.echo(f"{counts}; {len(found.refused)} rows refused")
    typer.echo(f"kept in {' and '.join(map(str, written))}; read with --register {folder}")
    if found.refused:
        raise typer.Exit(1)


@register.command("check")
def check_actors(
    folder: Annotated[
        Path | None,
        typer.Argument(envvar="ONRECORD_REGISTER", metavar="FOLDER", help="Your register; else the one that ships."),
    ] = None,
) -> None:
    """Say what contradicts itself: one name and two actors, two holders of an office. Exit code 1 if anything does."""
    from onrecord.lexicon.load import packaged
    from onrecord.lexicon.register.check import check_own, check_shipped

    problems = check_own(folder) if folder is not None else check_shipped(packaged())
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo("nothing contradicts itself in the register")
