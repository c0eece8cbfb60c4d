"""Fits the weights by which two reports are told to be of one incident, and says what they reach on topics kept apart.

usage: links.py CLUSTERS.jsonl [--sketches FILE] [--folds 5] [--seed 1]

CLUSTERS holds a report a line: id, topic, cluster, text (ECB+). The invented reports of tests/record_set are learnt
from beside it, each pair counted five times. Reading takes minutes: --sketches keeps what was read, and uses it
again. Printed are CoNLL F1 by cross-validation over topics, weights and threshold learnt on the other topics alone,
beside that of like words alone; F1 in sample with the weights that ship; and the weights fitted on everything, as
src/onrecord/link/data/incident.yaml has them but for those that are set by hand there.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
from logistic import Floats, chances, fit

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from onrecord.link.clusters import cluster
from onrecord.link.features import FEATURES
from onrecord.link.linking import FAINT
from onrecord.link.scorer import load_weights
from onrecord.link.sketch import Sketch, as_features, from_features, make_sketch
from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader
from record_set import conll, documents, load_key

OWN_WEIGHT, DOZEN = 5.0, 12
"""How often a pair of our own reports counts, and how many incidents of theirs, in order, are a topic."""
RIDGE, HALF = 1.0, 0.5
"""The penalty on squared weights, and how much of the fitted log-odds is kept (see incident.yaml)."""
THRESHOLDS = np.arange(0.2, 0.62, 0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report's sketch, the topic it belongs to and the incident that it is of; whether it is one of our own."""

    sketch: Sketch
    topic: str
    incident: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Every two of the reports, by their places in the list, with the features' values behind a 1 for the bias."""

    reports: Sequence[Report]
    places: np.ndarray
    values: Floats

    def among(self, kept: Sequence[bool]) -> np.ndarray:
        """Which pairs have both reports among the kept."""
        return np.array(kept)[self.places].all(axis=1)


def read_all(path: Path) -> Iterator[Report]:
    """Every report of the gold file, then those of our own set."""
    reader = Reader(kind=ReaderKind.RULES)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = [Document.from_text(row["text"], id=row["id"]) for row in rows]
    for row, document, reading in zip(rows, gold, reader.read_many(gold), strict=True):
        yield Report(sketch=make_sketch(document, reading), topic=str(row["topic"]), incident=row["cluster"], own=False)
    key = load_key()
    of = {report["id"]: n for n, incident in enumerate(key) for report in incident["reports"]}
    own = list(documents(key))
    for document, reading in zip(own, reader.read_many(own), strict=True):
        n = of[document.id]
        topic, incident = f"own {n // DOZEN}", key[n]["incident"]
        yield Report(sketch=make_sketch(document, reading), topic=topic, incident=incident, own=True)


def load_or_read(path: Path, sketches: Path | None) -> list[Report]:
    if sketches and sketches.exists():
        rows = (json.loads(line) for line in sketches.read_text(encoding="utf-8").splitlines())
        return [Report(**{**row, "sketch": from_features(row["sketch"])}) for row in rows]
    reports = list(read_all(path))
    if sketches:
        rows = (
            {"sketch": as_features(r.sketch), "topic": r.topic, "incident": r.incident, "own": r.own} for r in reports
        )
        sketches.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return reports


def compare(reports: Sequence[Report]) -> Pairs:
    places = list(combinations(range(len(reports)), 2))
    values = (
        (1.0, *(feature(reports[a].sketch, reports[b].sketch) for feature in FEATURES.values())) for a, b in places
    )
    table = np.fromiter(values, dtype=np.dtype((np.float64, len(FEATURES) + 1)), count=len(places))
    return Pairs(reports=reports, places=np.array(places), values=table)


def learn(pairs: Pairs, kept: Sequence[bool], features: int | None = None) -> Floats:
    """Weights from the pairs within the kept topics, all our own reports being one; of the first `features` alone."""
    r = pairs.reports
    within = np.array([r[a].topic == r[b].topic or (r[a].own and r[b].own) for a, b in pairs.places.tolist()])
    chosen = np.flatnonzero(within & pairs.among(kept))
    same = np.array([r[a].incident == r[b].incident for a, b in pairs.places[chosen].tolist()], dtype=np.float64)
    counts = np.array([OWN_WEIGHT if r[a].own else 1.0 for a in pairs.places[chosen, 0].tolist()])
    return HALF * fit(pairs.values[chosen, :features], same, counts, ridge=RIDGE)


def scored(pairs: Pairs, kept: Sequence[bool], weights: Floats) -> Mapping[tuple[str, str], float]:
    """The score of every two of the kept reports that is not faint."""
    ids = [report.sketch.document for report in pairs.reports]
    chosen = np.flatnonzero(pairs.among(kept))
    found = chances(pairs.values[chosen, : len(weights)], weights)
    firm = found >= FAINT
    named = ((ids[a], ids[b]) for a, b in pairs.places[chosen[firm]].tolist())
    return {(min(pair), max(pair)): score for pair, score in zip(named, found[firm].round(4).tolist(), strict=True)}


def grouped(pairs: Pairs, kept: Sequence[bool], weights: Floats, least: float) -> Mapping[str, str]:
    ids = [report.sketch.document for report, keep in zip(pairs.reports, kept, strict=True) if keep]
    groups = cluster(ids, scored(pairs, kept, weights), least)
    return {document: members[0] for members in groups for document in members}


def reached(pairs: Pairs, found: Mapping[str, str]) -> float:
    gold = {r.sketch.document: r.incident for r in pairs.reports if r.sketch.document in found}
    return conll(gold, {document: found[document] for document in gold})


def best_threshold(pairs: Pairs, kept: Sequence[bool], weights: Floats) -> float:
    return float(max(THRESHOLDS, key=lambda least: reached(pairs, grouped(pairs, kept, weights, float(least)))))


def cross_validate(pairs: Pairs, folds: Sequence[set[str]], *, own: bool, features: int | None = None) -> float:
    """CoNLL F1, each fold's topics grouped by weights and a threshold that have not seen them."""
    found: dict[str, str] = {}
    for n, apart in enumerate(folds):
        held = [report.topic in apart for report in pairs.reports]
        learnt = [not h for h in held]
        weights = learn(pairs, learnt, features)
        seen = [keep and report.own == own for keep, report in zip(learnt, pairs.reports, strict=True)]
        least = best_threshold(pairs, seen, weights)
        found |= {document: f"{n} {name}" for document, name in grouped(pairs, held, weights, least).items()}
    return reached(pairs, found)


def shipped() -> tuple[Floats, float]:
    weights = load_weights()
    return np.array([weights.bias, *(weights.features[name] for name in FEATURES)]), weights.least


def main(path: Path, sketches: Path | None, folds: int, seed: int) -> None:
    pairs = compare(load_or_read(path, sketches))
    gold = [not report.own for report in pairs.reports]
    topics = sorted({r.topic for r in pairs.reports if not r.own})
    Random(seed).shuffle(topics)
    parts = [set(topics[n::folds]) for n in range(folds)]
    own = [{topic} for topic in sorted({r.topic for r in pairs.reports if r.own})]
    print(f"cross-validated over topics, CoNLL F1: {cross_validate(pairs, parts, own=False):.1f}")
    print(f"  like words alone: {cross_validate(pairs, parts, own=False, features=2):.1f}")
    print(f"our own reports, a dozen incidents kept apart: {cross_validate(pairs, own, own=True):.1f}")
    weights, least = shipped()
    print(f"with the weights that ship, in sample: {reached(pairs, grouped(pairs, gold, weights, least)):.1f}")
    fitted = learn(pairs, [True] * len(gold))
    print(f"\nleast: {best_threshold(pairs, gold, fitted):.2f}\nbias: {fitted[0]:.2f}\nfeatures:")
    for name, weight in zip(FEATURES, fitted[1:], strict=True):
        print(f"  - {{name: {name}, weight: {weight:.2f}}}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", type=Path)
    parser.add_argument("--sketches", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    main(given.clusters, given.sketches, given.folds, given.seed)
