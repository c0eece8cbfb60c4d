"""Whether one reading process keeps its memory over many reports.

usage: longevity.py [--documents N] [--minutes N] [--reader rules|models] [--write]

Reads short invented reports in batches, as a reading process of `onrecord code` does, none like another: each has
names, places and words that no report before it had, so that whatever is kept of words shows. Says the memory every
5,000 reports, and by how much it grew from report 5,000 to the last. Ends after `--minutes` wherever it is.
"""

import argparse
import gc
import os
import random
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from into_docs import DOCS, put

from onrecord.bulk.batches import BATCH
from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader

STEP = 5_000
SYLLABLES = "ba be di do fa ge ha ji ka ko la li ma mo na ni pa ra ri sa so ta ti va wa yo za zu".split()
PLACES = "Nairobi Lima Hanoi Oslo Quito Dakar Riga Muscat Bogotá Tbilisi Lusaka Manila".split()
SAYINGS = (
    "{a} minister {p} {q} met envoy {r} {s} in {t} on March {day} and denied that {w} rebels had shelled {x}.",
    "The {w} party of {p} {q} said on Monday that {a} troops killed {n} people near {x}, {t}.",
    "{p} {q}, a colonel from {x}, accused {r} {s} of selling {w} rifles to {a} militias in {t}.",
)


def reports(count: int, seed: int = 7) -> Iterator[Document]:
    """So many reports; with the same seed the same."""
    chance = random.Random(seed)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))

    for i in range(count):
        names = {key: word().capitalize() for key in "pqrsx"}
        known = {"a": chance.choice(("Kenyan", "Peruvian", "Thai", "Omani")), "t": chance.choice(PLACES), "w": word()}
        numbers = {"day": i % 28 + 1, "n": chance.randint(2, 90)}
        yield Document.from_text(
            chance.choice(SAYINGS).format(**names, **known, **numbers), id=f"r{i}", date="2025-03-30"
        )


def resident() -> float:
    """MB that this process holds in memory now (Linux)."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def main(count: int, minutes: float, kind: ReaderKind) -> list[tuple[int, float]]:
    """The memory after so many reports, in MB, every STEP reports and at the end."""
    reader, coming, began = Reader(kind=kind), reports(count), time.monotonic()
    done, held = 0, [(0, resident())]
    while (batch := tuple(islice(coming, BATCH))) and time.monotonic() - began < 60 * minutes:
        with reader.forgetting():
            before, done = done, done + sum(1 for _ in reader.read_many(batch))
        if done // STEP > before // STEP or done == count:
            held.append((done, resident()))
            print(
                f"{done:7,} reports {held[-1][1]:7.1f} MB {done / (time.monotonic() - began):5.0f} a second", flush=True
            )
    return held


def table(held: list[tuple[int, float]], kind: ReaderKind) -> str:
    """What docs/endurance.md shows."""
    (first, start), (last, end) = held[1], held[-1]
    rows = "".join(f"| {done:,} | {size:.1f} |\n" for done, size in held)
    grown = f"From report {first:,} to report {last:,}: {100 * (end / start - 1):+.1f}%.\n"
    plot = "![Memory of one process over the reports that it read](longevity.svg)\n"
    return f"{plot}\n| reports, {kind.value}, {date.today()} | MB |\n| --- | --- |\n{rows}\n{grown}"


def draw(held: list[tuple[int, float]]) -> None:
    """Memory over reports."""
    import matplotlib
    from matplotlib.figure import Figure

    matplotlib.rcParams["svg.hashsalt"] = "onrecord"
    figure = Figure(figsize=(7, 2.5), layout="constrained")
    axes = figure.add_subplot()
    axes.plot(*zip(*held, strict=True), marker="o")
    axes.set(xlabel="reports read by one process", ylabel="MB", ylim=(0, None))
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(DOCS / "longevity.svg", metadata={"Date": None})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--reader", type=ReaderKind, default=ReaderKind.RULES)
    parser.add_argument("--write", action="store_true", help="into docs/endurance.md and docs/longevity.svg")
    given = parser.parse_args()
    found = main(given.documents, given.minutes, given.reader)
    print(table(found, given.reader))
    if given.write:
        put("endurance.md", "longevity", table(found, given.reader))
        draw(found)
