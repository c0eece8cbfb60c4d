"""A web server that keeps what is posted to it, and a mail server that keeps what it is handed."""

import socketserver
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from listeners import Listener, listening


@pytest.fixture
def hook() -> Iterator[Listener]:
    told = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.got.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(told.status)
            if told.location:
                self.send_header("location", told.location)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_address[1]
    with listening(server):
        yield told


@pytest.fixture
def post_office() -> Iterator[Listener]:
    told = Listener()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 here")
            while line := self.rfile.readline().strip().upper():
                if line == b"DATA":
                    self.say("354 go on")
                    told.got.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                    self.say("250 taken")
                elif line.startswith(b"QUIT"):
                    return self.say("221 bye")
                else:
                    self.say("550 no such box" if told.refuses and line.startswith(b"RCPT") else "250 well")
            return None

        def say(self, words: str) -> None:
            self.wfile.write(words.encode() + b"\r\n")

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_address[1]
    with listening(server):
        yield told
