"""Times: TempEval-3's figures (UzZaman et al. 2013, S13-2001) over `timexes` with start, end, type and value."""

from collections import Counter

from onrecord.evaluate.scoring import (
    MISSED,
    SPURIOUS,
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
from onrecord.evaluate.spans import align
from onrecord.model import Extent, Reading


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of spans met and values right, in all and by gold type."""
    gold = [(Extent(t["start"], t["end"]), t["type"], t["value"] or "") for t in row["timexes"]]
    found = reading.times if reading else ()
    pairs = align([g for g, _, _ in gold], [t.extent for t in found])
    counts: Counts = Counter({"gold": len(gold), "system": len(found)})
    decisions = []
    for i, (extent, type, value) in enumerate(gold):
        counts[f"gold:{type}"] += 1
        got = MISSED
        if i in pairs:
            time = found[pairs[i]]
            right = time.value == value
            counts.update(["relaxed", f"relaxed:{type}"])
            counts.update({"strict": time.extent == extent, "value": right, f"value:{type}": right})
            got = type if right else f"{time.type} with another value"
        decisions.append(Decision(wanted=type, got=got, words=around(row["text"], extent)))
    for j, time in enumerate(found):
        if j not in pairs.values():
            decisions.append(Decision(wanted=SPURIOUS, got=time.type, words=around(row["text"], time.extent)))
    return Scored(counts=counts, decisions=tuple(decisions))


def figures(counts: Counts) -> Figures:
    """Value F1 is the relaxed F1 times the share of values that are right."""
    relaxed, system, gold = counts["relaxed"], counts["system"], counts["gold"]
    accuracy = counts["value"] / relaxed if relaxed else 0.0
    unrounded = harmonic(relaxed / system if system else 0.0, relaxed / gold if gold else 0.0)
    return {
        "value F1": round(100 * accuracy * unrounded, 2),
        "value right": round(100 * accuracy, 2),
        **named("strict", prf(counts["strict"], system, gold)),
        **named("relaxed", prf(relaxed, system, gold)),
    }


def types(counts: Counts) -> Figures:
    """Of each gold type the share that was found with the right value."""
    return {t: share(counts[f"value:{t}"], counts[f"gold:{t}"]) for t in kinds_of(counts, "gold")}


TASK = Task(
    name="times",
    what="TempEval-3 value F1",
    headline=("value F1",),
    beside=("strict F1", "relaxed F1", "value right"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
