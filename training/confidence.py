"""Measures how often what the rules tell is right, and writes it where the reader finds it.

usage: confidence.py GOLD_FOLDER [WEIGHTS_FOLDER]

Reads every fifth article of polnear_train for attributions, and for the rest what neither model nor lexicon was made
on: the articles of polnear_train that calibrate.py keeps apart; for events the sentences of ours that are fresh and a
fifth of plv_train, by WEIGHTS that did not see it where those that ship did, which count alike; writes
src/onrecord/lexicon/data/confidence.yaml.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path
from statistics import mean

import yaml

from onrecord.evaluate.events import TASK as EVENTS
from onrecord.evaluate.gold import load_gold
from onrecord.evaluate.quotes import TASK as QUOTES
from onrecord.evaluate.scoring import Decision, Row, Task
from onrecord.evaluate.sentences import TASK as SENTENCES
from onrecord.model import Attribution, Event
from onrecord.models.choice import ReaderKind
from onrecord.models.load import load_models
from onrecord.read.confidence import event_bucket, saying_bucket, typed_bucket
from onrecord.read.reader import Reader

ROOT = Path(__file__).parents[1]
FILE = ROOT / "src" / "onrecord" / "lexicon" / "data" / "confidence.yaml"
FIRM = 20
"""Decisions that the share of a wider bucket counts for in a narrower one."""
TYPED_FIRM = 3
"""The same for events that a model types, whose shares lie further apart."""
HEAD = """\
# How often what the rules tell is right, by what is known when it is told: `right` is the confidence of such an item.
# Attributions: {sayings} of every fifth article of PolNeAR's training part; right is whole as in `evaluate quotes`.
# Those of the attribution model: {added} of our own sentences; those that it does not back (alone): {alone} of the
# articles of PolNeAR's training part on which it was not trained.
# Events: {events} of 1,839 of our own sentences, by which no lexicon was written, and of every fifth row of PLV; a
# share is the mean of those of both. Right is the type, the parties being right.
# Events beside the event model (rule: of which it says nothing): {typed} of the same, on which it was not trained.
# Measured by training/confidence.py; each share leans towards that of all by the weight of {firm} decisions, of events
# that the model types by that of {typed_firm}.
"""

Told = tuple[tuple[str, ...], bool]


def main(gold: Path, weights: Path | None = None) -> None:
    rules, models = (Reader(kind=kind) for kind in (ReaderKind.RULES, ReaderKind.MODELS))
    plv = load_gold(gold / "plv_train.jsonl")[::5]
    own = load_gold(ROOT / "training" / "sentences")
    fresh = load_gold(ROOT / "training" / "sentences" / "fresh")
    polnear = load_gold(gold / "polnear_train.jsonl")
    sayings = list(sayings_of(decided(rules, QUOTES, polnear[::5])))
    alone = list(alone_of(decided(telling_alone(models), QUOTES, held_apart(polnear))))
    added = [told for told in sayings_of(decided(models, SENTENCES, own)) if told[0] == ("model",)]
    events = [list(events_of(found)) for found in (decided(rules, EVENTS, plv), decided(rules, SENTENCES, fresh))]
    if weights is not None:
        models.models = load_models(weights)
    bare = telling_chances(models)
    typed = [list(typed_of(found)) for found in (decided(bare, EVENTS, plv), decided(bare, SENTENCES, fresh))]
    counts = {
        "sayings": len(sayings),
        "events": sum(map(len, events)),
        "added": len(added),
        "alone": len(alone),
        "typed": sum(map(len, typed)),
    }
    head = HEAD.format(**counts, firm=FIRM, typed_firm=TYPED_FIRM)
    lines = [line for told in (sayings, added, alone) for line in entries("attribution", [told])]
    lines += [*entries("event", events), *entries("typed", typed, TYPED_FIRM)]
    FILE.write_text(head + "".join(f"- {line}\n" for line in lines), encoding="utf-8")


def sayings_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """The bucket of each attribution that was decided on, and whether it is right."""
    return ((saying_bucket(d.item), d.right) for d in decisions if isinstance(d.item, Attribution))


def events_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """The bucket of each event that was decided on, and whether it is right."""
    return ((event_bucket(d.item), d.right) for d in decisions if isinstance(d.item, Event))


def held_apart(articles: Sequence[Row], hold: int = 40) -> Sequence[Row]:
    """The articles on which calibrate.py measures, and no model was trained."""
    rows = list(articles)
    random.Random(0).shuffle(rows)
    return rows[:hold]


def telling_alone(reader: Reader) -> Reader:
    """The reader, whose attributions that the model does not back have a confidence of nought."""
    know = reader.knowledge
    bare = copy(reader)
    shares = {**know.lexicon.confidence, "confidence.attribution.alone": 0.0}
    bare.knowledge = replace(know, lexicon=replace(know.lexicon, confidence=shares))
    return bare


def alone_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """Each attribution that the model does not back, and whether it is right."""
    return ((("alone",), d.right) for d in decisions if isinstance(d.item, Attribution) and not d.item.confidence)


def telling_chances(reader: Reader) -> Reader:
    """The reader, whose events have the model's own chance for their confidence, and nought where it gave them none."""
    know = reader.knowledge
    bare = copy(reader)
    bare.knowledge = replace(know, lexicon=replace(know.lexicon, confidence={"confidence.typed.rule": 0.0}))
    return bare


def typed_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """The bucket of each event, by the chance that a model gave it or that it gave it none, and whether it is right."""
    events = ((d.item, d.right) for d in decisions if isinstance(d.item, Event))
    return ((typed_bucket(e, e.confidence) if e.confidence else ("rule",), right) for e, right in events)


def decided(reader: Reader, task: Task, rows: Sequence[Row]) -> Iterator[Decision]:
    """Every decision of the reader on which gold can pass judgement."""
    assert task.document is not None
    for row, reading in zip(rows, reader.read_many([task.document(row) for row in rows]), strict=True):
        yield from (d for d in task.score(row, reading).decisions if d.item is not None)


def entries(what: str, sets: Sequence[Sequence[Told]], firm: int = FIRM) -> Iterator[str]:
    """A line for each bucket, the likeliest first: the mean of its shares in the sets that have it."""
    shares = [shares_of(told, firm) for told in sets]
    counts = Counter(bucket for told in sets for bucket, _ in told)
    means = {bucket: mean(own[bucket] for own in shares if bucket in own) for bucket in counts}
    for bucket, share in sorted(means.items(), key=lambda item: -item[1]):
        fields = {"id": ".".join(("confidence", what, *bucket)), "told": counts[bucket], "right": round(share, 2)}
        yield yaml.safe_dump(fields, default_flow_style=True, sort_keys=False, width=200).strip()


def shares_of(told: Sequence[Told], firm: int) -> dict[tuple[str, ...], float]:
    """How often each bucket was right, leaning towards that of all."""
    overall = sum(right for _, right in told) / len(told)
    buckets = {bucket: [right for b, right in told if b == bucket] for bucket, _ in told}
    return {b: (sum(rights) + firm * overall) / (len(rights) + firm) for b, rights in buckets.items()}


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
