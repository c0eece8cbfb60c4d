"""What the grounding costs beside bare spaCy: who, when, where and the figures, each by itself and all together.

usage: grounding.py [--rounds N]

Reads the sample reports over and over: bare spaCy, then each question on parses made outside the clock, in turn within
one run, so that the machine's own speed cancels out of the shares. Loading is a fresh process with the lexicons alone.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from onrecord.bulk.local import make_reader
from onrecord.model import Document
from onrecord.read.parse import Parsed, parse_many
from onrecord.read.reader import names_of
from onrecord.read.what.figures import find_counts
from onrecord.read.when.times import find_times
from onrecord.read.where.places import find_places
from onrecord.read.who.cast import find_cast

ROOT = Path(__file__).parents[1]
DAY = date(2025, 5, 6)
LOADED = """
import gc, time
import onrecord.read.reader
def held():
    return int(open("/proc/self/statm").read().split()[1]) / 256
gc.disable()  # as `load_for_good` does
before, start = held(), time.process_time()
from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.gazetteer import load_gazetteer
from onrecord.lexicon.known import index_known
from onrecord.lexicon.people import load_people
people, countries = load_people(), load_countries()
index_known(people, countries.all)
load_gazetteer().candidates("Nairobi")
print(f"{time.process_time() - start:.2f} s of the processor, {held() - before:.0f} MB")
"""


def main(rounds: int) -> None:
    reader = make_reader()
    documents = [Document.from_text(p.read_text(encoding="utf-8")) for p in sorted((ROOT / "samples").glob("*.txt"))]
    parsed = list(parse_many(reader.nlp, documents))
    know = reader.knowledge
    casts = {p.document.id: find_cast(p, know.people, know.countries) for p in parsed}

    def where(p: Parsed) -> None:
        taken = names_of(casts[p.document.id])
        find_places(p.doc, know.gazetteer, know.countries, document_id="d", text=p.text, taken=taken)

    questions: dict[str, Callable[[Parsed], object]] = {
        "who": lambda p: find_cast(p, know.people, know.countries),
        "when": lambda p: find_times(p.text, p.doc, DAY, document_id="d"),
        "where": where,
        "figures": lambda p: find_counts(p.doc, know.lexicon),
    }
    runs: dict[str, list[float]] = {name: [] for name in questions}
    for _ in range(rounds):
        bare = seconds(lambda: [None for _ in reader.nlp.pipe([d.text for d in documents], batch_size=16)])
        for name, ask in questions.items():
            runs[name].append(seconds(lambda ask=ask: [ask(p) for p in parsed]) / bare)  # type: ignore[misc]
    print(f"{len(documents)} reports, {rounds} rounds in turn; share of bare spaCy's time on the same text")
    for name, shares in runs.items():
        print(f"{name:10} {100 * statistics.median(shares):5.1f}%")
    together = [sum(shares[i] for shares in runs.values()) for i in range(rounds)]
    print(f"{'together':10} {100 * statistics.median(together):5.1f}%")
    loaded = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True).stdout
    print(f"loading what it knows: {loaded.strip()}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def seconds(what: Callable[[], object]) -> float:
    """How long the processor works on a call, whatever else the machine does."""
    start = time.process_time()
    what()
    return time.process_time() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    main(parser.parse_args().rounds)
