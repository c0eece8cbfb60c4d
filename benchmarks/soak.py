"""A run that is disturbed all the time, and what is lost: nothing may be. `python benchmarks/soak.py [--minutes N]`.

Codes corpora of good, damaged and hostile rows with two processes, one corpus after the other, while reading processes
and whole runs are killed at random moments; a run that was killed is resumed. Then every row that went in must have
come out once: as a reading, or as a line that says why not.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
ROWS = 200
PAUSE = (10.0, 40.0)
"""Seconds between two kills: time enough to load a reader and get on."""

ATTEMPTS = 50
"""How often one corpus is resumed before the soak gives up."""
DAMAGE = (
    lambda line: line[: len(line) // 2],
    lambda line: b"\xff\xfe" + line,
    lambda line: line.replace(b'"text"', b'"txet"'),
    lambda line: line.replace(b" the ", b" \\u0000\\ud800 "),
    lambda line: b'{"id": "long", "text": "' + b"word " * 2_000 + b'"}',
    lambda line: json.dumps({"id": 7, "text": "<script>" * 400}).encode(),
    lambda line: json.dumps({"id": ["x"], "text": "They met."}).encode(),
    lambda line: b"[" * 50_000,
)


def corpus(chance: random.Random) -> bytes:
    """Rows of which one in four is damaged, and some ids come twice."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*.txt"))]
    lines = []
    for i in range(ROWS):
        row = {"id": f"r{chance.choice((i, i, i, i // 2))}", "text": chance.choice(texts)[:1_500], "date": "2025-03-30"}
        line = json.dumps(row).encode()
        lines.append(chance.choice(DAMAGE)(line).replace(b"\n", b" ") if chance.random() < 0.25 else line)
    return b"\n".join(lines)


def children(pid: int) -> list[int]:
    """The processes that a process has started (Linux)."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in path.read_text().split()] if path.exists() else []


def disturb(run: "subprocess.Popen[bytes]", chance: random.Random, kills: Counter[str]) -> None:
    """Waits for a run to end, and kills now one of its reading processes, now all of it."""
    while True:
        try:
            run.wait(chance.uniform(*PAUSE))
            return
        except subprocess.TimeoutExpired:
            whole = chance.random() < 0.2
            victims = [run.pid] if whole else children(run.pid)
        for victim in chance.sample(victims, min(1, len(victims))):
            os.kill(victim, signal.SIGKILL)
            kills["runs" if whole else "reading processes"] += 1


def soak(minutes: float, seed: int) -> Counter[str]:
    """What went in and came out, and who was killed."""
    chance, counted, began = random.Random(seed), Counter[str](), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - began < 60 * minutes:
            source, output = Path(folder) / "in.jsonl", Path(folder) / f"out{counted['corpora']}.jsonl"
            source.write_bytes(corpus(chance))
            command = [
                sys.executable,
                "-m",
                "onrecord",
                "code",
                str(source),
                "-o",
                str(output),
                "--jobs",
                "2",
                "--resume",
            ]
            for _ in range(ATTEMPTS):
                disturb(subprocess.Popen(command, stderr=subprocess.DEVNULL), chance, counted)
                if output.exists():
                    break
            tally(source, output, counted)
    return counted


def tally(source: Path, output: Path, counted: Counter[str]) -> None:
    """Counts rows in, readings and reasons out. A row that came out twice counts as lost too: something is wrong."""
    rows = len(source.read_bytes().splitlines())
    readings = [json.loads(line)["document"]["id"] for line in output.read_bytes().splitlines()]
    reasons = [json.loads(line) for line in output.with_name(f"{output.name}.errors.jsonl").read_bytes().splitlines()]
    aside = sum("set aside" in reason["reason"] for reason in reasons)
    twice = len(readings) - len(set(readings)) + len(reasons) - len({reason["where"] for reason in reasons})
    counted.update({"corpora": 1, "rows in": rows, "readings out": len(readings), "refused": len(reasons) - aside})
    counted.update({"set aside": aside, "lost": abs(rows - len(readings) - len(reasons)) + twice})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    report = soak(given.minutes, given.seed)
    for name in ("corpora", "rows in", "readings out", "refused", "set aside", "lost", "runs", "reading processes"):
        print(f"{name + ' killed' if name in ('runs', 'reading processes') else name:26} {report[name]:8,}")
    sys.exit(report["lost"] > 0)
