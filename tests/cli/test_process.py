"""What only a process of its own can show: exit codes, start-up, closed pipes, no traceback whatever comes in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

START = [sys.executable, "-c", "import sys; from onrecord.cli import run; sys.exit(run())"]
HEAVY = ("spacy", "sqlalchemy", "trafilatura", "httpx2", "jinja2", "lxml")


def onrecord(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*START, *arguments], cwd=cwd, input=stdin, capture_output=True, check=False)


def test_help_imports_nothing_heavy(tmp_path):
    check = f"import sys, onrecord.cli as c; c.run(['--help']); sys.exit(any(m in sys.modules for m in {HEAVY}))"
    assert subprocess.run([sys.executable, "-c", check], cwd=tmp_path, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("form", ["text", "plover", "page"])
def test_to_show_a_reading_asks_for_no_record(form):
    check = f"import sys, onrecord.cli, onrecord.export.{form}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--version"], 0),
        (["read", "missing.txt", "--date", "tomorrow"], 2),
        (["nonsense"], 2),
        (["claims"], 1),
        (["export", "csv", "-o", "out.csv"], 1),
    ],
)
def test_exit_codes_reach_the_shell_without_a_traceback(tmp_path, arguments, code):
    ran = onrecord(*arguments, cwd=tmp_path)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr
    assert len(ran.stderr.splitlines()) == (code != 0)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_is_closed_ends_it_quietly(tmp_path):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as closed:
        ran = subprocess.run([*START, "--help"], stdout=closed, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert ran.stderr == b""
    assert ran.returncode == 1


HOSTILE = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "word.txt": b"a" * 1_000_000,
    "mixed.txt": b"The envoy said \xff\xfe\xe9 that \x1b[31mred\x1b[0m [bold]x[/bold] {{7*7}} <script>.",
    "french.txt": "Le ministre a dit que la frontière est fermée et que les soldats sont partis.".encode(),
    "noarticle.html": b"<html><body><nav>Home</nav></body></html>",
    "punctuation.txt": '"\u201c\u201d\u2019" -- ... () (TTP) "\u202e said'.encode(),
}


@pytest.mark.slow
def test_no_input_brings_a_traceback_and_the_good_ones_are_done(tmp_path):
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("Kenyan envoy Amina Otieno met Idris Bakri in Khartoum on Monday.")
    ran = onrecord("read", *HOSTILE, "missing.txt", "good.txt", "--format", "json", cwd=tmp_path)
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert b"fault of onrecord" not in ran.stderr
    named = [line.split(b":")[0].decode() for line in ran.stderr.splitlines()]
    assert {"empty.txt", "blank.txt", "binary.txt", "french.txt", "noarticle.html", "missing.txt"} <= set(named)
    assert len(named) + len(ran.stdout.splitlines()) == len(HOSTILE) + 2


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["text", "json", "html", "plover"])
def test_standard_input_is_read_in_every_format(tmp_path, shape):
    report = b"Kenyan envoy Amina Otieno met Sudanese minister Idris Bakri in Khartoum on March 18, 2025."
    ran = onrecord("read", "-", "--format", shape, "--date", "2025-03-19", cwd=tmp_path, stdin=report)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"Otieno" in ran.stdout
    assert b"\x1b" not in ran.stdout
