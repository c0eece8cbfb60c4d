"""Labelled sentences of our own: every event and every attribution in them is known, so none may be too many."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.evaluate.labelled import RECIPROCAL, LabelledEvent, LabelledSaying, LabelledSentence, as_labelled
from onrecord.evaluate.quotes import WHOLE, Said, as_said, decision, pair, verdict
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
    kinds_of,
    named,
    prf,
    share,
)
from onrecord.evaluate.spans import covered, meets, tokens_of
from onrecord.model import Event, Extent, Mention, Reading

Mentions = Mapping[str, Sequence[Mention]]


def score(row: Row, reading: Reading | None) -> Scored:
    """Counts of events and attributions, in all and by the sentence's kind."""
    sentence = as_labelled(row)
    events, event_decisions = score_events(sentence, reading)
    sayings, saying_decisions = score_sayings(sentence, reading)
    events.update(sayings)
    return Scored(counts=events, decisions=(*event_decisions, *saying_decisions))


def score_events(sentence: LabelledSentence, reading: Reading | None) -> tuple[Counts, list[Decision]]:
    """An event is right with the gold type and a party on each gold party."""
    found = reading.events if reading else ()
    mentions: Mentions = {e.id: e.mentions for e in reading.entities} if reading else {}
    pairs = pair_events(sentence.events, found, mentions)
    typed = {i for i, j in pairs.items() if sentence.events[i].type == found[j].type}
    counts = by_kind("event", sentence.kind, len(typed), len(found), len(sentence.events))
    counts["event parties"] = len(pairs)
    counts["event modality"] = sum(sentence.events[i].modality is found[pairs[i]].modality for i in typed)
    if not sentence.events:
        counts.update({"quiet": 1, "quiet events": len(found), f"quiet:{sentence.kind}": 1})
    decisions = [as_decision(sentence, e, pairs, j) for j, e in enumerate(found)]
    missed = (e for i, e in enumerate(sentence.events) if i not in pairs)
    decisions += [Decision(wanted=e.type, got=MISSED, words=sentence.text) for e in missed]
    return counts, decisions


def pair_events(gold: Sequence[LabelledEvent], found: Sequence[Event], mentions: Mentions) -> dict[int, int]:
    """Gold numbers to found ones with its parties, one to one; those of its type first."""
    fits = sorted(
        (g.type != e.type, i, j) for i, g in enumerate(gold) for j, e in enumerate(found) if has_parties(g, e, mentions)
    )
    pairs: dict[int, int] = {}
    for _, i, j in fits:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def has_parties(gold: LabelledEvent, event: Event, mentions: Mentions) -> bool:
    """Whether each gold party is mentioned by one of the event's; in either order where the event has two sides."""

    def on(extent: Extent | None, ids: Sequence[str]) -> bool:
        return extent is None or any(meets([extent], mentions.get(id, ())) for id in ids)

    if on(gold.actor, event.actor) and on(gold.recipient, event.recipient or event.actor):
        return True
    sides = (*event.actor, *event.recipient)
    return gold.type in RECIPROCAL and on(gold.actor, sides) and on(gold.recipient, sides)


def as_decision(sentence: LabelledSentence, event: Event, pairs: Mapping[int, int], number: int) -> Decision:
    """How an event of the reader fares. Confidence is that of the type: it is judged where the parties are right."""
    wanted = next((sentence.events[i].type for i, j in pairs.items() if j == number), None)
    words = f"{event.trigger[0].of(sentence.text)}: {sentence.text}"
    return Decision(wanted=wanted or SPURIOUS, got=event.type, words=words, item=event if wanted else None)


def score_sayings(sentence: LabelledSentence, reading: Reading | None) -> tuple[Counts, list[Decision]]:
    """An attribution is right as in the task `quotes`, nested ones too; its act and what it is within are apart."""
    starts = tokens_of(sentence.text)
    told = reading.attributions if reading else ()
    gold = [gold_said(starts, a) for a in sentence.attributions]
    found = [as_said(starts, a) for a in told]
    pairs = pair(gold, found)
    verdicts = {j: verdict(gold[i], found[j]) for i, j in pairs.items()}
    whole = [j for j, found_to_be in verdicts.items() if found_to_be == WHOLE]
    counts = by_kind("saying", sentence.kind, len(whole), len(found), len(gold))
    numbers = {a.id: j for j, a in enumerate(told)}
    counts["saying paired"] = len(pairs)
    counts["saying act"] = sum(sentence.attributions[i].act is told[j].act for i, j in pairs.items())
    for i, j in pairs.items():
        within, outer = sentence.attributions[i].within, told[j].within
        wanted = pairs.get(within) if within is not None else None
        counts["saying within"] += wanted == (numbers.get(outer) if outer else None)
    decisions = [decision(sentence.text, a, verdicts.get(j)) for j, a in enumerate(told)]
    decisions += [
        Decision(wanted=f"said as {sentence.attributions[i].act}", got=f"said as {told[j].act}", words=sentence.text)
        for i, j in pairs.items()
    ]
    missed = sum(i not in pairs for i in range(len(gold)))
    decisions += [Decision(wanted="attribution", got=MISSED, words=sentence.text)] * missed
    return counts, decisions


def gold_said(starts: Sequence[tuple[int, int]], saying: LabelledSaying) -> Said:
    """A gold attribution as numbers of tokens."""
    source = (saying.source,) if saying.source else ()
    return Said(
        source=covered(starts, source), cue=covered(starts, saying.cue), content=covered(starts, saying.content)
    )


def by_kind(what: str, kind: str, right: int, system: int, gold: int) -> Counts:
    """The three counts, in all and under the kind of sentence."""
    counts = {"right": right, "system": system, "gold": gold}
    return Counter({f"{what} {k}{suffix}": n for k, n in counts.items() for suffix in ("", f":{kind}")})


def figures(counts: Counts) -> Figures:
    """Events and attributions right, and how many events are told where there are none."""
    found: Figures = {}
    for what, name in (("event", "event"), ("saying", "attribution")):
        found |= named(name, prf(*(counts[f"{what} {k}"] for k in ("right", "system", "gold"))))
    return {
        **found,
        "parties found": share(counts["event parties"], counts["event gold"]),
        "modality right": share(counts["event modality"], counts["event right"]),
        "act right": share(counts["saying act"], counts["saying paired"]),
        "within right": share(counts["saying within"], counts["saying paired"]),
        "events a quiet sentence": round(counts["quiet events"] / counts["quiet"], 3) if counts["quiet"] else 0.0,
    }


def types(counts: Counts) -> Figures:
    """By kind of sentence: F1 of its events and attributions, and events a sentence where it should have none."""
    found: Figures = {}
    for kind in sorted({kind for key in ("event gold", "saying gold", "quiet") for kind in kinds_of(counts, key)}):
        for what, name in (("event", "events"), ("saying", "attributions")):
            right, system, gold = (counts[f"{what} {k}:{kind}"] for k in ("right", "system", "gold"))
            if gold:
                found[f"{kind}: {name} F1"] = prf(right, system, gold)[2]
        quiet = counts[f"quiet:{kind}"]
        if quiet and not counts[f"event gold:{kind}"]:
            found[f"{kind}: events a sentence"] = round(counts[f"event system:{kind}"] / quiet, 3)
    return found


TASK = Task(
    name="sentences",
    what="events and attributions of labelled sentences, F1",
    headline=("event F1", "attribution F1"),
    beside=("parties found", "modality right", "act right", "within right", "events a quiet sentence"),
    document=as_document,
    score=score,
    figures=figures,
    types=types,
)
