"""Events of whole reports, every one of which is known: what is told, what is missed, and what is told twice."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.evaluate.incidents import Incident, Mentions, as_incidents, has_parties, is_read_off, strangers
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
from onrecord.model import Event, Reading


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of events held against incidents, one to one.

    An event is right with a type of the incident and a party on each side that it names; it is right in all if it has
    no party beside these and the modality of a telling. An event that tells of an incident which another one has met
    is told again: it is neither right nor wrong.
    """
    incidents = as_incidents(row)
    found = reading.events if reading else ()
    mentions: Mentions = {e.id: e.mentions for e in reading.entities} if reading else {}
    pairs = pair(incidents, found, mentions)
    right = {i: j for i, j in pairs.items() if found[j].type in incidents[i].types}
    again = {
        j
        for j, e in enumerate(found)
        if j not in pairs.values()
        and any(e.type in incidents[i].types and has_parties(incidents[i], e, mentions) for i in right)
    }
    kept = {i: j for i, j in right.items() if found[j].modality in incidents[i].modalities}
    whole = [i for i, j in kept.items() if not strangers(incidents[i], found[j], mentions)]
    counts: Counts = Counter(
        {
            "right": len(right),
            "told": len(found) - len(again),
            "gold": len(incidents),
            "again": len(again),
            "parties": len(pairs),
            "modality": len(kept),
            "whole": len(whole),
        }
    )
    met = {j: incidents[i].types[0] for i, j in right.items()}
    counts.update(f"gold:{incident.types[0]}" for incident in incidents)
    counts.update(f"right:{type}" for type in met.values())
    counts.update(f"told:{met.get(j, e.type)}" for j, e in enumerate(found) if j not in again)
    return Scored(counts=counts, decisions=tuple(decisions(row["text"], incidents, found, pairs, again)))


def pair(incidents: Sequence[Incident], found: Sequence[Event], mentions: Mentions) -> dict[int, int]:
    """Incidents to events with their parties, one to one: those of a fitting type, modality and place first."""
    fits = sorted(
        (
            e.type not in incident.types,
            not is_read_off(incident.told, e),
            e.modality not in incident.modalities,
            strangers(incident, e, mentions),
            i,
            j,
        )
        for i, incident in enumerate(incidents)
        for j, e in enumerate(found)
        if has_parties(incident, e, mentions)
    )
    pairs: dict[int, int] = {}
    for *_, i, j in fits:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def decisions(
    text: str, incidents: Sequence[Incident], found: Sequence[Event], pairs: Mapping[int, int], again: set[int]
) -> list[Decision]:
    """How each event fares, and each incident that none tells."""
    wanted = {j: incidents[i].types for i, j in pairs.items()}
    told = []
    for j, e in enumerate(found):
        if j not in again:
            types = wanted.get(j, (SPURIOUS,))
            told.append(
                Decision(
                    wanted=e.type if e.type in types else types[0],
                    got=e.type,
                    words=around(text, e.trigger[0]),
                    item=e if j in wanted else None,
                )
            )
    missed = (incident for i, incident in enumerate(incidents) if i not in pairs)
    told += [Decision(wanted=m.types[0], got=MISSED, words=around(text, m.told[0])) for m in missed if m.told]
    return told


def figures(counts: Counts) -> Figures:
    """Events right by type and parties, and how many of those told are right in all."""
    return {
        **named("event", prf(counts["right"], counts["told"], counts["gold"])),
        "right in all": share(counts["whole"], counts["told"]),
        "parties found": share(counts["parties"], counts["gold"]),
        "modality right": share(counts["modality"], counts["right"]),
        "told again": share(counts["again"], counts["told"] + counts["again"]),
    }


def types(counts: Counts) -> Figures:
    """F1 of each type, the best where a coder gave two."""
    return {
        type: prf(counts[f"right:{type}"], counts[f"told:{type}"], counts[f"gold:{type}"])[2]
        for type in sorted({*kinds_of(counts, "gold"), *kinds_of(counts, "told")})
    }


TASK = Task(
    name="reports",
    what="events of whole reports that were coded in full, F1",
    headline=("event F1",),
    beside=("event precision", "event recall", "right in all", "parties found", "modality right", "told again"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
