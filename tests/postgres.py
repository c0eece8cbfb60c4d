"""PostgreSQL for the tests: Debian's own package, on a private socket, gone when the tests are.

The server runs as an unprivileged account in a folder made for it. It is a child of the tests that the kernel ends with
them, however they end. No folder is touched but that one.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")
REQUIRED = "ONRECORD_SKIP_NOTHING"
"""The variable with which a missing PostgreSQL is a failure and no reason to skip."""
ACCOUNT = "nobody"
PATIENCE = 60
"""Seconds within which the server must answer."""
CLUSTER = f"--username {ACCOUNT} --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync --no-instructions".split()
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "autovacuum": "off",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `address` of a database in it is what a record is opened with."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str) -> str:
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    @contextmanager
    def database(self, like: str = "template1") -> Iterator[str]:
        """The address of a database that is a copy of another, for as long as it is needed."""
        name = f"record_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {like}")
        yield self.address(name)
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, statement: str) -> None:
        """Runs a statement that stands outside any transaction, such as CREATE DATABASE."""
        with closing(psycopg.connect(self.address("postgres"), autocommit=True)) as connection:
            connection.execute(statement)  # type: ignore[call-overload]


def find_programs() -> Path | None:
    """The folder of the newest server's programs on this machine."""
    found = sorted(PROGRAMS.glob("*/bin/postgres"), key=lambda program: int(program.parts[-3]))
    return found[-1].parent if found and shutil.which("setpriv") else None


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A new server, and nothing of it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT)
        subprocess.run(
            [*_lowered(), programs / "initdb", "--pgdata", folder / "kept", *CLUSTER],
            cwd=folder,
            check=True,
            capture_output=True,
        )
        with _serving(programs, folder):
            yield Server(folder)
    finally:
        shutil.rmtree(folder)


def _lowered() -> list[str]:
    """What a program is called through, so that it ends with us, and as nobody where we are root."""
    ends = ["setpriv", "--pdeathsig", "INT"]
    return [*ends, "--reuid", ACCOUNT, "--regid", "nogroup", "--clear-groups"] if os.geteuid() == 0 else ends


@contextmanager
def _serving(programs: Path, folder: Path) -> Iterator[None]:
    settings = {**SETTINGS, "unix_socket_directories": str(folder)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with open(folder / "log", "wb") as log:
        command = [*_lowered(), programs / "postgres", "-D", folder / "kept", *options]
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait_for(process, Server(folder))
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


def _wait_for(process: "subprocess.Popen[bytes]", server: Server) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            server.run("SELECT 1")
            return
        except psycopg.OperationalError:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((server.folder / "log").read_text(encoding="utf-8")) from None
            time.sleep(0.05)
