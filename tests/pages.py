"""Web pages for the tests of ingest, and a server on the loopback that gives them out."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TITLE = "Envoys Meet in Nairobi Over Lake Dispute"
FIRST = "Kenya's envoy Amina Odhiambo met the Ugandan minister in Nairobi on Tuesday, two officials said."
SECOND = "“We will not close the crossing,” she told reporters, and added that talks would go on."
THIRD = "Uganda's foreign ministry denied that its boats had entered Kenyan waters last week."
TEXT = "\n".join((TITLE, FIRST, SECOND, THIRD))


def page(*, head: str = "", body: str = "", title: str = TITLE, heading: str = TITLE) -> str:
    """A page of an invented newspaper: navigation, one article of three paragraphs (or `body`), and a footer."""
    body = body or "".join(f"<p>{paragraph}</p>" for paragraph in (FIRST, SECOND, THIRD))
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title} | The Daily Example</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{heading}</h1>{body}</article>"
        "<footer>Copyright 2019 The Daily Example. All rights reserved.</footer></body></html>"
    )


def ld(value: object) -> str:
    """A JSON-LD script that holds `value`."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


Answer = Callable[[BaseHTTPRequestHandler], None]


def send(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    """An answer with `body`; a header's name is written with underscores."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@contextmanager
def serve(answers: Mapping[str, Answer]) -> Iterator[str]:
    """The address of a running server; paths without an answer get 404."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                answers.get(self.path, send(b"no", status=404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
