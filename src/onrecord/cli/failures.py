"""Inputs that fail are named on standard error at once, the others are done, and the exit code tells at the end."""

import typer

from onrecord.errors import OnrecordError
from onrecord.export.plain import one_line


def say(message: str) -> None:
    """One line on standard error, harmless to a terminal whatever it quotes."""
    typer.echo(one_line(message), err=True)


class Failures:
    """Counts what failed in one run."""

    def __init__(self) -> None:
        self.count = 0

    def note(self, error: OnrecordError) -> None:
        """Says what failed and why."""
        self.count += 1
        say(str(error))

    def close(self) -> None:
        """Ends the command with exit code 1 if anything failed."""
        if self.count:
            raise typer.Exit(1)
