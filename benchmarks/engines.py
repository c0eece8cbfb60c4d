"""Ray on this machine against as many local processes, start-up apart.

usage: engines.py [--reports N] [--jobs N] [--rounds N]

Both read the same made-up reports, in turn, round by round, and must give the same lines: the machine's own speed
cancels out of the ratio.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from made_up import made_up

from onrecord.bulk.batches import Batch, make_batches
from onrecord.bulk.cluster import Cluster
from onrecord.bulk.limits import LIMITS
from onrecord.bulk.local import make_work
from onrecord.bulk.pool import Pool
from onrecord.bulk.run import as_line
from onrecord.ingest import Placed

Engine = Callable[[], "Pool[str] | Cluster[str]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Seconds until the readers were ready, and then for all reports."""

    start: float
    reading: float


def main(reports: int, jobs: int, rounds: int) -> None:
    batches = list(make_batches(Placed(where=d.id, row=d, id=d.id) for d, _ in made_up(0, reports)))
    engines: dict[str, Engine] = {
        "local": lambda: Pool(make_work(as_line), jobs, LIMITS),
        "ray": lambda: Cluster(make_work(as_line), jobs=jobs, limits=LIMITS),
    }
    taken: dict[str, list[Took]] = {name: [] for name in engines}
    for turn in range(rounds):
        for name, engine in engines.items():
            taken[name].append(measure(engine, batches, jobs))
            print(f"round {turn + 1}: {name} {taken[name][-1]}", flush=True)
    local, ray = (statistics.median(t.reading for t in taken[name]) for name in engines)
    print(f"ray takes {ray / local:.2f} times as long as --jobs {jobs} for {reports:,} reports, start-up apart")


def measure(engine: Engine, batches: Sequence[Batch], jobs: int) -> Took:
    """One engine over all batches. A cluster's actors load their readers with the first batch that each is given, so
    the first `jobs` batches are start-up."""
    began = time.monotonic()
    with engine() as readers:
        rows = iter(readers.read(batches))
        first = sum(1 for _ in islice(rows, sum(map(len, batches[:jobs]))))
        ready = time.monotonic()
        count = first + sum(1 for _ in rows)
        ended = time.monotonic()
    print(f"{count:,} rows", file=sys.stderr)
    return Took(start=ready - began, reading=ended - ready)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    main(given.reports, given.jobs, given.rounds)
