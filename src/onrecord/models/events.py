"""Types what one party does to another in a sentence: every pair of parties asked about in one pass a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.model import Extent
from onrecord.models.arithmetic import softmax
from onrecord.models.encoder import WEIGHTS, Embeddings, Floats, Network
from onrecord.models.tokens import Word

NETWORK = "events.onnx"
TYPES = tuple(
    "none AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    " ASSAULT".split()
)
"""What the model tells apart. YIELD is the PLOVER types CONCEDE and RETREAT together."""
LONGEST = 126
"""Pieces of a sentence that are read at once."""
BATCH = 8


Parties = tuple[Extent | None, Extent | None]
"""An actor and a recipient; None for nobody that is named."""
ANYBODY: Parties = (None, None)
"""Asks for the sentence as a whole: does anybody do anything to anybody in it?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A stretch of text (a sentence), pairs of parties in it, and the words that may tell the event.

    All extents count characters of `text`.
    """

    text: str
    pairs: tuple[Parties, ...]
    triggers: tuple[Extent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Of one pair: the likeliest type, its chance and that of there being no event at all (0 to 1), and the word, of
    the question's `triggers` by number, off which it was read most."""

    type: str
    confidence: float
    none: float
    trigger: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A question's part that goes through the encoder at once: its pieces, and where in them each word stands."""

    pieces: tuple[int, ...]
    words: tuple[tuple[Word, range], ...]

    def weights(self, extents: Sequence[Extent | None], width: int) -> Floats:
        """For each extent the weight of each piece of it, adding up to one, or all zero where it isn't in this row."""
        found = np.zeros((len(extents), width), np.float32)
        for i, extent in enumerate(extents):
            for word, at in self.words:
                if extent is not None and word.start < extent.end and extent.start < word.end:
                    found[i, at.start : at.stop] = 1
        return np.asarray(found / np.maximum(found.sum(1, keepdims=True), 1), np.float32)


class EventModel:
    """Reads sentences for events. Raises ModelError where its weights are missing."""

    def __init__(self, embeddings: Embeddings, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._embeddings = embeddings
        self._network = Network(folder / NETWORK, threads)

    def answer(self, questions: Sequence[Question]) -> list[list[Answer | None]]:
        """Of every question one answer a pair, in order; None for a pair that no window of the sentence holds."""
        answers: list[list[Answer | None]] = [[None] * len(q.pairs) for q in questions]
        asked = [(n, q, row) for n, q in enumerate(questions) if q.pairs for row in self._rows(q.text)]
        asked.sort(key=lambda a: len(a[2].pieces))
        for at in range(0, len(asked), BATCH):
            for number, pair, answer in self._run(asked[at : at + BATCH]):
                kept = answers[number][pair]
                if kept is None or answer.none < kept.none:
                    answers[number][pair] = answer
        return answers

    def _rows(self, text: str) -> Iterator[Row]:
        """A text in rows of at most LONGEST pieces; each but the first begins half a row back."""
        words = self._embeddings.vocabulary.words(text)
        start = 0
        while start < len(words):
            row = self._row(words, start)
            yield row
            if start + len(row.words) == len(words):
                return
            start += max(1, len(row.words) // 2)

    def _row(self, words: Sequence[Word], start: int) -> Row:
        vocabulary = self._embeddings.vocabulary
        pieces, placed = [vocabulary.first], []
        for word in words[start:]:
            own = word.pieces[:LONGEST]
            if len(pieces) + len(own) > LONGEST + 1:
                break
            placed.append((word, range(len(pieces), len(pieces) + len(own))))
            pieces += own
        return Row(pieces=(*pieces, vocabulary.last), words=tuple(placed))

    def _run(self, asked: Sequence[tuple[int, Question, Row]]) -> Iterator[tuple[int, int, Answer]]:
        embedded, mask = self._embeddings.look_up([row.pieces for _, _, row in asked])
        width = mask.shape[1]
        sides = [[row.weights([p[side] for p in q.pairs], width) for _, q, row in asked] for side in (0, 1)]
        actor, recipient = (np.concatenate(side) for side in sides)
        nobody = np.array([[party is None for party in pair] for _, q, _ in asked for pair in q.pairs])
        held = np.flatnonzero((actor.any(1) | nobody[:, 0]) & (recipient.any(1) | nobody[:, 1]))
        if not held.size:
            return
        of = [(b, k) for b, (_, q, _) in enumerate(asked) for k in range(len(q.pairs))]
        inputs = {"actor": actor[held], "recipient": recipient[held], "row": np.array([of[h][0] for h in held])}
        types, looks = self._network.run({"embedded": embedded, "mask": mask, **inputs})
        triggers = [row.weights(q.triggers, width) for _, q, row in asked]
        for h, chances, look in zip(held, softmax(types), looks, strict=True):
            b, k = of[h]
            yield asked[b][0], k, as_answer(chances, triggers[b], look)


def as_answer(chances: Floats, triggers: Floats, look: Floats) -> Answer:
    """The answer for one pair from the chance of each type and the weight with which each piece was looked at."""
    best = int(chances[1:].argmax()) + 1
    return Answer(
        type=TYPES[best],
        confidence=float(chances[best]),
        none=float(chances[0]),
        trigger=int(((triggers > 0) @ look).argmax()) if len(triggers) else -1,
    )
