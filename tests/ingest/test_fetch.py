"""Addresses: what comes back, and every way in which it may not, on a real server of our own."""

import gzip
import socket
import threading
import tracemalloc
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from onrecord import __version__
from onrecord.errors import InputError
from onrecord.ingest.fetch import fetch, is_public
from onrecord.ingest.options import Options
from pages import Answer, page, send, serve

LOCAL = Options(allow_private=True, timeout=5.0)
HTML = page().encode()


def refusal(answer: Answer, options: Options = LOCAL) -> str:
    with serve({"/a": answer}) as site, pytest.raises(InputError) as error:
        fetch(f"{site}/a", options)
    assert str(error.value) == f"{site}/a: {error.value.reason}"
    return error.value.reason


def test_fetch_gives_body_type_and_charset() -> None:
    with serve({"/a": send(HTML, Content_Type="text/html; charset=UTF-8")}) as site:
        got = fetch(f"{site}/a#part", LOCAL)
    assert (got.body, got.charset, got.is_page, got.url) == (HTML, "utf-8", True, f"{site}/a")


def test_fetch_unpacks_gzip() -> None:
    with serve({"/a": send(gzip.compress(HTML), Content_Type="text/html", Content_Encoding="gzip")}) as site:
        assert fetch(f"{site}/a", LOCAL).body == HTML


def test_fetch_says_who_it_is() -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append(handler.headers["User-Agent"])
        send(b"Text.", Content_Type="text/plain")(handler)

    with serve({"/a": answer}) as site:
        assert fetch(f"{site}/a", LOCAL).is_page is False
    assert seen == [f"onrecord/{__version__}"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_fetch_follows_redirects(status: int) -> None:
    with serve({"/a": send(b"", status=status, Location="b"), "/b": send(HTML, Content_Type="text/html")}) as site:
        assert fetch(f"{site}/a", LOCAL).url == f"{site}/b"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (send(b"no", status=404), "answered 404 Not Found"),
        (send(b"no", status=503), "answered 503 Service Unavailable"),
        (send(b"", status=204), "answered 204 No Content"),
        (send(b"%PDF", Content_Type="application/pdf"), "is application/pdf; onrecord reads HTML and plain text"),
        (send(b"", status=302, Location="/a"), "redirects more than 8 times"),
        (
            send(b"", status=302, Location="ftp://example.org/a"),
            "leads to 'ftp://example.org/a'; only http and https addresses are fetched",
        ),
        (send(b"", status=302, Location="mailto:a@example.org"), "leads to 'mailto:a@example.org'; only http"),
        (send(b"x" * 10, Content_Type="text/html", Content_Encoding="gzip"), "could not be fetched: "),
        (send(b"x", Content_Type="text/html", Content_Length="100"), "could not be fetched: "),
        (lambda handler: None, "could not be fetched: "),
    ],
)
def test_fetch_refuses_in_one_line(answer: Answer, reason: str) -> None:
    said = refusal(answer)
    assert said.startswith(reason)
    assert "\n" not in said


def test_fetch_stops_at_the_size_limit() -> None:
    assert refusal(send(b"x" * 2_000, Content_Type="text/html"), Options(allow_private=True, max_bytes=1_000)) == (
        "is larger than 1,000 bytes"
    )


def test_fetch_unpacks_no_bomb() -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=1)
    options = Options(allow_private=True, max_bytes=1_000_000)
    tracemalloc.start()
    assert refusal(send(bomb, Content_Type="text/html", Content_Encoding="gzip"), options).startswith("is larger than")
    assert tracemalloc.get_traced_memory()[1] < 50_000_000
    tracemalloc.stop()


def test_fetch_gives_up_a_server_that_hangs() -> None:
    done = threading.Event()
    options = Options(allow_private=True, timeout=0.1)
    with serve({"/a": lambda handler: done.wait(20) and None}) as site:
        with pytest.raises(InputError, match=r"did not answer within 0\.1 seconds"):
            fetch(f"{site}/a", options)
        done.set()


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"])
def test_fetch_gives_up_a_server_that_drips(start: bytes) -> None:
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(start or b"HTTP/1.1 200 ")
        while not done.wait(0.02):
            handler.wfile.write(b"O")

    options = Options(allow_private=True, timeout=5.0, total=0.3)
    with serve({"/a": drip}) as site:
        with pytest.raises(InputError, match=r"did not answer within 0\.3 seconds"):
            fetch(f"{site}/a", options)
        done.set()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "127.1", "0.0.0.0", "[::ffff:7f00:1]"]
)
def test_fetch_opens_no_private_address(host: str) -> None:
    with pytest.raises(InputError, match=r"is a private address; --allow-private lets it be fetched$"):
        fetch(f"http://{host}:9/a", Options())


def test_fetch_checks_the_address_that_a_redirect_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.fetch.is_public", lambda number: number == "127.0.0.1")
    redirect = send(b"", status=302, Location="http://127.0.0.2:9/secret")
    with serve({"/a": redirect}) as site, pytest.raises(InputError, match=r"/a: 127\.0\.0\.2 is a private address"):
        fetch(f"{site}/a", Options())


def test_fetch_connects_to_the_number_that_it_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    really = socket.getaddrinfo

    def getaddrinfo(host: str, *args: Any, **more: Any) -> Any:
        looked_up.append(host)
        return really("127.0.0.1" if looked_up.count(host) == 1 else "127.0.0.2", *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with serve({"/a": send(HTML, Content_Type="text/html")}) as site:
        assert fetch(site.replace("127.0.0.1", "rebinding.example") + "/a", LOCAL).body == HTML
    assert looked_up.count("rebinding.example") == 1


def test_fetch_refuses_a_host_of_which_one_number_is_private(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 9)) for number in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: entries)
    with pytest.raises(InputError, match=r"both\.example \(10\.0\.0\.1\) is a private address"):
        fetch("http://both.example/a", Options())


def test_fetch_says_that_a_server_speaks_no_tls() -> None:
    with serve({}) as site, pytest.raises(InputError, match="could not be fetched: "):
        fetch(site.replace("http:", "https:"), LOCAL)


def test_fetch_names_a_host_that_is_not_there() -> None:
    with pytest.raises(InputError, match=r"there is no host 'nowhere\.invalid'"):
        fetch("http://nowhere.invalid/a", Options())


def test_fetch_names_a_port_that_is_closed() -> None:
    with serve({}) as site:
        pass
    with pytest.raises(InputError, match="could not be fetched"):
        fetch(site, LOCAL)


@pytest.mark.parametrize("address", ["http://", "http:///a", "http://[", "http://a:99999999/"])
def test_fetch_refuses_an_address_that_is_none(address: str) -> None:
    with pytest.raises(InputError):
        fetch(address, LOCAL)


def test_fetch_takes_no_password() -> None:
    with pytest.raises(InputError, match="holds a user name"):
        fetch("http://me:secret@127.0.0.1:9/a", LOCAL)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%lo", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:a00:1::1", False),
    ],
)
def test_fetch_knows_public_numbers(number: str, public: bool) -> None:
    assert is_public(number) is public
