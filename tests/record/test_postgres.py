"""What is PostgreSQL's own: several programs that write at once, and the server of the tests itself."""

import os
import select
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import postgres
from factories import border_strike
from onrecord.errors import RecordError
from onrecord.record import Record, store


def test_a_second_writer_gives_up_in_one_line(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT", 0.01)
    with Record(address) as record, Record(address) as other:
        with other._store.writing(), pytest.raises(RecordError) as caught:
            record.add(*border_strike().made())
        assert "\n" not in str(caught.value)
        assert record.add(*border_strike().made())


def test_the_same_report_from_many_at_once_is_kept_once(address: str) -> None:
    def add(killed: int) -> bool:
        with Record(address) as record:
            return record.add(*border_strike(killed=killed).made())

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(add, range(10, 16)))
    with Record(address) as record:
        assert len(record.documents()) == 1


def test_a_password_is_not_told(address: str) -> None:
    with pytest.raises(RecordError) as caught:
        Record("postgresql://somebody:secret@/none?host=/nowhere")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "see whether a server runs there" in str(caught.value)


def test_the_server_lies_in_a_closed_folder_and_is_nobody_s(server: postgres.Server) -> None:
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
    owner = (server.folder / "kept" / "PG_VERSION").stat().st_uid
    assert owner == server.folder.stat().st_uid
    assert owner != 0


CHILD = """
import os, sys
import postgres
with postgres.running(postgres.find_programs()) as server:
    print(server.folder, (server.folder / "kept" / "postmaster.pid").read_text().split()[0], flush=True)
    sys.stdin.read()
"""


@pytest.mark.slow
def test_the_server_ends_with_tests_that_are_killed(server: postgres.Server) -> None:
    here = str(Path(postgres.__file__).parent)
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": here}
    ) as child:
        assert child.stdout
        folder, number = child.stdout.readline().split()
        left = os.pidfd_open(int(number))
        child.kill()
    assert select.select([left], [], [], postgres.PATIENCE) == ([left], [], [])
    os.close(left)
    shutil.rmtree(folder)
