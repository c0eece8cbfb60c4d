"""How much hangs on the weights by which people are told to be one, which were set by hand (person.yaml).

usage: persons.py [--record FILE]

The people are those of tests/record_set. They are too few, with one pair of namesakes, to fit seventeen weights on:
so the threshold alone is chosen anew, on all surnames but one, and that one is joined by it; then each weight is halved
and doubled in turn. Printed is F1 over pairs of reports that name one person. --record keeps what was read.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from onrecord.link.persons import find_persons, person_weights
from onrecord.link.scorer import Weights
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.record.names import last_key, name_key, sound_key
from onrecord.record.who_rows import WhoRows
from record_set import fill, load_key

THRESHOLDS = np.arange(0.2, 0.82, 0.02)
Pairs = set[frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surname:
    """Everybody of one surname, however it is spelt: what the record answers for each name, and who is one."""

    rows: Sequence[WhoRows]
    known: frozenset[str]
    gold: Pairs


def surnames(record: Record, key: Sequence[Any]) -> Mapping[str, Surname]:
    named: dict[str, list[tuple[str, str, str]]] = {}
    for incident in key:
        for who, told in incident.get("people", {}).items():
            for report, name in told.items():
                named.setdefault(sound_key(last_key(name_key(name))), []).append((report, name, who))
    return {
        surname: Surname(
            rows=[record.who(name) for name in sorted({name for _, name, _ in told})],
            known=frozenset(report for report, _, _ in told),
            gold={frozenset((a[0], b[0])) for a, b in combinations(told, 2) if a[2] == b[2]},
        )
        for surname, told in named.items()
    }


def joined(people: Surname, weights: Weights) -> Pairs:
    """Pairs of reports of the key that the weights take to name one person."""
    sought = ((rows, person) for rows in people.rows for person in find_persons(rows, weights))
    groups = (
        {e.document.id for e in person.members} & people.known
        for rows, person in sought
        if any((e.document.id, e.id) in rows.sought for e in person.members)
    )
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def f1(found: Iterable[tuple[Pairs, Pairs]]) -> float:
    pairs = list(found)
    hits, given = sum(len(a & b) for a, b in pairs), sum(len(a) + len(b) for a, b in pairs)
    return 200 * hits / given


def reached(people: Iterable[Surname], weights: Weights) -> float:
    return f1((one.gold, joined(one, weights)) for one in people)


def chosen(people: Sequence[Surname], weights: Weights) -> Weights:
    """With the threshold in the middle of those that reach most."""
    by_threshold = {least: reached(people, replace(weights, least=float(least))) for least in THRESHOLDS}
    best = [least for least, value in by_threshold.items() if value == max(by_threshold.values())]
    return replace(weights, least=float(best[len(best) // 2]))


def main(record: Record, key: Sequence[Any]) -> None:
    people, weights = surnames(record, key), person_weights()
    apart = (
        (one.gold, joined(one, chosen([p for other, p in people.items() if other != name], weights)))
        for name, one in people.items()
    )
    print(f"{len(people)} surnames, with the weights that ship: {reached(people.values(), weights):.1f}")
    print(f"threshold chosen on all surnames but one: {f1(apart):.1f}")
    for name, weight in weights.features.items():
        changed = (replace(weights, features={**weights.features, name: weight * by}) for by in (0.5, 2.0))
        halved, doubled = (reached(people.values(), w) for w in changed)
        print(f"  {name}: halved {halved:.1f}, doubled {doubled:.1f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Record(given.record or Path(folder) / "set.db") as kept:
        if not kept.counts().reports:
            fill(kept, Reader(kind=ReaderKind.RULES), load_key())
        main(kept, load_key())
