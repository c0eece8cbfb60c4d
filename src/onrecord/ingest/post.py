"""Sends something to an address, within the same limits as fetching: never to a private address unless allowed."""

import httpx2

from onrecord.errors import InputError
from onrecord.ingest.fetch import check_address, guarded_client
from onrecord.ingest.options import Options


def post(address: str, body: bytes, *, kind: str, options: Options) -> None:
    """Posts a body of the media type `kind`; follows no redirect. Raises InputError unless the answer is a 2xx."""
    with guarded_client(address, options, accept="*/*", failing="took nothing") as client:
        url = httpx2.URL(address)
        check_address(address, url)
        with client.stream("POST", url, content=body, headers={"Content-Type": kind}) as response:
            if not response.is_success:
                raise InputError(address, f"answered {response.status_code} {response.reason_phrase}".rstrip())
