"""Which addresses new matches may be sent to."""

import re
from urllib.parse import urlsplit

from onrecord.errors import InputError
from onrecord.export.plain import one_line
from onrecord.record.watches import ChannelKind

MAILBOX = re.compile(r"[^@\s<>(),;:\"]+@[^@\s<>(),;:\"]+")


def checked(kind: ChannelKind, address: str) -> tuple[ChannelKind, str]:
    """The two, if the address is of its kind; where it leads is seen on sending. Raises InputError for any other."""
    if kind is ChannelKind.EMAIL and not MAILBOX.fullmatch(address):
        raise InputError(one_line(address) or "the address", "is no e-mail address; write it as name@host")
    if kind is ChannelKind.WEBHOOK and not _is_of_the_web(address):
        raise InputError(one_line(address) or "the address", "is no webhook; write it as https://host/path")
    return kind, address


def _is_of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
