"""Sentences in which nothing happens between anybody: how many events the reader tells of them."""

from collections import Counter

from onrecord.evaluate.scoring import (
    SPURIOUS,
    Counts,
    Decision,
    Figures,
    Row,
    Scored,
    Task,
    as_document,
    kinds_of,
    share,
)
from onrecord.model import Reading


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of events told; a labelled sentence that holds events is no quiet one and is left out."""
    if row.get("events"):
        return Scored(counts=Counter())
    found = reading.events if reading else ()
    kind = row.get("kind") or "unsaid"
    counts: Counts = Counter({"rows": 1, "events": len(found), "rows with events": bool(found)})
    counts.update({f"rows:{kind}": 1, f"events:{kind}": len(found)})
    decisions = (
        Decision(
            wanted=SPURIOUS,
            got=e.type,
            words=f"{e.trigger[0].of(row['text'])}: {row['text']}",
        )
        for e in found
    )
    return Scored(counts=counts, decisions=tuple(decisions))


def figures(counts: Counts) -> Figures:
    """Events a sentence, and the share of sentences with any."""
    return {
        "events a sentence": round(counts["events"] / counts["rows"], 3) if counts["rows"] else 0.0,
        "sentences with an event": share(counts["rows with events"], counts["rows"]),
    }


def types(counts: Counts) -> Figures:
    """Events a sentence of each kind."""
    return {t: round(counts[f"events:{t}"] / counts[f"rows:{t}"], 3) for t in kinds_of(counts, "rows")}


TASK = Task(
    name="quiet",
    what="events a sentence where there are none",
    headline=("events a sentence",),
    beside=("sentences with an event",),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
