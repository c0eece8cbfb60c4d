"""Two reading processes against one, beside what two runs that know nothing of each other do on this machine.

usage: processes.py [--rounds N]

All three read the same reports, in turn, round by round, their start left out. Where two runs at once do no better than
`--jobs 2`, what is missing to twice as fast is the machine's, and not the pool's.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from onrecord.bulk.batches import Batch, make_batches
from onrecord.bulk.limits import LIMITS
from onrecord.bulk.local import make_work
from onrecord.bulk.pool import Pool
from onrecord.bulk.run import as_line
from onrecord.ingest import Placed
from onrecord.model import Document

SAMPLES = Path(__file__).parents[1] / "samples"
TIMES = 16
"""How often the samples are read."""


def main(rounds: int) -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(SAMPLES.glob("*.txt"))]
    rows = (Document.from_text(text, id=f"{i}-{j}") for i in range(TIMES) for j, text in enumerate(texts))
    batches = list(make_batches(Placed(where=row.id, row=row) for row in rows))
    ways: dict[str, Callable[[], float]] = {
        "one process": lambda: pooled(1, batches),
        "two processes": lambda: pooled(2, batches),
        "two runs at once": lambda: side_by_side(batches),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
        print(f"round {turn + 1}:", *(f"{name} {own[-1]:.1f} s;" for name, own in taken.items()), flush=True)
    one, two, apart = (statistics.median(own) for own in taken.values())
    print(f"load {os.getloadavg()[0]:.1f}; against one process: two {one / two:.2f} times, two runs {one / apart:.2f}")


def pooled(jobs: int, batches: Sequence[Batch]) -> float:
    """Seconds that so many processes take for all batches."""
    with Pool(make_work(as_line), jobs, LIMITS) as pool:
        return spent(pool, batches)


def side_by_side(batches: Sequence[Batch]) -> float:
    """Seconds that two pools of one process each take for a half of the batches each, at once."""
    work = make_work(as_line)
    with Pool(work, 1, LIMITS) as first, Pool(work, 1, LIMITS) as second, ThreadPoolExecutor(2) as both:
        return max(both.map(spent, (first, second), (batches[::2], batches[1::2])))


def spent(pool: Pool[str], batches: Sequence[Batch]) -> float:
    """Seconds until a pool has read all batches."""
    began = time.perf_counter()
    for _ in pool.read(batches):
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    main(parser.parse_args().rounds)
