"""Places: names found and points right, after Gritta et al. 2019 ("A pragmatic guide to geoparsing evaluation")."""

from collections import Counter
from collections.abc import Sequence
from math import asin, cos, pi, sin, sqrt

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
    kinds_of,
    named,
    prf,
    share,
)
from onrecord.evaluate.spans import shared
from onrecord.model import Extent, Place, Reading

NO_PLACE = frozenset(("Non_Toponym", "Literal_Expression", "Non_Lit_Expression"))
"""Types of GeoWebNews that are no gold: what falls on them is spurious."""
NEAR_KM = 161
"""100 miles."""
EARTH_KM = 6371.0


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of names met exactly or at all, and of points within NEAR_KM of all gold points."""
    gold = [t for t in row["toponyms"] if t.get("type") not in NO_PLACE]
    spots = [Extent(t["start"], t["end"]) for t in gold]
    found = reading.places if reading else ()
    exact, pairs = pair(spots, [p.extent for p in found])
    counts: Counts = Counter({"gold": len(gold), "system": len(found), "exact": exact, "overlap": len(pairs)})
    decisions = []
    for i, toponym in enumerate(gold):
        type = toponym.get("type") or "place"
        got = verdict(toponym, found[pairs[i]]) if i in pairs else MISSED
        counts.update([f"gold:{type}"])
        counts.update({f"met:{type}": i in pairs})
        if toponym.get("lat") is not None:
            counts.update(["points"])
            counts.update({"answered": got in ("near", "far"), "near": got == "near"})
        wanted = "near" if toponym.get("lat") is not None else "met"
        decisions.append(Decision(wanted=wanted, got=got, words=around(row["text"], spots[i])))
    for j, place in enumerate(found):
        if j not in pairs.values():
            decisions.append(Decision(wanted=SPURIOUS, got="a place", words=around(row["text"], place.extent)))
    return Scored(counts=counts, decisions=tuple(decisions))


def pair(gold: Sequence[Extent], found: Sequence[Extent]) -> tuple[int, dict[int, int]]:
    """How many extents are equal, and gold numbers to found ones: equal first, then each with what overlaps it most."""
    where = {extent: j for j, extent in enumerate(found)}
    pairs: dict[int, int] = {}
    for i, extent in enumerate(gold):
        at = where.get(extent)
        if at is not None and at not in pairs.values():
            pairs[i] = at
    exact = len(pairs)
    for i, extent in enumerate(gold):
        if i not in pairs:
            left = [(shared(extent, f), j) for j, f in enumerate(found) if j not in pairs.values()]
            best = max((x for x in left if x[0] > 0), default=None)
            if best is not None:
                pairs[i] = best[1]
    return exact, pairs


def verdict(toponym: Row, place: Place) -> str:
    """What a found place is to a gold one: near or far, not resolved, or only met where gold has no point."""
    if toponym.get("lat") is None:
        return "met"
    if place.lat is None or place.lon is None:
        return "not resolved"
    return "near" if kilometres(toponym["lat"], toponym["lon"], place.lat, place.lon) <= NEAR_KM else "far"


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points given in degrees (haversine)."""
    p = pi / 180
    h = sin((other_lat - lat) * p / 2) ** 2
    h += cos(lat * p) * cos(other_lat * p) * sin((other_lon - lon) * p / 2) ** 2
    return 2 * EARTH_KM * asin(min(1, sqrt(h)))


def figures(counts: Counts) -> Figures:
    """Names met, and points near, of all gold points and of those that were answered."""
    system, gold = counts["system"], counts["gold"]
    return {
        **named("overlap", prf(counts["overlap"], system, gold)),
        **named("exact", prf(counts["exact"], system, gold)),
        "within 161 km of all gold": share(counts["near"], counts["points"]),
        "within 161 km of answered": share(counts["near"], counts["answered"]),
    }


def types(counts: Counts) -> Figures:
    """Of each gold type the share that was met."""
    return {t: share(counts[f"met:{t}"], counts[f"gold:{t}"]) for t in kinds_of(counts, "gold")}


TASK = Task(
    name="places",
    what="overlap F1, within 161 km of all gold",
    headline=("overlap F1", "within 161 km of all gold"),
    beside=("exact F1", "within 161 km of answered"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
