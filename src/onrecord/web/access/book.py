"""The access book: people, their tokens and sessions, and what they did, in an SQLite file of its own.

It is no part of the record, so that a record can be given away without the hashes of those who work on it.
"""

import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.web.access.roles import Person, Role
from onrecord.web.access.secrets import LONGEST, SHORTEST, Hashes, id_of, new_token

SESSION = 12 * 3600
"""Seconds for which a sign-in holds."""
REMEMBERED = 1000
"""Tokens that were found right and are not hashed again in this process."""

TABLES = """
CREATE TABLE IF NOT EXISTS person (name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS token (
    id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person ON DELETE CASCADE, label TEXT NOT NULL,
    hash TEXT NOT NULL, at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS session (
    digest TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person ON DELETE CASCADE, until REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS deed (
    key INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, origin TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """A token without its secret."""

    id: str
    person: str
    label: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that was done or tried: when (UTC), by whom, what, and from which address."""

    at: str
    who: str
    what: str
    origin: str


class Book:
    """The access book in a file that only its owner can read. Raises OnrecordError where it can't be used.

    `clock` gives seconds since 1970.
    """

    def __init__(
        self, path: str | Path, *, clock: Callable[[], float] = time.time, hashes: Hashes | None = None
    ) -> None:
        self.path, self._clock = Path(path), clock
        self._hashes = hashes or Hashes()
        self._known: dict[str, str] = {}
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise OnrecordError(f"{self.path}: {error.strerror}; name another file by --access") from error
        with self._open() as database:
            database.executescript(TABLES)

    def add_person(self, name: str, role: Role, password: str) -> None:
        """Raises OnrecordError for a name that is taken or empty, or a password that is too short or too long."""
        if not name.strip() or not name.isprintable():
            raise OnrecordError("a user needs a name of printable characters")
        if not SHORTEST <= len(password) <= LONGEST:
            raise OnrecordError(f"a password has {SHORTEST} to {LONGEST:,} characters")
        row = (name, role.value, self._hashes.make(password), self._now())
        try:
            with self._open() as database:
                database.execute("INSERT INTO person VALUES (?, ?, ?, ?)", row)
        except sqlite3.IntegrityError as error:
            raise OnrecordError(f"{name} is a user already; `onrecord user remove {name}` first") from error

    def remove_person(self, name: str) -> None:
        """With all their tokens and sessions. Raises OnrecordError where there is none of this name."""
        with self._open() as database:
            if not database.execute("DELETE FROM person WHERE name = ?", (name,)).rowcount:
                raise OnrecordError(f"{self.path}: has no user {name}; `onrecord user list` has them")

    def people(self) -> tuple[Person, ...]:
        with self._open() as database:
            rows = database.execute("SELECT name, role FROM person ORDER BY name").fetchall()
        return tuple(Person(name=name, role=Role(role)) for name, role in rows)

    def sign_in(self, name: str, password: str) -> str | None:
        """A new session's secret, for the right password; None for any other, and for a name that nobody has."""
        with self._open() as database:
            row = database.execute("SELECT hash FROM person WHERE name = ?", (name,)).fetchone()
        if not self._hashes.fits(row[0] if row else None, password[: LONGEST + 1]):
            return None
        secret = secrets.token_urlsafe(32)
        with self._open() as database:
            database.execute("DELETE FROM session WHERE until < ?", (self._clock(),))
            session = (digest(secret), name, self._clock() + SESSION)
            database.execute("INSERT INTO session VALUES (?, ?, ?)", session)
        return secret

    def sign_out(self, secret: str) -> None:
        with self._open() as database:
            database.execute("DELETE FROM session WHERE digest = ?", (digest(secret),))

    def in_session(self, secret: str) -> Person | None:
        """Whose session it is, while it holds."""
        query = "SELECT name, role FROM session JOIN person ON name = person WHERE digest = ? AND until >= ?"
        with self._open() as database:
            row = database.execute(query, (digest(secret), self._clock())).fetchone()
        return Person(name=row[0], role=Role(row[1])) if row else None

    def add_token(self, name: str, label: str) -> str:
        """A new token, which is told this once. Raises OnrecordError where there is no such user."""
        id, token = new_token()
        row = (id, name, label, self._hashes.make(token), self._now())
        try:
            with self._open() as database:
                database.execute("INSERT INTO token VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError as error:
            raise OnrecordError(f"{self.path}: has no user {name}; `onrecord user add {name}` makes one") from error
        return token

    def tokens(self) -> tuple[TokenRow, ...]:
        with self._open() as database:
            rows = database.execute("SELECT id, person, label, at FROM token ORDER BY at, id").fetchall()
        return tuple(TokenRow(id=id, person=person, label=label, at=at) for id, person, label, at in rows)

    def remove_token(self, id: str) -> None:
        """Raises OnrecordError where there is none of this id."""
        with self._open() as database:
            if not database.execute("DELETE FROM token WHERE id = ?", (id,)).rowcount:
                raise OnrecordError(f"{self.path}: has no token {id}; `onrecord token list` has them")

    def with_token(self, token: str) -> Person | None:
        """Whose token it is. One that was right once is not hashed again, and still has to be in the book."""
        query = "SELECT token.hash, name, role FROM token JOIN person ON name = person WHERE id = ?"
        with self._open() as database:
            row = database.execute(query, (id_of(token) or "",)).fetchone()
        if row is None:
            return None
        if self._known.get(digest(token)) != row[0]:
            if not self._hashes.fits(row[0], token):
                return None
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[digest(token)] = row[0]
        return Person(name=row[1], role=Role(row[2]))

    def note(self, who: str, what: str, origin: str) -> None:
        """Writes down what was done or tried."""
        with self._open() as database:
            row = (self._now(), who[:300], what[:2000], origin)
            database.execute("INSERT INTO deed (at, who, what, origin) VALUES (?, ?, ?, ?)", row)

    def deeds(self, *, limit: int = 100, offset: int = 0) -> tuple[Deed, ...]:
        """What was done, the last first."""
        query = "SELECT at, who, what, origin FROM deed ORDER BY key DESC LIMIT ? OFFSET ?"
        with self._open() as database:
            rows = database.execute(query, (limit, offset)).fetchall()
        return tuple(Deed(at=at, who=who, what=what, origin=origin) for at, who, what, origin in rows)

    def prune(self, before: str, who: str) -> int:
        """Takes what was done before a day (2025-03-18) out of the log, notes that, and gives how much it was.

        Raises OnrecordError for what is no day.
        """
        try:
            day = date.fromisoformat(before).isoformat()
        except ValueError as error:
            raise OnrecordError(f"{before}: no day; write it as 2025-03-18") from error
        with self._open() as database:
            gone = database.execute("DELETE FROM deed WHERE at < ?", (day,)).rowcount
        self.note(who, f"took {gone} lines before {day} out of the log", "command line")
        return gone

    def _now(self) -> str:
        return datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=30)) as database, database:
                database.execute("PRAGMA foreign_keys = ON")
                yield database
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise OnrecordError(f"{self.path}: {error}; name another file by --access") from error


def digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
