"""`onrecord user` and `onrecord token`: who may use the pages and the API where `serve --auth` asks."""

import sys
from getpass import getuser
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from onrecord.web.access.book import Book

user = typer.Typer(help="Who may use the pages and the API of `serve --auth`.", no_args_is_help=True)
token = typer.Typer(help="Tokens by which programs call the API of `serve --auth`.", no_args_is_help=True)

BOOK = "onrecord.access.db"
"""The access book where none is named: in the working folder."""

Access = Annotated[
    str, typer.Option("--access", envvar="ONRECORD_ACCESS", metavar="FILE", help="Where users and tokens are kept.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The user.")]


def open_book(access: str) -> "Book":
    """The access book. Raises OnrecordError where it can't be used, or a package is missing."""
    if find_spec("argon2") is None:
        raise OnrecordError("users need some more packages: pip install 'onrecord[web]'")
    from onrecord.web.access.book import Book

    return Book(access)


@user.command("add")
def add_user(
    name: Name,
    role: Annotated[str, typer.Option(metavar="ROLE", help="reader, reviewer or admin.")] = "reader",
    stdin: Annotated[bool, typer.Option("--password-stdin", help="Take the password from standard input.")] = False,
    access: Access = BOOK,
) -> None:
    """Make a user; the password is asked for, and not shown."""
    book = open_book(access)
    from onrecord.web.access.roles import Role

    if role not in set(Role):
        raise typer.BadParameter(f"{role!r} is no role; roles are {', '.join(Role)}")
    if stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    book.add_person(name, Role(role), password)
    typer.echo(f"{name} is {role} of {access}")


@user.command("list")
def list_users(access: Access = BOOK) -> None:
    """Every user with their role."""
    for person in open_book(access).people():
        typer.echo(f"{person.name}  {person.role}")


@user.command("remove")
def remove_user(name: Name, access: Access = BOOK) -> None:
    """Take a user out, with all tokens and sessions. What they did stays in the log."""
    open_book(access).remove_person(name)
    typer.echo(f"{name} is no user of {access} any more")


@user.command("log")
def show_log(
    limit: Annotated[int, typer.Option(min=1, max=100_000, metavar="N", help="How many at most.")] = 100,
    access: Access = BOOK,
) -> None:
    """Who did what, the last first: sign-ins, changes, and what was not allowed."""
    from onrecord.export.plain import one_line

    for deed in open_book(access).deeds(limit=limit):
        typer.echo(one_line(f"{deed.at}  {deed.who}  {deed.what}  {deed.origin}"))


@user.command("prune")
def prune_log(
    before: Annotated[str, typer.Option("--before", metavar="DATE", help="The first day that stays, as 2025-03-18.")],
    access: Access = BOOK,
) -> None:
    """Take what was done before a day out of the log, which grows without end otherwise. The log says that it was."""
    gone = open_book(access).prune(before, getuser())
    typer.echo(f"{gone} lines before {before} are out of the log of {access}")


@token.command("add")
def add_token(
    name: Name,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")] = "",
    access: Access = BOOK,
) -> None:
    """Make a token with a user's role, and show it this once."""
    typer.echo(open_book(access).add_token(name, label))


@token.command("list")
def list_tokens(access: Access = BOOK) -> None:
    """Every token by its id, without its secret."""
    from onrecord.export.plain import one_line

    for made in open_book(access).tokens():
        typer.echo(one_line(f"{made.id}  {made.person}  {made.at[:10]}  {made.label}"))


@token.command("remove")
def remove_token(
    id: Annotated[str, typer.Argument(metavar="ID", help="As `token list` has it.")], access: Access = BOOK
) -> None:
    """Make a token worthless."""
    open_book(access).remove_token(id)
    typer.echo(f"token {id} is worthless now")
