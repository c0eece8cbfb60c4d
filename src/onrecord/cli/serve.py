"""`onrecord serve`: the record in a browser."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.access import BOOK, Access, open_book
from onrecord.cli.options import HERE, Where
from onrecord.errors import OnrecordError

NEEDED = ("argon2", "fastapi", "uvicorn", "python_multipart")
LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")


def serve_record(
    host: Annotated[str, typer.Option(metavar="HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port to listen on.")] = 8000,
    auth: Annotated[bool, typer.Option("--auth", help="Only for users who sign in, and for tokens.")] = False,
    access: Access = BOOK,
    certificate: Annotated[Path | None, typer.Option(metavar="FILE", help="Speak HTTPS with this.")] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's key.")] = None,
    behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help="Something in front speaks HTTPS.")] = False,
    open_to_all: Annotated[bool, typer.Option("--open", help="Let whoever reaches HOST read and change.")] = False,
    record: Where = HERE,
) -> None:
    """Serve the record as web pages and as an API, to this machine alone unless HOST says otherwise."""
    if not all(map(find_spec, NEEDED)):
        raise OnrecordError("the pages need some more packages: pip install 'onrecord[web]'")
    encrypted = behind_proxy or certificate is not None
    check_exposure(host, auth=auth, encrypted=encrypted, open_to_all=open_to_all)
    import uvicorn

    from onrecord.web.app import OWN_NAMES, make_app

    book = open_book(access) if auth else None
    if book and not book.people():
        raise OnrecordError(f"{access}: has no users; `onrecord user add NAME --role admin` makes one")
    app = make_app(record, hosts=OWN_NAMES if host in LOOPBACK else ("*",), book=book, secure=encrypted)
    typer.echo(f"http{'s' if certificate else ''}://{host}:{port} shows {record}; Ctrl-C ends it")
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )


def check_exposure(host: str, *, auth: bool, encrypted: bool, open_to_all: bool) -> None:
    """Raises OnrecordError where others could read the record, or passwords on their way, unless somebody said so."""
    if host in LOOPBACK or (open_to_all and not auth):
        return
    if not auth:
        raise OnrecordError(
            f"{host}: whoever reaches it could read and change the record; add --auth, or --open to let them"
        )
    if not encrypted:
        raise OnrecordError(
            f"{host}: passwords would travel in the clear; add --certificate and --key, or --behind-proxy"
        )
