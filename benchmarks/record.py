"""How a record of many made-up reports answers, and what one more report costs it; the tables of docs/speed.md.

usage: record.py fill RECORD N             adds made-up reports until there are N, and links them; stopped, it goes on
       record.py ask RECORD [--rounds N]
       record.py add RECORD [--rounds N]    adds and links N reports more, one by one

Times are of the processor, in milliseconds: other work on the machine stretches the clock and not these. Questions are
asked of twenty states, pairs and people drawn evenly; of each, the median and the worst.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

from made_up import CODES, made_up, people

from onrecord.link.linking import link_new
from onrecord.record import Record
from onrecord.record.incidents import Wanted
from onrecord.record.paging import Page
from onrecord.views import as_dossiers, as_incidents, as_ledger, as_timeline
from onrecord.views.series import Freq, as_series

STEP = 1000
PAGE = Page(limit=50)
WORDS = ("people died", "denied", "grain", "minister", "seized a convoy")


def fill(record: Record, end: int) -> None:
    """Adds and links as `onrecord add` does."""
    reports = made_up(record.counts().reports, end)
    while record.add_all(islice(reports, STEP)):
        link_new(record)
        print(f"{record.counts().reports:,} reports", flush=True)


def ask(record: Record, rounds: int) -> None:
    print(f"{record.counts().reports:,} reports, {record.counts().events:,} events\n")
    print("| question | median ms | worst ms |\n| --- | --- | --- |")
    for name, questions in _questions(record, rounds):
        times = [_spent(question) for question in questions]
        print(f"| {name} | {statistics.median(times):.0f} | {max(times):.0f} |", flush=True)


def add(record: Record, rounds: int) -> None:
    count = record.counts().reports
    times = []
    for document, reading in made_up(count, count + rounds):

        def once(document=document, reading=reading) -> None:
            record.add(document, reading)
            link_new(record)

        times.append(_spent(once))
    print(f"one report more than {count:,}: {statistics.median(times):.1f} ms, at worst {max(times):.1f}")


def _spent(question: Callable[[], object]) -> float:
    start = time.process_time()
    question()
    return (time.process_time() - start) * 1000


def _questions(record: Record, rounds: int) -> Iterator[tuple[str, list[Callable[[], object]]]]:
    draw = Random("questions")
    states = draw.sample(CODES, min(rounds, len(CODES)))
    pairs = [draw.sample(CODES, 2) for _ in range(rounds)]
    names = [person.name for person in draw.sample(people(), rounds)]
    words = [draw.choice(WORDS) for _ in range(rounds)]
    most = CODES[:2]

    def ledger(**asked: object) -> Callable[[], object]:
        return lambda: as_ledger(record.claims(page=PAGE, **asked))  # type: ignore[arg-type]

    def timeline(*parties: str) -> Callable[[], object]:
        return lambda: as_timeline(record.between(*parties, page=PAGE).rows)

    def incidents(*parties: str) -> Callable[[], object]:
        wanted = Wanted(**dict(zip("ab", parties, strict=False)))
        return lambda: as_incidents(record.incidents(wanted, limit=PAGE.limit))

    def series(*parties: str) -> Callable[[], object]:
        return lambda: as_series(record.series(*parties), Freq.W)

    yield "`timeline`, a pair of states", [timeline(a, b) for a, b in pairs]
    yield "`timeline`, one state", [timeline(a) for a in states]
    yield "`timeline`, the pair of which most is told", [timeline(*most) for _ in range(5)]
    yield "`claims`", [ledger() for _ in range(rounds)]
    yield "`claims --disputed`", [ledger(disputed=True) for _ in range(rounds)]
    yield "`claims --by` a state", [ledger(by=a) for a in states]
    yield "`claims --by` one `--about` another", [ledger(by=a, about=b) for a, b in pairs]
    yield (
        "`claims --by` one `--about` another, of whom most is told",
        [ledger(by=most[0], about=most[1]) for _ in range(5)],
    )
    yield "`who`, a person", [lambda name=name: as_dossiers(record.who(name)) for name in names]
    yield "`who`, a state", [lambda code=code: as_dossiers(record.who(code)) for code in states]
    yield "`incidents`, the newest", [incidents() for _ in range(rounds)]
    yield "`incidents`, one state", [incidents(a) for a in states]
    yield "`incidents`, a pair of states", [incidents(a, b) for a, b in pairs]
    yield "`incidents`, the pair of which most is told", [incidents(*most) for _ in range(5)]
    yield "`series`, a pair of states", [series(a, b) for a, b in pairs]
    yield "`series`, the pair of which most is told", [series(*most) for _ in range(5)]
    yield "`search`", [lambda asked=asked: record.search(asked) for asked in words]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("fill", "ask", "add"))
    parser.add_argument("record")
    parser.add_argument("reports", nargs="?", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    with Record(given.record) as opened:
        if given.what == "fill":
            fill(opened, given.reports)
        else:
            (ask if given.what == "ask" else add)(opened, given.rounds)
