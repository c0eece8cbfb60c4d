"""How long each page takes from a record of many made-up reports (made_up.py); the table that docs/speed.md shows.

usage: pages.py [--reports N] [--rounds N] [--record FILE]

Times are of the whole answer, in this process: the median of several rounds and the worst by the clock, and the median
of the processor, which other work on the machine stretches less.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import quote_plus

from fastapi.testclient import TestClient
from made_up import made_up

from onrecord.record import Record
from onrecord.web.app import make_app

PAGES = (
    "/",
    "/reports",
    "/report?id=made-up-17",
    "/pair?a=KEN&b=ETH",
    "/pair?a=KEN",
    "/pair?a=KEN&b=ETH&since=2022-03&until=2022-05",
    "/actor?name=KEN",
    "/actor/events?name=KEN&other=ETH",
    "/actor?name={somebody}",
    "/claims",
    "/claims?disputed=true",
    "/claims?by=KEN&about=ETH",
    "/search?q=grain",
    "/search?q=people+denied&party=KEN&since=2022",
    "/search?act=denial&type=ASSAULT",
    "/incidents",
    "/review",
    "/api/v1/events?a=KEN",
    "/api/v1/claims?disputed=true",
)


def main(reports: int, rounds: int, where: Path) -> None:
    with Record(where) as record:
        if not record.counts().reports:
            record.add_all(made_up(0, reports))
        print(f"{record.counts().reports:,} reports, {record.counts().events:,} events, {rounds} rounds")
    with TestClient(make_app(str(where)), base_url="http://localhost") as client:
        print("\n| page | median ms | worst ms | of the processor |\n| --- | --- | --- | --- |")
        somebody = quote_plus(first_quoted())
        for page in [page.format(somebody=somebody) for page in PAGES]:
            client.get(page)
            clock, processor = zip(*(taken(client, page) for _ in range(rounds)), strict=True)
            medians = [f"{statistics.median(times) * 1000:.0f}" for times in (clock, processor)]
            print(f"| `{page}` | {medians[0]} | {max(clock) * 1000:.0f} | {medians[1]} |", flush=True)


def first_quoted() -> str:
    """Whom the first report quotes."""
    _, reading = next(made_up(0, 1))
    return next(e.name for e in reading.entities if e.id == reading.offices[0].holder)


def taken(client: TestClient, page: str) -> tuple[float, float]:
    """Seconds that one answer takes, by the clock and of the processor. Raises where there is none."""
    clock, processor = time.perf_counter(), time.process_time()
    client.get(page).raise_for_status()
    return time.perf_counter() - clock, time.process_time() - processor


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        main(given.reports, given.rounds, given.record or Path(folder) / "pages.db")
