"""A run that is killed at any moment goes on, and gives the bytes of one that was not."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import stub

from onrecord.bulk.alone import Alone
from onrecord.errors import OnrecordError
from onrecord.ingest import as_path

HERE = Path(__file__).parent
KILLS = 3


def corpus(folder: Path, count: int) -> Path:
    path = folder / "in.jsonl"
    texts = ("They met." if i % 17 else "It BREAKS." for i in range(count))
    lines = [json.dumps({"id": f"r{i}", "text": f"{text} Report {i}."}) for i, text in enumerate(texts)]
    path.write_text("\n".join([*lines, "{", lines[0]]), encoding="utf-8")
    return path


def contents(output: Path) -> dict[str, bytes]:
    """Every file of a result by its name, the manifest left out."""
    files = [*output.rglob("*.parquet")] if output.is_dir() else [output]
    files.append(output.with_name(f"{output.name}.errors.jsonl"))
    return {file.relative_to(output.parent).as_posix().replace(output.name, "OUT"): file.read_bytes() for file in files}


def start(source: Path, output: Path) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])}
    return subprocess.Popen([sys.executable, stub.__file__, str(source), str(output)], env=environment)


def killed_runs(source: Path, output: Path, longest: float, seed: int) -> int:
    """Kills runs at seeded moments, then lets one come to its end; how many were killed."""
    moments, killed = random.Random(seed), 0
    for _ in range(KILLS):
        run = start(source, output)
        try:
            run.wait(moments.uniform(0.3, 1.0) * longest)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            killed += run.wait() == -signal.SIGKILL
            if output.exists():  # the moment was that between the last row and the end: all is done
                return killed
    assert start(source, output).wait() == 0
    return killed


@pytest.mark.slow
@pytest.mark.parametrize("name", ["out.jsonl", "tables"])
def test_a_run_that_is_killed_at_seeded_moments_gives_the_same_bytes(tmp_path, name):
    source, (undisturbed, disturbed) = corpus(tmp_path, 3_000), (tmp_path / "a" / name, tmp_path / "b" / name)
    for output in (undisturbed, disturbed):
        output.parent.mkdir()
    began = time.monotonic()
    stub.code(str(source), str(undisturbed))
    assert killed_runs(source, disturbed, time.monotonic() - began, seed=7) > 0
    assert contents(disturbed) == contents(undisturbed)
    assert [p.name for p in disturbed.parent.glob("*.part")] == []


class Stops(Exception):
    """A moment at which everything ends."""


@pytest.mark.parametrize("name", ["out.jsonl", "tables"])
@pytest.mark.parametrize("moment", [0, 1, 6, 7, 20, 21, 39])
def test_a_run_that_ends_after_any_row_gives_the_same_bytes(tmp_path, monkeypatch, name, moment):
    source = corpus(tmp_path, 38)
    monkeypatch.setattr("onrecord.bulk.sink.Lines.step", 7)
    monkeypatch.setattr("onrecord.bulk.tables.Tables.step", 7)
    whole, broken = tmp_path / "a" / name, tmp_path / "b" / name
    for output in (whole, broken):
        output.parent.mkdir()
    in_process(source, whole)
    with pytest.raises(Stops):
        in_process(source, broken, moment)
    assert not broken.exists()
    in_process(source, broken)
    assert contents(broken) == contents(whole)


@pytest.mark.parametrize("step", range(5))
def test_a_run_that_ends_while_it_publishes_is_published_again(tmp_path, monkeypatch, step):
    source, output = corpus(tmp_path, 38), tmp_path / "out.jsonl"
    calls = iter(range(100))
    replace = os.replace

    def failing(*paths):
        if 'done": true' in (tmp_path / "out.jsonl.part" / "progress.json").read_text() and next(calls) == step:
            raise Stops
        replace(*paths)

    in_process(source, tmp_path / "whole.jsonl")
    with monkeypatch.context() as patched:
        patched.setattr(
            "onrecord.bulk.workplace.os.replace", lambda *p: failing(*p) if begun(tmp_path) else replace(*p)
        )
        try:
            in_process(source, output)
        except Stops:
            in_process(source, output)
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def begun(folder: Path) -> bool:
    return (folder / "out.jsonl.part" / "progress.json").exists()


def in_process(source: Path, output: Path, moment: int = -1, more: tuple[str, ...] = ()) -> None:
    """A run without reading processes, over a file and more, that ends before the row of this number is done."""

    class Watch(stub.Silent):
        def passed(self, placed, progress):
            if progress.rows == moment + 1:
                raise Stops

    order = stub.Order(inputs=(str(source), *more), options=stub.Options())
    with stub.Workplace(str(output)) as place:
        alone = Alone(stub.make_stub(), stub.as_line)
        if stub.prepare(place, order.manifest(alone.edition, stub.begun_on(place, True)), True):
            stub.run(order, place, alone, Watch())


@pytest.mark.parametrize("name", ["out.jsonl", "tables"])
def test_a_disk_that_is_full_is_said_in_a_line_and_with_room_the_run_goes_on(tmp_path, name):
    source, output = corpus(tmp_path, 200), tmp_path / name
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, hard))
    try:
        with pytest.raises(
            OnrecordError, match=r"can't be written \(.*File too large.*\); mend that, and --resume goes on$"
        ):
            in_process(source, output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    in_process(source, output)
    (tmp_path / "whole").mkdir()
    in_process(source, tmp_path / "whole" / name)
    assert contents(output) == contents(tmp_path / "whole" / name)


@pytest.mark.parametrize("where", ["/proc/out.jsonl", "{folder}/missing/out.jsonl", "{folder}/in.jsonl/out.jsonl"])
def test_an_output_that_can_not_be_written_is_said_before_anything_is_read(tmp_path, where):
    source = corpus(tmp_path, 1)
    with pytest.raises(OnrecordError, match=r"out.jsonl: can't be written \(.*\); choose another OUTPUT$"):
        in_process(source, Path(where.format(folder=tmp_path)))


@pytest.mark.parametrize("name", ["out.jsonl", "tables"])
def test_a_result_that_goes_to_a_store_has_the_same_bytes(tmp_path, monkeypatch, name):
    source, there = corpus(tmp_path, 38), as_path(f"memory://{tmp_path.name}/{name}")
    monkeypatch.chdir(tmp_path)
    in_process(source, tmp_path / name)
    in_process(source, there)
    here = contents(tmp_path / name)
    assert {file: (there.parent / file.replace("OUT", name)).read_bytes() for file in here} == here
    assert [p.name for p in tmp_path.glob("*.part")] == []
