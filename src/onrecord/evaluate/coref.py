"""Coreference of persons, organisations and places: CoNLL F1, with exact spans (Pradhan et al. 2014)."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from onrecord.evaluate.clusters import sums
from onrecord.evaluate.scoring import (
    MISSED,
    Counts,
    Decision,
    Figures,
    Row,
    Scored,
    Task,
    around,
    as_document,
    harmonic,
    kinds_of,
    named,
    prf,
    share,
)
from onrecord.model import Extent, Form, Reading

TYPES = frozenset(("person", "organization", "place", "PER", "ORG", "LOC"))
METRICS = ("muc", "b3", "ceafe")


NAMED = frozenset(("NAM", "PRE.NAM"))
"""What MEANTIME calls a name, alone and before a noun."""


def gold_mentions(row: Row) -> list[Row]:
    """The mentions of a row that count, also where the file lists them by entity, as MEANTIME does."""
    mentions = row.get("mentions") or [
        {**m, "entity_id": e["key"], "type": e.get("type"), "form": "name" if m["syn"] in NAMED else "other"}
        for e in row["entities"]
        for m in e["mentions"]
    ]
    return [m for m in mentions if m["type"] in TYPES]


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of mentions met, and the sums of which the metrics are made."""
    return score_mentions(row, reading, names_only=False)


def score_names(row: Row, reading: Reading | None) -> Scored:
    """The same for names alone, on both sides."""
    return score_mentions(row, reading, names_only=True)


def score_mentions(row: Row, reading: Reading | None, *, names_only: bool) -> Scored:
    """Counts and sums over all mentions or over names."""
    mentions = [m for m in gold_mentions(row) if not names_only or m["form"] == Form.NAME]
    gold = {(m["start"], m["end"]): str(m["entity_id"]) for m in mentions}
    told = ((m, e.id) for e in (reading.entities if reading else ()) for m in e.mentions)
    found = {(m.start, m.end): id for m, id in told if not names_only or m.form == Form.NAME}
    counts: Counts = Counter(
        {"gold": len(gold), "system": len(found), "hit": sum(span in gold for span in found)},
    )
    counts.update(sums(gold, found))
    decisions = []
    for m in mentions:
        hit = (m["start"], m["end"]) in found
        counts[f"gold:{m['type']}"] += 1
        counts[f"hit:{m['type']}"] += hit
        words = around(row["text"], Extent(m["start"], m["end"]))
        decisions.append(Decision(wanted=m["type"], got=m["type"] if hit else MISSED, words=words))
    return Scored(counts=counts, decisions=tuple(decisions))


def figures(counts: Counts) -> Figures:
    """CoNLL F1 is the mean of MUC, B-cubed and CEAF-e."""
    found: Figures = {}
    for metric in METRICS:
        found |= named(metric, metric_of(counts, metric))
    conll = round(sum(found[f"{metric} F1"] for metric in METRICS) / len(METRICS), 2)
    return {"CoNLL F1": conll, **found, **named("mention", prf(counts["hit"], counts["system"], counts["gold"]))}


def metric_of(counts: Mapping[str, float], metric: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one metric from its sums."""
    parts = []
    for side in ("precision", "recall"):
        of = counts[f"{metric} {side} of"]
        part = counts["ceafe similarity"] if metric == "ceafe" else counts[f"{metric} {side}"]
        parts.append(part / of if of else 0.0)
    p, r = parts
    return round(100 * p, 2), round(100 * r, 2), round(100 * harmonic(p, r), 2)


def types(counts: Counts) -> Figures:
    """Of each gold type the share of mentions that were found."""
    return {t: share(counts[f"hit:{t}"], counts[f"gold:{t}"]) for t in kinds_of(counts, "gold")}


TASK = Task(
    name="coref",
    what="CoNLL F1, exact spans",
    headline=("CoNLL F1",),
    beside=("mention F1", "muc F1", "b3 F1", "ceafe F1"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
NAMES = replace(TASK, name="names", what="CoNLL F1 of names only, exact spans", score=score_names)
