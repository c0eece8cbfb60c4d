"""Measures how often what the rules tell is right, and writes it where the reader finds it.

usage: confidence.py GOLD_FOLDER

Reads every fifth article of polnear_train for attributions, four fifths of plv_train and our own sentences for events;
writes src/onrecord/lexicon/data/confidence.yaml. Of what docs/figures.md reports only our own sentences are read.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from onrecord.evaluate.events import TASK as EVENTS
from onrecord.evaluate.gold import load_gold
from onrecord.evaluate.quotes import TASK as QUOTES
from onrecord.evaluate.scoring import Decision, Row, Task
from onrecord.evaluate.sentences import TASK as SENTENCES
from onrecord.model import Attribution, Event
from onrecord.models.choice import ReaderKind
from onrecord.read.confidence import event_bucket, saying_bucket
from onrecord.read.reader import Reader

ROOT = Path(__file__).parents[1]
FILE = ROOT / "src" / "onrecord" / "lexicon" / "data" / "confidence.yaml"
FIRM = 20
"""Decisions that the share of a wider bucket counts for in a narrower one."""
HEAD = """\
# How often what the rules tell is right, by what is known when it is told: `right` is the confidence of such an item.
# Attributions: {sayings} of every fifth article of PolNeAR's training part; right is whole as in `evaluate quotes`.
# Those of the attribution model: {added} of our own sentences.
# Events: {events} of four fifths of PLV and of our own sentences; right is the type, the parties being right.
# Measured by training/confidence.py; each share leans towards that of all by the weight of {firm} decisions.
"""

Told = tuple[tuple[str, ...], bool]


def main(gold: Path) -> None:
    rules, models = (Reader(kind=kind) for kind in (ReaderKind.RULES, ReaderKind.MODELS))
    plv = [row for i, row in enumerate(load_gold(gold / "plv_train.jsonl")) if i % 5]
    own = load_gold(ROOT / "training" / "sentences")
    polnear = load_gold(gold / "polnear_train.jsonl")[::5]
    sayings = list(sayings_of(decided(rules, QUOTES, polnear)))
    added = [told for told in sayings_of(decided(models, SENTENCES, own)) if told[0] == ("model",)]
    events = list(events_of([*decided(rules, EVENTS, plv), *decided(rules, SENTENCES, own)]))
    head = HEAD.format(sayings=len(sayings), events=len(events), added=len(added), firm=FIRM)
    lines = [*entries("attribution", sayings), *entries("attribution", added), *entries("event", events)]
    FILE.write_text(head + "".join(f"- {line}\n" for line in lines), encoding="utf-8")


def sayings_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """The bucket of each attribution that was decided on, and whether it is right."""
    return ((saying_bucket(d.item), d.right) for d in decisions if isinstance(d.item, Attribution))


def events_of(decisions: Iterable[Decision]) -> Iterator[Told]:
    """The bucket of each event that was decided on, and whether it is right."""
    return ((event_bucket(d.item), d.right) for d in decisions if isinstance(d.item, Event))


def decided(reader: Reader, task: Task, rows: Sequence[Row]) -> Iterator[Decision]:
    """Every decision of the reader on which gold can pass judgement."""
    assert task.document is not None
    for row, reading in zip(rows, reader.read_many([task.document(row) for row in rows]), strict=True):
        yield from (d for d in task.score(row, reading).decisions if d.item is not None)


def entries(what: str, told: Sequence[Told]) -> Iterator[str]:
    """A line for each bucket, the likeliest first."""
    overall = sum(right for _, right in told) / len(told)
    buckets = {bucket: [right for b, right in told if b == bucket] for bucket, _ in told}
    shares = {b: (sum(rights) + FIRM * overall) / (len(rights) + FIRM) for b, rights in buckets.items()}
    for bucket, share in sorted(shares.items(), key=lambda item: -item[1]):
        fields = {"id": ".".join(("confidence", what, *bucket)), "told": len(buckets[bucket]), "right": round(share, 2)}
        yield yaml.safe_dump(fields, default_flow_style=True, sort_keys=False, width=200).strip()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
