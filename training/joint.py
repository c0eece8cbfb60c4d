"""Sentences with pairs of parties and what one does to the other, as windows of word pieces; and the loss of events.

Sentences stand alone in a window or among others in any order: the product reads them within their report.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from distil import softly
from shared import TYPES, Shared
from torch import Tensor
from torch.nn import functional as F

from onrecord.models.tokens import Vocabulary

LONGEST = 126
"""Pieces of a sentence beyond which it is cut in training."""
ROOM, ALONE = 150, 0.4
"""Pieces of a window that holds several sentences, and the share of sentences that get one for themselves."""
MOST_NONE = 6
"""Pairs without an event that are asked about in a sentence, chosen anew every time."""
UNTOLD = -100
"""The type of a pair that only a teacher has answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Where in their sentence the pieces of both parties stand, the type's number, the weight of the answer, and the
    logits of a teacher (empty without one)."""

    actor: list[int]
    recipient: list[int]
    type: int
    weight: float
    taught: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Pieces, and pairs of parties."""

    id: str
    pieces: list[int]
    pairs: list[Pair]


Window = list[Sentence]


def sentences_of(rows: Iterable[dict], vocabulary: Vocabulary) -> list[Sentence]:
    """The rows of `pairs.py` in pieces."""
    return [encode(row, vocabulary) for row in rows if row["pairs"]]


def rows_of(paths: Iterable[Path]) -> list[dict]:
    return [json.loads(line) for path in paths for line in path.open(encoding="utf-8")]


def encode(row: dict, vocabulary: Vocabulary) -> Sentence:
    words = vocabulary.words(row["text"])
    ids: list[int] = []
    at = []
    for word in words:
        at.append(range(len(ids), len(ids) + len(word.pieces)))
        ids += word.pieces

    def places(spans: list[list[int]]) -> list[int]:
        held = (own for w, own in zip(words, at, strict=True) if any(w.start < e and s < w.end for s, e in spans))
        return [i for own in held for i in own if i < LONGEST]

    pairs = [
        Pair(
            actor=places(a),
            recipient=places(b),
            type=TYPES.index(type) if type else UNTOLD,
            weight=weight,
            taught=taught[0] if taught else [],
        )
        for a, b, type, weight, *taught in row["pairs"]
    ]
    return Sentence(id=row["id"], pieces=ids[:LONGEST], pairs=pairs)


def windows(sentences: list[Sentence]) -> Iterator[Window]:
    """The sentences in random order, each alone or among others."""
    open_window: Window = []
    for sentence in random.sample(sentences, len(sentences)):
        if random.random() < ALONE:
            yield [sentence]
            continue
        if sum(len(s.pieces) for s in open_window) + len(sentence.pieces) > ROOM:
            yield open_window
            open_window = []
        open_window.append(sentence)
    if open_window:
        yield open_window


def endless(sentences: list[Sentence], pieces: int) -> Iterator[list[Window]]:
    """Batches of windows of alike length, of about so many pieces."""
    while True:
        batches, batch, longest = [], [], 0
        for window in sorted(filter(None, windows(sentences)), key=lambda w: sum(len(s.pieces) for s in w)):
            longest = sum(len(s.pieces) for s in window)
            if batch and (len(batch) + 1) * longest > pieces:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
        random.shuffle(batches)
        yield from batches


def batch_of(chosen: list[Window], vocabulary: Vocabulary, most_none: int = MOST_NONE) -> dict[str, Tensor]:
    """Pieces, and for each pair of each sentence its row, parties, sentence, type and weight."""
    width = max(sum(len(s.pieces) + 1 for s in w) for w in chosen) + 1
    ids, mask = torch.full((len(chosen), width), vocabulary.pad), torch.zeros(len(chosen), width)
    asked = []
    for b, window in enumerate(chosen):
        row, breaks = [vocabulary.first], random.random() < 0.3
        for sentence in window:
            low = len(row)
            row += sentence.pieces
            asked += [(b, low, len(row), pair) for pair in some(sentence, most_none)]
            if breaks:
                row.append(vocabulary.last)
        if row[-1] != vocabulary.last:
            row.append(vocabulary.last)
        ids[b, : len(row)], mask[b, : len(row)] = torch.tensor(row), 1
    parties = torch.zeros(3, len(asked), width)
    taught = torch.zeros(len(asked), len(TYPES))
    for k, (_, low, high, pair) in enumerate(asked):
        for side, places in enumerate((pair.actor, pair.recipient)):
            if places:
                parties[side, k, [low + i for i in places]] = 1 / len(places)
        parties[2, k, low:high] = 1
        if pair.taught:
            taught[k] = torch.tensor(pair.taught)
    return {
        "ids": ids,
        "mask": mask,
        "actor": parties[0],
        "recipient": parties[1],
        "sentence": parties[2],
        "row": torch.tensor([b for b, *_ in asked], dtype=torch.long),
        "types": torch.tensor([pair.type for *_, pair in asked], dtype=torch.long),
        "weight": torch.tensor([pair.weight for *_, pair in asked]),
        "taught": taught,
        "is_taught": torch.tensor([bool(pair.taught) for *_, pair in asked]),
    }


def some(sentence: Sentence, most_none: int) -> list[Pair]:
    """All pairs with an event, and some of those without."""
    none = [p for p in sentence.pairs if p.type == 0]
    return [p for p in sentence.pairs if p.type != 0] + random.sample(none, min(most_none, len(none)))


def logits_of(model: Shared, batch: dict[str, Tensor]) -> Tensor:
    x = model.read(batch["ids"], batch["mask"])
    return model.pairs(x, batch["actor"], batch["recipient"], batch["sentence"], batch["row"])[0]


def loss_of(model: Shared, batch: dict[str, Tensor]) -> Tensor:
    """The weighted mean loss of all pairs of a batch, against their answers and a teacher's."""
    logits = logits_of(model, batch)
    told = F.cross_entropy(logits, batch["types"], ignore_index=UNTOLD, reduction="none")
    each = told + softly(logits, batch["taught"]) * batch["is_taught"]
    return (each * batch["weight"]).sum() / batch["weight"].sum().clamp(min=1e-6)


@torch.no_grad()
def report(model: Shared, rows: list[Sentence], vocabulary: Vocabulary) -> str:
    """Macro-F1 of the types and accuracy, the parties given: the first pair of each row kept apart."""
    model.eval()
    right, said, gold = ([0] * len(TYPES) for _ in range(3))
    silent = 0
    for s in rows:
        only = Sentence(id=s.id, pieces=s.pieces, pairs=s.pairs[:1])
        logits = logits_of(model, batch_of([[only]], vocabulary))[0]
        type, silent = int(logits[1:].argmax()) + 1, silent + int(logits.argmax() == 0)
        want = s.pairs[0].type
        right[want] += type == want
        said[type] += 1
        gold[want] += 1
    model.train()
    kinds = [k for k in range(1, len(TYPES)) if gold[k]]
    macro = sum(2 * right[k] / (said[k] + gold[k]) for k in kinds) / len(kinds)
    return f"macro {100 * macro:.1f} accuracy {100 * sum(right) / len(rows):.1f} silent {100 * silent / len(rows):.1f}"
