"""What listens on this machine for a test, and what came in."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(kw_only=True)
class Listener:
    """What came in, and what to answer: a status of HTTP, or a refusal of mail."""

    port: int = 0
    status: int = 204
    location: str = ""
    refuses: bool = False
    got: list[bytes] = field(default_factory=list)


@contextmanager
def listening(server: socketserver.TCPServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
