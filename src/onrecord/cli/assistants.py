"""`onrecord mcp`: the record for AI assistants."""

from importlib.util import find_spec

from onrecord.cli.options import HERE, Where
from onrecord.errors import OnrecordError


def serve_assistants(record: Where = HERE) -> None:
    """Answer an AI assistant (Model Context Protocol) on standard input and output, until it hangs up."""
    if find_spec("mcp") is None:
        raise OnrecordError("assistants need one more package: pip install 'onrecord[mcp]'")
    from onrecord.assistants import make_server
    from onrecord.record import Record

    with Record(record, create=False) as kept:
        make_server(kept).run()
