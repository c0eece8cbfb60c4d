"""Names as spaCy's entity recogniser finds them, of all words outside names in one product instead of one by one."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

RECOGNISER, AT_ONCE = "ner", "names_at_once"
FEATURES = 3
"""Words that spaCy's recogniser looks at: the next one and, within a name, the first of it and the last one read."""
BEGIN, INSIDE, LAST, UNIT, OUTSIDE = "BILUO"
"""What a word is: the first of a name, one amid it, the last, a name by itself, or none."""

Floats = NDArray[np.float32]
Name = tuple[int, int, str]
"""The first word of a name, the end, and its kind."""


def is_known(recogniser: Any) -> bool:
    """Whether a pipeline's recogniser decides as this one does: greedily, by three words and a layer above them."""
    model = getattr(recogniser, "model", None)
    if model is None or model.name != "parser_model" or recogniser.cfg.get("beam_width") != 1:
        return False
    lower = model.get_ref("lower")
    return bool(
        model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and lower.get_dim("nF") == FEATURES
        and lower.get_dim("nP") > 1
    )


class NamesAtOnce:
    """spaCy's recogniser over one report.

    What it decides of a word outside a name hangs on nothing that it decided before, so all words are asked at once
    what they would be there; only within a name is it asked word by word. spaCy asks each word in turn which of its
    seventy moves is allowed, which takes a quarter of its parse.
    """

    def __init__(self, recogniser: Any) -> None:
        self._recogniser = recogniser
        self._words, self._lower, self._upper = recogniser.model.layers
        moves = recogniser.moves
        names = (moves.get_class_name(i).partition("-") for i in range(moves.n_moves))
        self._moves = [(move, label) for move, _, label in names]
        self._number = {move: i for i, move in enumerate(self._moves)}
        self._begins, self._units = (self._are(move) for move in (BEGIN, UNIT))
        self._never = ~(self._begins | self._units | np.array([move == OUTSIDE for move, _ in self._moves]))

    def _are(self, kind: str) -> NDArray[np.bool_]:
        return np.array([move == kind and bool(label) for move, label in self._moves])

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc) or doc.has_annotation("ENT_IOB"):  # what is named already binds spaCy's own
            found: Doc = self._recogniser(doc)
            return found
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in self.find(doc)], default="outside")
        return doc

    def find(self, doc: Doc) -> Iterator[Name]:
        """The names of a report in order."""
        seen = self._lower.predict(self._words.predict([doc]))
        must_end = np.append(doc.to_array("SENT_START")[1:] == 1, True)
        best = self._outside(seen, must_end, doc.to_array("IS_SPACE") == 1).argmax(1).tolist()
        at = 0
        while at < len(best):
            move, label = self._moves[best[at]]
            end = self._end(seen, at, label, must_end) if move == BEGIN else at + 1
            if move != OUTSIDE:
                yield at, end, label
            at = end

    def _outside(self, seen: Floats, must_end: NDArray[np.bool_], space: NDArray[np.bool_]) -> Floats:
        """The score of each move (words x moves) for each word as if no name were open before it; what is not allowed
        has none."""
        nothing = seen[0]
        scores = self._scores(seen[1:, 0] + nothing[1] + nothing[2])
        scores[:, self._never] = -np.inf
        scores[np.ix_(must_end | space, self._begins)] = -np.inf
        scores[np.ix_(space, self._units)] = -np.inf
        return scores

    def _end(self, seen: Floats, start: int, label: str, must_end: NDArray[np.bool_]) -> int:
        """Where a name ends that begins at a word."""
        inside, last = self._number[INSIDE, label], self._number[LAST, label]
        at = start + 1
        while not must_end[at]:
            scores = self._scores((seen[at + 1, 0] + seen[start + 1, 1] + seen[at, 2])[None])[0]
            if scores[last] > scores[inside]:
                break
            at += 1
        return at + 1

    def _scores(self, summed: Floats) -> Floats:
        """Scores of all moves from what the words looked at say together (rows x hidden x pieces)."""
        hidden = (summed + self._lower.get_param("b")).max(-1)
        scores: Floats = hidden @ self._upper.get_param("W").T + self._upper.get_param("b")
        return scores


@Language.factory(AT_ONCE)
def _make(nlp: Language, name: str) -> NamesAtOnce:
    return NamesAtOnce(nlp.get_pipe(RECOGNISER))
