"""The command line: `onrecord COMMAND`. What takes long to import is imported inside the commands that need it."""

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from typer.exceptions import Abort, TyperException

from onrecord import __version__
from onrecord.cli.access import token, user
from onrecord.cli.assistants import serve_assistants
from onrecord.cli.code import code_corpus
from onrecord.cli.corrections import correct_item, show_corrections, undo_correction
from onrecord.cli.evaluate import evaluate_reader
from onrecord.cli.export import export_record
from onrecord.cli.failures import say
from onrecord.cli.feeds import feed
from onrecord.cli.history import recode_record, show_codings, show_difference, show_versions
from onrecord.cli.keeping import back_up, check_record, copy_record
from onrecord.cli.lexicon import lexicon
from onrecord.cli.links import judge, relink_record, show_incidents, show_judgements, withdraw_judgement
from onrecord.cli.read import read_reports
from onrecord.cli.record import add_reports, show_claims, show_hits, show_timeline, show_who
from onrecord.cli.register import register
from onrecord.cli.series import show_series
from onrecord.cli.serve import serve_record
from onrecord.cli.trust import rate, show_ratings
from onrecord.cli.watch import watch
from onrecord.errors import ModelWarning, OnrecordError

app = typer.Typer(
    name="onrecord",
    help="Reads news about relations between states: who did what to whom, when, where, and on whose word.",
    epilog="Exit codes: 0 done, 1 some inputs could not be read (each named on standard error), 2 called wrongly.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read_reports)
app.command("code")(code_corpus)
app.command("add")(add_reports)
app.command("timeline")(show_timeline)
app.command("series")(show_series)
app.command("claims")(show_claims)
app.command("who")(show_who)
app.command("search")(show_hits)
app.command("export")(export_record)
app.command("incidents")(show_incidents)
app.command("relink")(relink_record)
app.command("judge")(judge)
app.command("withdraw")(withdraw_judgement)
app.command("judgements")(show_judgements)
app.command("correct")(correct_item)
app.command("undo")(undo_correction)
app.command("corrections")(show_corrections)
app.command("rate")(rate)
app.command("ratings")(show_ratings)
app.command("versions")(show_versions)
app.command("recode")(recode_record)
app.command("codings")(show_codings)
app.command("diff")(show_difference)
app.command("check")(check_record)
app.command("backup")(back_up)
app.command("copy")(copy_record)
app.command("serve")(serve_record)
app.command("mcp")(serve_assistants)
app.command("evaluate")(evaluate_reader)
app.add_typer(feed, name="feed")
app.add_typer(lexicon, name="lexicon")
app.add_typer(register, name="register")
app.add_typer(watch, name="watch")
app.add_typer(user, name="user")
app.add_typer(token, name="token")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def start(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Makes both streams able to take any text: what can't be encoded is written as an escape, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def _warnings_said() -> Iterator[None]:
    """What onrecord warns of is one line on standard error, like its errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", ModelWarning)
        warnings.showwarning = lambda message, *_: say(f"onrecord: {message}")
        yield


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0 done, 1 some input failed, 2 called wrongly; 130 on Ctrl-C.

    Whatever goes wrong on purpose is one line on standard error. A reader that closes the pipe ends it quietly.
    """
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        with _warnings_said():
            code = app(given, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        say(f"onrecord: {error.format_message()}; `onrecord {given[0]} --help` shows how")
        return error.exit_code
    except OnrecordError as error:
        say(f"onrecord: {error}")
        return 1
    except Abort:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        say(f"onrecord: {error.filename}: {error.strerror}" if error.filename else f"onrecord: {error}")
        return 1
    return code if isinstance(code, int) else 0
