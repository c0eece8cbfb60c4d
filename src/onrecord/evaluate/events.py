"""Events against gold of one relation a sentence (PLV): the reader finds the parties itself."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.evaluate.scoring import MISSED, Counts, Decision, Figures, Row, Scored, Task, kinds_of, share
from onrecord.evaluate.spans import extents, meets
from onrecord.model import Document, Event, Mention, Reading

Mentions = Mapping[str, Sequence[Mention]]


def document(row: Row) -> Document:
    """The sentence alone."""
    return Document.from_text(row["sentence"], id=str(row["id"]))


def score(row: Row, reading: Reading | None) -> Scored:
    """A row is right when an event has a party on the gold source, one on the gold target, and the gold type.

    Of several such events the right one counts, or else the first.
    """
    events = reading.events if reading else ()
    mentions: Mentions = {e.id: e.mentions for e in reading.entities} if reading else {}
    between = [e for e in events if has_parties(row, e, mentions)]
    wanted, got = row["root"], [root(e.type) for e in between]
    chosen = wanted if wanted in got else got[0] if got else None
    counts: Counts = Counter({"rows": 1, "events": len(events), "found": bool(between), "right": chosen == wanted})
    counts[f"gold:{wanted}"] += 1
    if chosen == wanted:
        counts[f"tp:{wanted}"] += 1
    else:
        counts[f"fn:{wanted}"] += 1
        counts.update([f"fp:{chosen}"] if chosen else [])
    decisions = [as_decision(row, e) for e in between]
    if not between:
        decisions.append(Decision(wanted=wanted, got=MISSED, words=row["sentence"]))
    return Scored(counts=counts, decisions=tuple(decisions))


def has_parties(row: Row, event: Event, mentions: Mentions) -> bool:
    """Whether an event is between the gold parties; either order where it is reciprocal."""
    source, target = extents(row["source_spans"]), extents(row["target_spans"])
    actor = [m for id in event.actor for m in mentions.get(id, ())]
    recipient = [m for id in event.recipient for m in mentions.get(id, ())]
    if meets(source, actor) and (row.get("target_generic") or meets(target, recipient or actor)):
        return True
    return not event.recipient and meets(target, actor) and meets(source, actor)


def as_decision(row: Row, event: Event) -> Decision:
    """How an event between the gold parties fares."""
    words = f"{row['source']} → {row['target']}: {row['sentence']}"
    return Decision(wanted=row["root"], got=root(event.type), words=words, item=event)


def root(type: str) -> str:
    """PLV's type: CONCEDE and RETREAT are one, YIELD."""
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type


def types(counts: Counts) -> Figures:
    """F1 of each type, in per cent to one decimal."""
    found = {}
    for type in sorted({*kinds_of(counts, "tp"), *kinds_of(counts, "fn")}):
        tp, fp, fn = (counts[f"{key}:{type}"] for key in ("tp", "fp", "fn"))
        found[type] = round(200 * tp / (2 * tp + fp + fn), 1) if tp + fn else 0.0
    return found


def figures(counts: Counts) -> Figures:
    """Macro-F1 is the mean over the gold types."""
    gold, per_type = kinds_of(counts, "gold"), types(counts)
    return {
        "macro F1": round(sum(per_type.get(t, 0.0) for t in gold) / len(gold), 2) if gold else 0.0,
        "parties found": share(counts["found"], counts["rows"]),
        "accuracy": share(counts["right"], counts["rows"]),
        "events a sentence": round(counts["events"] / counts["rows"], 2) if counts["rows"] else 0.0,
    }


TASK = Task(
    name="events",
    what="macro F1 of the root types, parties found by the reader",
    headline=("macro F1",),
    beside=("parties found", "accuracy", "events a sentence"),
    document=document,
    score=score,
    figures=figures,
    types=types,
)
