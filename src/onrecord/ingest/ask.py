"""Asking an address with conditions and being told more than a page: whether it changed, and when to come back."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx2

from onrecord.errors import InputError, UnreachedError
from onrecord.ingest.fetch import MAX_REDIRECTS, REDIRECTS, check_address, guarded_client, read_body
from onrecord.ingest.options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said. `body` is empty unless the status is 200; `kind` is the media type, empty if it is not told.

    `retry_after` is how many seconds or until when to wait, as the server wrote it.
    """

    url: str
    status: int
    reason: str
    kind: str
    charset: str | None
    body: bytes
    etag: str | None
    modified: str | None
    retry_after: str | None


def ask(address: str, options: Options, *, accept: str, headers: Mapping[str, str] | None = None) -> Answer:
    """What the address answers, redirects followed and checked as `fetch` does. Any status is an answer.

    Raises UnreachedError where nobody answers, InputError, naming the address, where it may not be asked at all.
    """
    try:
        with guarded_client(address, options, accept=accept, failing="could not be fetched") as client:
            return _follow(client, address, options, dict(headers or {}))
    except InputError as error:
        if isinstance(error.__cause__, httpx2.HTTPError | OSError):
            raise UnreachedError(error.source, error.reason) from error
        raise


def _follow(client: httpx2.Client, address: str, options: Options, headers: dict[str, str]) -> Answer:
    url = httpx2.URL(address)
    for _ in range(MAX_REDIRECTS + 1):
        check_address(address, url)
        with client.stream("GET", url, follow_redirects=False, headers=headers) as response:
            if response.status_code not in REDIRECTS or "location" not in response.headers:
                return _answer(address, response, options)
            url = url.join(response.headers["location"])
    raise InputError(address, f"redirects more than {MAX_REDIRECTS} times")


def _answer(address: str, response: httpx2.Response, options: Options) -> Answer:
    told = response.headers
    return Answer(
        url=str(response.url.copy_with(fragment=None)),
        status=response.status_code,
        reason=response.reason_phrase,
        kind=told.get("content-type", "").partition(";")[0].strip().lower(),
        charset=response.charset_encoding,
        body=read_body(address, response, options.max_bytes) if response.status_code == 200 else b"",
        etag=told.get("etag"),
        modified=told.get("last-modified"),
        retry_after=told.get("retry-after"),
    )
