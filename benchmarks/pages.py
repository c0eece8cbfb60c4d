"""How long each page takes from a record of many made-up reports; writes the table that docs/speed.md shows.

usage: pages.py [--reports N] [--rounds N] [--record FILE]

The reports tell of strikes, accusations and denials between ten countries over three years. Times are of the whole
answer, in this process: the median of several rounds, and the worst.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

from fastapi.testclient import TestClient

from onrecord.model import Document, Reading
from onrecord.record import Record
from onrecord.web.app import make_app

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from factories import Report, day
from onrecord.model import Act, Evidence, Kind

STATES = {
    "Kenya": "KEN",
    "Ethiopia": "ETH",
    "Sudan": "SDN",
    "Chad": "TCD",
    "Peru": "PER",
    "Bolivia": "BOL",
    "India": "IND",
    "Nepal": "NPL",
    "Serbia": "SRB",
    "Fiji": "FJI",
}
TOWNS = ("Moyale", "Kassala", "Puno", "Surin", "Tegh")
PAGES = (
    "/",
    "/reports",
    "/report?id=made-up-17",
    "/pair?a=KEN&b=ETH",
    "/pair?a=KEN",
    "/pair?a=KEN&b=ETH&since=2024-03&until=2024-05",
    "/actor?name=KEN",
    "/actor?name=Dawit+Alemu",
    "/claims",
    "/claims?disputed=true",
    "/claims?by=KEN&about=ETH",
    "/search?q=border",
    "/search?q=officials+denied&party=KEN&since=2024",
    "/search?act=denial&type=ASSAULT",
    "/api/v1/events?a=KEN",
    "/api/v1/claims?disputed=true",
)


def main(reports: int, rounds: int, where: Path) -> None:
    with Record(where) as record:
        if not record.counts().reports:
            record.add_all(made_up(reports))
        print(f"{record.counts().reports:,} reports, {record.counts().events:,} events, {rounds} rounds")
    with TestClient(make_app(str(where)), base_url="http://localhost") as client:
        print("\n| page | median ms | worst ms |\n| --- | --- | --- |")
        for page in PAGES:
            client.get(page)
            times = [seconds(client, page) * 1000 for _ in range(rounds)]
            print(f"| `{page}` | {statistics.median(times):.0f} | {max(times):.0f} |")


def seconds(client: TestClient, page: str) -> float:
    """How long one answer takes. Raises where there is none."""
    start = time.perf_counter()
    client.get(page).raise_for_status()
    return time.perf_counter() - start


def made_up(count: int) -> Iterator[tuple[Document, Reading]]:
    """Reports with one strike, an accusation and a denial each, all pairs of states in turn."""
    pairs = list(permutations(STATES, 2))
    for n in range(count):
        one, other = pairs[n % len(pairs)]
        yield strike(n, one, other, TOWNS[n % len(TOWNS)]).made()


def strike(n: int, one: str, other: str, town: str) -> Report:
    """One report: ten sentences, of which the first three are coded."""
    when = (date(2023, 1, 1) + timedelta(days=n * 7919 % 1095)).isoformat()
    dead = n % 40 + 1
    struck = f"{one} struck a post of {other} near {town}, killing {dead} people"
    filler = " ".join(f"The market of {town} stayed shut on day {k}, traders at the border said." for k in range(7))
    report = Report(
        id=f"made-up-{n}",
        title=f"{one} strikes {town}",
        publisher=f"Post {n % 12}",
        published=when,
        text=f"{struck}, officials in {town} said.\n\nDawit Alemu, envoy of {other}, denied that only 3 died. {filler}",
    )
    first, second = report.entity(one, Kind.STATE, STATES[one]), report.entity(other, Kind.STATE, STATES[other])
    envoy = report.entity("Dawit Alemu", country=STATES[other])
    officials = report.entity("officials", Kind.GROUP, STATES[one])
    place = report.place(town)
    report.office(envoy, "envoy", country=STATES[other], since=when)
    claim = report.said(struck, cue="said", source=officials, source_words="officials", act=Act.CLAIM)
    report.said("that only 3 died", cue="denied", source=envoy, act=Act.DENIAL, answers=(claim,))
    report.event(
        f"{struck}, officials in {town} said.",
        "ASSAULT",
        trigger="struck",
        actor=(first,),
        recipient=(second,),
        date=day(when),
        place=place,
        evidence=Evidence.DENIED,
        attribution=claim,
        figures=(report.figure(f"{dead} people", "killed", dead, dead, claim), report.figure("only 3", "killed", 3, 3)),
    )
    report.event(
        f"Dawit Alemu, envoy of {other}, denied that only 3 died.",
        "REJECT",
        trigger="denied",
        actor=(envoy,),
        recipient=(officials,),
        date=day(when),
    )
    return report


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        main(given.reports, given.rounds, given.record or Path(folder) / "pages.db")
