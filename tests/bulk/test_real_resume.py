"""The real reader, killed and resumed: the bytes are those of a run that nobody stopped."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = "Kenyan minister Amina Otieno met Sudanese envoy Idris Bakri on March {day}. Sudan denied shelling Kassala."


def code(source: Path, output: Path) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "onrecord",
        "code",
        str(source),
        "-o",
        str(output),
        "--resume",
        "--reader",
        "rules",
    ]
    return subprocess.Popen(command)


def killed_once_rows_are_safe(source: Path, output: Path) -> None:
    """Kills the run as soon as some of its rows are safe, if it is not through by then."""
    run, progress = code(source, output), output.with_name(f"{output.name}.part") / "progress.json"
    while run.poll() is None and not progress.exists():
        try:
            run.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    run.send_signal(signal.SIGKILL)
    run.wait()


@pytest.mark.slow
def test_the_reader_killed_in_mid_run_and_resumed_gives_the_same_bytes(tmp_path):
    source = tmp_path / "in.jsonl"
    rows = ({"id": f"r{i}", "text": REPORT.format(day=i % 28 + 1)} for i in range(64))
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    whole, broken = tmp_path / "whole.jsonl", tmp_path / "broken.jsonl"
    assert code(source, whole).wait() == 0
    killed_once_rows_are_safe(source, broken)
    assert not broken.exists()
    assert code(source, broken).wait() == 0
    assert broken.read_bytes() == whole.read_bytes()
