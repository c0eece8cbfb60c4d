"""Passwords and tokens: made, hashed by argon2id, and held against what is given."""

import secrets
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 1000
"""Characters of a password."""
TOKEN = "onr"


class Hashes:
    """argon2id with the library's parameters; one at a time, since each takes 64 MiB and anybody may try."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._lock = Lock()
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    def make(self, secret: str) -> str:
        with self._lock:
            return self._hasher.hash(secret)

    def fits(self, kept: str | None, given: str) -> bool:
        """Whether it is the secret of the hash; without a hash false, after the same work."""
        with self._lock:
            try:
                return self._hasher.verify(kept or self._nobody, given) and kept is not None
            except (VerificationError, InvalidHashError):
                return False


def new_token() -> tuple[str, str]:
    """A token's id and the whole token: its id is told in lists, the rest only once."""
    id = secrets.token_hex(4)
    return id, f"{TOKEN}_{id}_{secrets.token_urlsafe(32)}"


def id_of(token: str) -> str | None:
    """The id in a token; None in what is none."""
    kind, _, rest = token.partition("_")
    id, _, secret = rest.partition("_")
    return id if kind == TOKEN and len(id) == 8 and secret else None
