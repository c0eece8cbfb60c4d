"""The one door to the network: an http(s) address to bytes, within limits and never to a private address."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpcore2
import httpx2

from onrecord.errors import InputError
from onrecord.ingest.options import Options
from onrecord.version import __version__

USER_AGENT = f"onrecord/{__version__}"
MAX_REDIRECTS = 8
REDIRECTS = frozenset((301, 302, 303, 307, 308))
PAGES = frozenset(("text/html", "application/xhtml+xml"))
PLAIN = frozenset(("text/plain", ""))
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """`url` is where the answer came from, after redirects; `is_page` is None where the server doesn't tell."""

    url: str
    body: bytes
    charset: str | None
    is_page: bool | None


def fetch(address: str, options: Options) -> Fetched:
    """Gets an address. Raises InputError, naming it, for whatever keeps it from being read.

    Every redirect is checked like the address itself, and the connection goes to the very number that was checked.
    """
    accept = "text/html,application/xhtml+xml,text/plain;q=0.9"
    with guarded_client(address, options, accept=accept, failing="could not be fetched") as client:
        return _follow(client, address, options)


@contextmanager
def guarded_client(address: str, options: Options, *, accept: str, failing: str) -> Iterator[httpx2.Client]:
    """A client that connects only where `options` let it and for no longer. Raises InputError for whatever fails."""
    deadline = time.monotonic() + options.total
    transport = _Transport(_Network(address, deadline, options.allow_private))
    headers = {"User-Agent": USER_AGENT, "Accept": accept}
    try:
        with httpx2.Client(transport=transport, timeout=options.timeout, headers=headers, trust_env=False) as client:
            yield client
    except httpx2.TimeoutException as error:
        limit = options.total if time.monotonic() >= deadline else options.timeout
        raise InputError(address, f"did not answer within {limit:g} seconds") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        raise InputError(address, f"{failing}: {_one_line(error)}") from error


def _follow(client: httpx2.Client, address: str, options: Options) -> Fetched:
    url = httpx2.URL(address)
    for _ in range(MAX_REDIRECTS + 1):
        check_address(address, url)
        with client.stream("GET", url, follow_redirects=False) as response:
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return _answer(address, response, options)
            url = url.join(response.headers["location"])
    raise InputError(address, f"redirects more than {MAX_REDIRECTS} times")


def check_address(address: str, url: httpx2.URL) -> None:
    """Raises InputError, naming the address, where it leads to what is neither http nor https, or holds a name."""
    if url.scheme not in ("http", "https") or not url.host:
        raise InputError(address, f"leads to {str(url)!r}; only http and https addresses are fetched")
    if url.userinfo:
        raise InputError(address, "holds a user name; addresses are kept on record, so fetch it yourself")


def _answer(address: str, response: httpx2.Response, options: Options) -> Fetched:
    if response.status_code != 200:
        raise InputError(address, f"answered {response.status_code} {response.reason_phrase}".rstrip())
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in PAGES | PLAIN:
        raise InputError(address, f"is {kind}; onrecord reads HTML and plain text")
    return Fetched(
        url=str(response.url.copy_with(fragment=None)),
        body=read_body(address, response, options.max_bytes),
        charset=response.charset_encoding,
        is_page=None if not kind else kind in PAGES,
    )


def read_body(address: str, response: httpx2.Response, max_bytes: int) -> bytes:
    """The unpacked answer, given up as soon as it is too large."""
    body = bytearray()
    for piece in response.iter_bytes():
        body += piece
        if len(body) > max_bytes:
            raise InputError(address, f"is larger than {max_bytes:,} bytes")
    return bytes(body)


def is_public(number: str) -> bool:
    """Whether an IP address, or the IPv4 address wrapped in an IPv6 one, belongs to the public internet."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in NAT64:
            wrapped = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return address.is_global and not address.is_multicast and not address.is_reserved


class _Network(httpcore2.NetworkBackend):
    """Looks a host up once, checks every address that it has, and connects to those."""

    def __init__(self, source: str, deadline: float, allow_private: bool) -> None:
        self._source = source
        self._deadline = deadline
        self._allow_private = allow_private
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("no address")
        for number in self._numbers(host, port):
            left = _left(self._deadline, timeout, httpcore2.ConnectTimeout)
            try:
                stream = self._plain.connect_tcp(number, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def _numbers(self, host: str, port: int) -> tuple[str, ...]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(self._source, f"there is no host {host!r}, or no connection to look it up") from error
        numbers = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
        private = [number for number in numbers if not is_public(number)]
        if private and not self._allow_private:
            where = host if host == private[0] else f"{host} ({private[0]})"
            raise InputError(self._source, f"{where} is a private address; --allow-private lets it be fetched")
        return numbers


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which no single step may outlast what is left of the total time."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = _left(self._deadline, timeout, httpcore2.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Transport(httpx2.HTTPTransport):
    """httpx2's transport over a network of our own. It does not call its parent's `__init__`, which would open a pool
    that goes anywhere: if httpx2 renames `_pool`, nothing is fetched at all.
    """

    def __init__(self, network: httpcore2.NetworkBackend) -> None:
        self._pool = httpcore2.ConnectionPool(ssl_context=_trusted(), network_backend=network, max_connections=1)


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to trust over TLS; made once, since making it takes longer than many an answer."""
    return httpx2.create_ssl_context()


def _left(deadline: float, timeout: float | None, late: Callable[[str], Exception]) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("out of time")
    return left if timeout is None else min(left, timeout)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
