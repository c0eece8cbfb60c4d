"""`onrecord serve`: the record in a browser."""

from importlib.util import find_spec
from typing import Annotated

import typer

from onrecord.cli.options import HERE, Where
from onrecord.errors import OnrecordError

NEEDED = ("fastapi", "uvicorn", "python_multipart")


def serve_record(
    host: Annotated[str, typer.Option(metavar="HOST", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port to listen on.")] = 8000,
    record: Where = HERE,
) -> None:
    """Serve the record as web pages and as an API, to this machine alone unless HOST says otherwise."""
    if not all(map(find_spec, NEEDED)):
        raise OnrecordError("the pages need some more packages: pip install 'onrecord[web]'")
    import uvicorn

    from onrecord.web.app import OWN_NAMES, make_app

    app = make_app(record, hosts=OWN_NAMES if host in OWN_NAMES else ("*",))
    typer.echo(f"http://{host}:{port} shows {record}; Ctrl-C ends it")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
