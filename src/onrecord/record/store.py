"""Opens the database that a record lies in, brings it to the present schema, and hands out transactions."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from onrecord.errors import RecordError
from onrecord.record.schema import VERSION

ADDRESS = re.compile(r"postgres(ql)?(\+\w+)?://")
VERSION_TABLE = "onrecord_version"
WAIT = 30
"""Seconds that one opener waits while another writes."""
ADVICE = {
    "disk is full": "nothing of this was kept; make room and do it again",
    "disk I/O error": "nothing of this was kept; see whether the disk is full or the file too large, and do it again",
    "database is locked": "another program writes to it; wait for it and do it again",
    "lock timeout": "another program writes to it; wait for it and do it again",
    "onnection": "see whether a server runs there and the address is right",
    "file is not a database": "name another file",
    "unable to open database": "see whether its folder is there and you may write to it",
    "malformed": "the file is damaged; a backup is the way back",
    "readonly": "you have no right to write to it",
}
"""What to do where a database says this."""
HEADER = 100
"""Bytes of the header of an SQLite file; a file of fewer is nobody's database, though SQLite would write over it."""
TURN = 0x6F6E72
"""The number of PostgreSQL's advisory lock that a writer holds; SQLite lets one write at a time by itself."""


class Store:
    """A record's database at the present schema.

    `where` is a path or a `postgresql://` address. Raises RecordError when it can't be opened, is no record or is of a
    newer schema, and when it is not there and `create` is false.
    """

    def __init__(self, where: str | Path, *, create: bool) -> None:
        self.engine = engine_of(where, create=create)
        self.name = named(where)
        try:
            self._bring_up_to_date()
        except RecordError:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the record, whatever others write meanwhile, and leaves nothing."""
        with self._transaction(writing=False) as connection:
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer is beside; all of it is kept, or nothing."""
        with self._transaction(writing=True) as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        options: dict[str, Any] = {"writing": writing}
        if writing and self.engine.dialect.name == "postgresql":
            options["isolation_level"] = "READ COMMITTED"  # else it would see the record as it was before its turn
        try:
            with self.engine.connect().execution_options(**options) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise RecordError(f"{self.name}: {as_fault(str(error.orig))}") from error
        except UnicodeDecodeError as error:  # SQLite names a part of a damaged file in its message
            raise RecordError(f"{self.name}: {as_fault('malformed database')}") from error

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            if _version(connection) == VERSION:
                return
        with self.writing() as connection:
            version = _version(connection)
            if version == VERSION:
                return
            if version is None and inspect(connection).get_table_names():
                raise RecordError(f"{self.name}: a database, but no record of onrecord's; name another file")
            from onrecord.record.migrations import revisions, upgrade

            if version is not None and version not in revisions():
                reason = f"its schema {version} is newer than this onrecord's {VERSION}; install a newer onrecord"
                raise RecordError(f"{self.name}: {reason}")
            upgrade(connection)


def is_address(where: str | Path) -> bool:
    """Whether a record lies in PostgreSQL; any other `where` is a path."""
    return isinstance(where, str) and bool(ADDRESS.match(where))


def named(where: str | Path) -> str:
    """The place of a record as messages call it: as it was given, without its password."""
    if not is_address(where):
        return str(where)
    url = make_url(str(where)).set(drivername="postgresql").difference_update_query(["password"])
    return unquote(url.render_as_string(hide_password=True))


def engine_of(where: str | Path, *, create: bool = True) -> Engine:
    """What speaks to the database of a record, whatever stands in it."""
    return _postgres(str(where)) if is_address(where) else _sqlite(Path(where), create)


def as_fault(message: str) -> str:
    """What a database says went wrong, on one line, with what to do where that is known."""
    line = " ".join(message.split())
    advice = next((advice for words, advice in ADVICE.items() if words in line), None)
    return f"{line}; {advice}" if advice else line


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    version = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return str(version)


def _sqlite(path: Path, create: bool) -> Engine:
    if not create and not path.exists():
        raise RecordError(f"{path}: no record there; `onrecord add` makes one")
    if path.is_file() and 0 < path.stat().st_size < HEADER:
        raise RecordError(f"{path}: file is not a database; name another file")
    url = URL.create("sqlite", database=str(path.absolute()))
    engine = create_engine(url, connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None
        for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgres(address: str) -> Engine:
    if find_spec("psycopg") is None:
        raise RecordError("a record in PostgreSQL needs one more package: pip install 'onrecord[postgres]'")
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, isolation_level="REPEATABLE READ")
    except (ArgumentError, ValueError) as error:
        raise RecordError("not a postgresql:// address; write postgresql://user@host/database") from error

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing"):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")

    return engine
