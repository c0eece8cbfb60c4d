"""Types what one party does to another: every pair of parties that is asked about, in a sentence read by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.model import Extent
from onrecord.models.arithmetic import softmax
from onrecord.models.encoder import Floats, Network
from onrecord.models.views import Seen

NETWORK = "pairs.onnx"
TYPES = tuple(
    "none AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE"
    " ASSAULT".split()
)
"""What the model tells apart. YIELD is the PLOVER types CONCEDE and RETREAT together."""
Parties = tuple[Extent | None, Extent | None]
"""An actor and a recipient; None for nobody that is named."""
ANYBODY: Parties = (None, None)
"""Asks for the sentence as a whole: does anybody do anything to anybody in it?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A sentence, pairs of parties in it, and the words that may tell the event.

    All extents count characters of the text that was looked at.
    """

    sentence: Extent
    pairs: tuple[Parties, ...]
    triggers: tuple[Extent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Of one pair: the likeliest type, its chance and that of there being no event at all (0 to 1), and the words, of
    the question's `triggers` by number, off which it was read, most first."""

    type: str
    confidence: float
    none: float
    triggers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One pair of a question, by its number and the question's, as the pieces of a view that both parties have."""

    question: int
    pair: int
    actor: list[int]
    recipient: list[int]


class EventModel:
    """Answers questions about what was looked at. Raises ModelError where its weights are missing."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._network = Network(folder / NETWORK, threads)

    def answer(self, views: Sequence[Seen], questions: Sequence[Question]) -> list[list[Answer | None]]:
        """Of every question one answer a pair, in order; None for a pair that no view of its sentence holds."""
        answers: list[list[Answer | None]] = [[None] * len(q.pairs) for q in questions]
        for view in views:
            for asked, answer in self._answer(view, questions):
                kept = answers[asked.question][asked.pair]
                if kept is None or answer.none < kept.none:
                    answers[asked.question][asked.pair] = answer
        return answers

    def _answer(self, view: Seen, questions: Sequence[Question]) -> Iterator[tuple[Asked, Answer]]:
        own = {n: q for n, q in enumerate(questions) if view.decides_on(q.sentence)}
        asked = [one for n, q in own.items() for one in asked_of(view, n, q)]
        if not asked:
            return
        width = len(view.vectors)
        actor, recipient = (shares(rows, width) for rows in ([a.actor for a in asked], [a.recipient for a in asked]))
        types, looks = self._network.run({"vectors": view.vectors, "actor": actor, "recipient": recipient})
        chances = softmax(types)
        for n, q in own.items():
            rows = [i for i, one in enumerate(asked) if one.question == n]
            triggers = marks([view.pieces(t) for t in q.triggers], width)
            for i, answer in zip(rows, answers_of(chances[rows], looks[rows], triggers), strict=True):
                yield asked[i], answer


def asked_of(view: Seen, number: int, question: Question) -> Iterator[Asked]:
    """The pairs of a question whose named parties both stand in a view."""
    held = {party: view.pieces(party) for parties in question.pairs for party in parties if party is not None}
    for pair, parties in enumerate(question.pairs):
        actor, recipient = ([] if party is None else held[party] for party in parties)
        if all(party is None or held[party] for party in parties):
            yield Asked(question=number, pair=pair, actor=actor, recipient=recipient)


def marks(rows: Sequence[Sequence[int]], width: int) -> Floats:
    """Rows with a one at each of the given places."""
    found = np.zeros((len(rows), width), np.float32)
    for i, row in enumerate(rows):
        found[i, list(row)] = 1
    return found


def shares(rows: Sequence[Sequence[int]], width: int) -> Floats:
    """Rows whose given places share a one among them."""
    found = marks(rows, width)
    return np.asarray(found / np.maximum(found.sum(1, keepdims=True), 1), np.float32)


def answers_of(chances: Floats, looks: Floats, triggers: Floats) -> list[Answer]:
    """The answers for pairs: from the chance of each type (pairs x types), the weight with which each piece was looked
    at (pairs x pieces), and the pieces of the words that may tell (words x pieces)."""
    best = chances[:, 1:].argmax(1) + 1
    sure = chances[np.arange(len(chances)), best]
    order = (-(looks @ triggers.T)).argsort(1, kind="stable")
    return [
        Answer(type=TYPES[type], confidence=confidence, none=none, triggers=tuple(words))
        for type, confidence, none, words in zip(
            best.tolist(), sure.tolist(), chances[:, 0].tolist(), order.tolist(), strict=True
        )
    ]
