"""Offices, employers, kin and other names of one given pair of mentions a sentence (KBP37)."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.evaluate.scoring import (
    MISSED,
    SPURIOUS,
    Counts,
    Decision,
    Figures,
    Row,
    Scored,
    Task,
    as_document,
    prf,
)
from onrecord.model import Entity, Extent, Kin, Office, Reading

GOLD = {
    "per:title": "title",
    "per:employee_of": "employee",
    "org:top_members/employees": "employee",
    "per:spouse": "spouse",
    "per:children": "children",
    "per:parents": "children",
    "per:alternate_names": "alternate names",
    "org:alternate_names": "alternate names",
}
"""KBP37's relations that the reader tells; all others are wanted as none."""
SPOUSES = frozenset("spouse wife husband widow widower bride groom fiance fiancee fiancé fiancée consort".split())
CHILDREN = frozenset("child son daughter stepson stepdaughter father mother parent stepfather stepmother".split())
NAMES = ("title", "employee", "spouse", "children", "alternate names")


def score(row: Row, reading: Reading | None) -> Scored:
    """The relations that the reader tells between the two mentions, against the one that gold has."""
    head, tail = (Extent(row[side]["start"], row[side]["end"]) for side in ("head", "tail"))
    wanted = GOLD.get(row["rel"])
    got = told_between(reading, head, tail) if reading else frozenset()
    counts: Counts = Counter({f"system:{name}": 1 for name in got})
    if wanted:
        counts.update({f"gold:{wanted}": 1, f"right:{wanted}": wanted in got})
    words = f"{row['head']['text']} → {row['tail']['text']}: {row['text']}"
    decisions = [Decision(wanted=wanted or SPURIOUS, got=name, words=words) for name in sorted(got)]
    if wanted and not got:
        decisions.append(Decision(wanted=wanted, got=MISSED, words=words))
    return Scored(counts=counts, decisions=tuple(decisions))


def told_between(reading: Reading, head: Extent, tail: Extent) -> frozenset[str]:
    """The relations that a reading tells between those who are mentioned at two places."""
    entities = {e.id: e for e in reading.entities}
    at_head, at_tail = (mentioned_at(reading.entities, spot) for spot in (head, tail))
    offices = [told for o in reading.offices for told in office_between(o, entities, (head, at_head), (tail, at_tail))]
    kin = [told for k in reading.kin if (told := kin_between(k, at_head, at_tail))]
    same = ["alternate names"] if at_head & at_tail else []
    return frozenset((*offices, *kin, *same))


def mentioned_at(entities: Sequence[Entity], spot: Extent) -> frozenset[str]:
    """Ids of the entities with a mention on a stretch of text; the shortest mentions that meet it, where several do."""
    names = ((e.id, m.named) for e in entities for m in e.mentions if spot.overlaps(m.named))
    found: dict[str, int] = {}
    for id, name in names:
        found[id] = min(name.end - name.start, found.get(id, name.end))
    least = min(found.values(), default=0)
    return frozenset(id for id, width in found.items() if width == least)


Side = tuple[Extent, frozenset[str]]


def office_between(office: Office, entities: Mapping[str, Entity], head: Side, tail: Side) -> list[str]:
    """`title` where one is the holder and the other the words of the title; `employee` where the other is the body or
    the country in whose service it is held."""
    told = []
    for (_, holder), (spot, other) in ((head, tail), (tail, head)):
        if office.holder in holder:
            if office.holder not in other and any(spot.overlaps(e) for e in office.spans):
                told.append("title")
            countries = {entities[id].country for id in other if entities[id].kind in ("state", "place")}
            if office.body in other or (office.country is not None and office.country in countries):
                told.append("employee")
    return told


def kin_between(kin: Kin, at_head: frozenset[str], at_tail: frozenset[str]) -> str | None:
    """`spouse` or `children` where two are of kin, whichever is whose."""
    pair = {kin.person, kin.of}
    if not (pair & at_head and pair & at_tail and at_head != at_tail):
        return None
    return "spouse" if kin.relation in SPOUSES else "children" if kin.relation in CHILDREN else None


def figures(counts: Counts) -> Figures:
    """F1 of each relation and over all five."""
    sums = {key: sum(counts[f"{key}:{name}"] for name in NAMES) for key in ("right", "system", "gold")}
    p, r, f = prf(sums["right"], sums["system"], sums["gold"])
    return {"F1": f, "precision": p, "recall": r}


def types(counts: Counts) -> Figures:
    """F1 of each relation that gold has."""
    return {
        name: prf(counts[f"right:{name}"], counts[f"system:{name}"], counts[f"gold:{name}"])[2]
        for name in NAMES
        if counts[f"gold:{name}"]
    }


TASK = Task(
    name="relations",
    what="F1 over title, employee, spouse, children and alternate names",
    headline=("F1",),
    beside=("precision", "recall"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
