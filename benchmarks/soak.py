"""A run that is disturbed all the time, and what is lost: nothing may be.

usage: soak.py [--minutes N] [--jobs N] [--seed N] [--write]

Codes corpora of good, damaged and hostile rows (damaged.py), in lines, CSV, Parquet and WARC, into lines and tables,
one corpus after the other, while reading processes and whole runs are killed at random moments; a run that was killed
is resumed. Then every document that went in must have come out once: as a reading, or as a line that says why not.
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
from datetime import date
from pathlib import Path

from damaged import make_corpus
from into_docs import put

ROWS = 100
PAUSE = (5.0, 30.0)
"""Seconds of processor between two kills: enough to load a reader and get on, however busy the machine."""
ATTEMPTS = 50
"""How often one corpus is resumed before the soak gives up."""
LIMITS = ("--limit-seconds", "120", "--limit-memory", "1200")
COUNTED = (
    *("corpora", "documents in", "readings out", "refused with a reason", "set aside", "lost"),
    *("runs killed and resumed", "reading processes killed"),
)


def readers(pid: int) -> list[int]:
    """The reading processes of a run (Linux)."""
    children = read(f"/proc/{pid}/task/{pid}/children").split()
    return [int(child) for child in children if "spawn_main" in read(f"/proc/{child}/cmdline")]


def read(path: str) -> str:
    """What the system says of a process; nothing of one that has ended."""
    try:
        return Path(path).read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def spent(pid: int) -> float:
    """Seconds of processor that a process and those which it started have used (Linux)."""
    fields = [read(f"/proc/{p}/stat").rpartition(")")[2].split()[11:15] for p in (pid, *readers(pid))]
    return sum(int(ticks) for own in fields for ticks in own) / os.sysconf("SC_CLK_TCK")


def disturb(run: "subprocess.Popen[bytes]", chance: random.Random, counted: Counter[str]) -> None:
    """Waits for a run to end, and kills now one of its reading processes, now all of it."""
    until = chance.uniform(*PAUSE)
    while not ended(run):
        if spent(run.pid) < until:
            continue
        whole = chance.random() < 0.2
        victims = [run.pid] if whole else readers(run.pid)
        for victim in chance.sample(victims, min(1, len(victims))):
            os.kill(victim, signal.SIGKILL)
            counted["runs killed and resumed" if whole else "reading processes killed"] += 1
        until = spent(run.pid) + chance.uniform(*PAUSE)


def ended(run: "subprocess.Popen[bytes]") -> bool:
    """Whether a run is at its end, after half a second at most."""
    try:
        run.wait(0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def soak(minutes: float, jobs: int, seed: int) -> Counter[str]:
    """What went in and came out, and who was killed."""
    chance, counted, began = random.Random(seed), Counter[str](), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - began < 60 * minutes:
            corpus = make_corpus(chance, ROWS)
            source = Path(folder) / corpus.name
            source.write_bytes(corpus.content)
            output = Path(folder) / f"out{counted['corpora']}{chance.choice(('.jsonl', ''))}"
            command = [sys.executable, "-m", "onrecord", "code", str(source), "-o", str(output), "--resume"]
            for _ in range(ATTEMPTS):
                run = subprocess.Popen([*command, "--jobs", str(jobs), *LIMITS], stderr=subprocess.DEVNULL)
                disturb(run, chance, counted)
                if output.exists():
                    break
            tally(corpus.documents, output, counted)
            print(f"{corpus.name} to {output.name}: {dict(counted)}", flush=True)
    return counted


def tally(documents: int, output: Path, counted: Counter[str]) -> None:
    """Counts readings and reasons. What came out twice counts as lost too: something is wrong."""
    ids = ids_of(output)
    errors = output.with_name(f"{output.name}.errors.jsonl")
    reasons = [json.loads(line) for line in errors.read_bytes().splitlines()] if errors.exists() else []
    aside = sum("set aside" in reason["reason"] for reason in reasons)
    twice = len(ids) - len(set(ids)) + len(reasons) - len({reason["where"] for reason in reasons})
    lost = abs(documents - len(ids) - len(reasons)) + twice
    counted.update({"corpora": 1, "documents in": documents, "readings out": len(ids), "set aside": aside})
    counted.update({"refused with a reason": len(reasons) - aside, "lost": lost})


def ids_of(output: Path) -> list[str]:
    """The reports that were read, by the file of lines or the tables."""
    if output.is_file():
        return [json.loads(line)["document"]["id"] for line in output.read_bytes().splitlines()]
    import pyarrow.parquet as parquet

    parts = sorted((output / "documents").glob("*.parquet"))
    return [id for part in parts for id in parquet.read_table(part, columns=["id"])["id"].to_pylist()]


def table(counted: Counter[str], minutes: float, jobs: int) -> str:
    """What docs/endurance.md shows."""
    rows = "".join(f"| {name} | {counted[name]:,} |\n" for name in COUNTED)
    return f"| {minutes:g} minutes, `--jobs {jobs}`, {date.today()} | |\n| --- | --- |\n{rows}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="into docs/endurance.md")
    given = parser.parse_args()
    found = soak(given.minutes, given.jobs, given.seed)
    print(table(found, given.minutes, given.jobs))
    if given.write:
        put("endurance.md", "soak", table(found, given.minutes, given.jobs))
    sys.exit(found["lost"] > 0)
