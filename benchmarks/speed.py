"""How fast the reader is beside bare spaCy, and what it needs; writes the table of docs/speed.md.

usage: speed.py [--rounds N]

Reads the sample reports over and over, bare parser and reader in turn, and compares within the run: the machine's own
speed cancels out of the ratio. Cold start is a fresh process that reads one report.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from onrecord.model import Document
from onrecord.read.parse import parse_many
from onrecord.read.reader import Reader

ROOT = Path(__file__).parents[1]


def main(rounds: int) -> None:
    reader = Reader()
    documents = [Document.from_text(p.read_text(encoding="utf-8")) for p in sorted((ROOT / "samples").glob("*.txt"))]
    words = sum(len(d.text.split()) for d in documents)

    def bare() -> None:
        for _ in reader.nlp.pipe([d.text for d in documents], batch_size=16):
            pass

    def parsed() -> None:
        for _ in parse_many(reader.nlp, documents):
            pass

    def read() -> None:
        for _ in reader.read_many(documents):
            pass

    bare(), read()
    runs = [(seconds(bare), seconds(parsed), seconds(read)) for _ in range(rounds)]
    ratio = statistics.median(b / r for b, _, r in runs)
    print(f"{len(documents)} reports, {words} words, {rounds} rounds in turn")
    for name, i in (("bare spaCy", 0), ("its parse as onrecord uses it", 1), ("onrecord", 2)):
        s = statistics.median(run[i] for run in runs)
        print(f"{name:30} {words / s:8.0f} words/s {1000 * s / len(documents):8.1f} ms a report")
    print(f"onrecord reads at {ratio:.2f} of bare spaCy's words a second")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    cold = [seconds(cold_read) for _ in range(3)]
    print(f"onrecord read of one file, cold: {statistics.median(cold):.1f} s")
    print(f"installed: {installed_size() / 1e6:.0f} MB in {sys.prefix}")


def seconds(what: Callable[[], None]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def cold_read() -> None:
    """One report by the command, in a process of its own."""
    sample = next(iter(sorted((ROOT / "samples").glob("*.txt"))))
    command = [sys.executable, "-m", "onrecord", "read", str(sample), "--format", "json"]
    subprocess.run(command, check=True, capture_output=True)


def installed_size() -> int:
    """Bytes of all files in the environment."""
    return sum(p.stat().st_size for p in Path(sys.prefix).rglob("*") if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    main(parser.parse_args().rounds)
