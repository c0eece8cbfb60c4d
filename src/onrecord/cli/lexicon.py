"""`onrecord lexicon`: what the reader's data files do to a sentence, and what is wrong in them."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.failures import say
from onrecord.cli.options import Pipeline

lexicon = typer.Typer(help="See what an entry of the lexicon does, and check the files.")

Text = Annotated[str, typer.Argument(metavar="TEXT", help="A sentence, in quotation marks.")]


@lexicon.command("try")
def try_text(text: Text, pipeline: Pipeline = None) -> None:
    """Read a sentence and show which entries fired, and on which words."""
    from onrecord.bulk.local import make_reader, read_safely
    from onrecord.export.fired import fired_lines
    from onrecord.model import Document

    document = Document.from_text(text)
    lines = fired_lines(document, read_safely(make_reader(pipeline), document))
    for line in lines:
        typer.echo(line)
    if not lines:
        say("no entry fired; `onrecord lexicon explain` says what each lacked")


@lexicon.command("explain")
def explain_text(text: Text, pipeline: Pipeline = None) -> None:
    """Show which entries were considered for a sentence and what each lacked."""
    from onrecord.bulk.local import make_reader
    from onrecord.export.fired import trial_lines

    lines = trial_lines(text, make_reader(pipeline).explain(text))
    for line in lines:
        typer.echo(line)
    if not lines:
        say("no entry of the lexicon is called up by any of these words")


@lexicon.command("check")
def check_files(
    folder: Annotated[Path | None, typer.Argument(help="Your own files; else those that ship.")] = None,
) -> None:
    """Say what is wrong in the data files, and where. Exit code 1 if anything is."""
    from onrecord.lexicon.check import check_lexicon

    problems = check_lexicon(folder)
    for problem in problems:
        say(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo("nothing is wrong in the lexicon")
