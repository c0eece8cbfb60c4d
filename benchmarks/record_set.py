"""Figures on the invented reports of tests/record_set: incidents, origins, denials, by rules and with models.

usage: record_set.py [FOLDER]    another set than the first, such as tests/record_set/second

The key stands beside the reports. The weights of src/onrecord/link/data/incident.yaml were made with the first set in
view, and rules of link/vouching.py were mended on it: its figures say what holds on it, not what holds elsewhere.
docs/independence.md has what the second set gave before anything was mended on it.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from onrecord.evaluate.clusters import sums
from onrecord.evaluate.coref import METRICS, metric_of
from onrecord.link.linking import link_new
from onrecord.model import Document
from onrecord.models.choice import ReaderKind
from onrecord.read.reader import Reader
from onrecord.record import Record
from onrecord.views import Incident, as_dossiers, as_incidents

FOLDER = Path(__file__).parents[1] / "tests" / "record_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """In %: CoNLL F1 of reports in incidents, the share of incidents with the right number of origins, and F1 of
    denials tied to the reports whose claim they answer; `people` is F1 of pairs of reports that name one person.
    `also` is precision, recall and F1 of the incidents that reports mention beside their own.
    """

    reports: int
    incidents: int
    conll: float
    origins: float
    denials: float
    people: float
    also: tuple[float, float, float]
    wrong_origins: tuple[str, ...]


def load_key(folder: Path = FOLDER) -> list[Any]:
    """Every incident of the set: its reports, and what is to be found in them."""
    files = sorted(folder.glob("*.yaml"))
    return [incident for file in files for incident in yaml.safe_load(file.read_text(encoding="utf-8"))]


def documents(key: Sequence[Any]) -> Iterator[Document]:
    for report in (report for incident in key for report in incident["reports"]):
        yield Document.from_text(
            f"{report['title']}\n\n{report['text']}",
            id=report["id"],
            title=report["title"],
            publisher=report["outlet"],
            date=report["date"].isoformat(),
        )


def fill(record: Record, reader: Reader, key: Sequence[Any]) -> None:
    """Reads every report of the set into the record and links them."""
    reports = list(documents(key))
    record.add_all(zip(reports, reader.read_many(reports), strict=True))
    link_new(record)


def measure(record: Record, key: Sequence[Any]) -> Figures:
    """The figures of a record that holds the set."""
    found = as_incidents(record.all_incidents())
    gold = {report["id"]: incident["incident"] for incident in key for report in incident["reports"]}
    by_reports = {frozenset(document.id for document in incident.reports): incident for incident in found}
    wrong = tuple(incident["incident"] for incident in key if not _right_origins(incident, by_reports))
    return Figures(
        reports=len(gold),
        incidents=len(key),
        conll=conll(gold, {document.id: incident.id for incident in found for document in incident.reports}),
        origins=100 * (1 - len(wrong) / len(key)),
        denials=_denials_f1(key, found),
        people=_people_f1(record, key),
        also=_also(key, found),
        wrong_origins=wrong,
    )


def _denials_f1(key: Sequence[Any], found: Sequence[Incident]) -> float:
    gold = {(d["in"], told) for i in key for d in i.get("denials", ()) for told in i["claims"][d["of"]]}
    tied = {(a.denial.document.id, a.claim.document.id) for incident in found for a in incident.denials}
    return round(200 * len(gold & tied) / (len(gold) + len(tied)), 1)


def _people_f1(record: Record, key: Sequence[Any]) -> float:
    """Of all names of the key, asked for one by one; reports outside the key are left out."""
    named = [
        (report, name, who) for i in key for who, told in i.get("people", {}).items() for report, name in told.items()
    ]
    known = {report for report, _, _ in named}
    gold = {frozenset((a[0], b[0])) for a, b in combinations(named, 2) if a[2] == b[2]}
    dossiers = (d for name in sorted({name for _, name, _ in named}) for d in as_dossiers(record.who(name)))
    groups = ({document for document, _ in dossier.entities} & known for dossier in dossiers)
    found = {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}
    return round(200 * len(gold & found) / (len(gold) + len(found)), 1)


def _also(key: Sequence[Any], found: Sequence[Incident]) -> tuple[float, float, float]:
    """Of pairs of a report and an incident; an incident that was found is that of which most of its reports are."""
    gold = {(r["id"], other) for incident in key for r in incident["reports"] for other in r.get("also", ())}
    own = {report["id"]: incident["incident"] for incident in key for report in incident["reports"]}
    named = {(d.id, Counter(own[r.id] for r in i.reports).most_common(1)[0][0]) for i in found for d in i.also}
    precision, recall = (100 * len(gold & named) / max(1, len(side)) for side in (named, gold))
    return round(precision, 1), round(recall, 1), round(200 * len(gold & named) / (len(gold) + len(named)), 1)


def conll(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """CoNLL F1 of documents in incidents: the mean of MUC, B-cubed and CEAF-e."""
    spots = {document: (n, n + 1) for n, document in enumerate(gold)}
    key, response = ({spots[d]: name for d, name in side.items()} for side in (gold, found))
    counts = sums(key, response)
    return round(sum(metric_of(counts, metric)[2] for metric in METRICS) / len(METRICS), 2)


def _right_origins(incident: Any, by_reports: dict[frozenset[str], Incident]) -> bool:
    same = by_reports.get(frozenset(report["id"] for report in incident["reports"]))
    return same is not None and len(same.origins) == len(incident["origins"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=FOLDER)
    told = load_key(parser.parse_args().folder)
    for kind in ReaderKind:
        with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "set.db") as record:
            fill(record, Reader(kind=kind), told)
            print(kind, measure(record, told), file=sys.stdout)
