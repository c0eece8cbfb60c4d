"""Proposes attributions: cues in the text, with the source and the content that the model links to each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Extent
from onrecord.models.encoder import WEIGHTS, Embeddings, Floats, Network
from onrecord.models.tokens import Vocabulary, Word
from onrecord.models.windows import Window, cut

NETWORK = "attribution.onnx"
CUE, MORE, SOURCE, CONTENT = range(1, 5)
"""What the model says of a word: a cue's first word is CUE, its others MORE."""
BATCH = 8
CUE_AT = 0.4
"""How likely a word must be to begin a cue."""
CONTENT_AT = 0.5
SOURCE_AT = 0.15
GROW = 0.5
"""How likely a word must be a source's, and the words beside the likeliest as a share of its chance."""
GAP, SPECK = 2, 2
"""Words up to which a gap is filled, and up to which a stretch is no content beside a longer one."""
HALF = np.float32(np.log(0.5))
NEAR = 8
"""Words within which all words of a cue stand."""
STOPS = frozenset(".!?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An attribution as the model sees it; `source` may be empty. `confidence` (0 to 1) is that of its cue."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the model says of the words of one window: the chance of each tag (words x 5), how well each word goes
    with each word as a cue that tells it (`told`, words x words) and as a cue whose source it is (`named`)."""

    tags: Floats
    told: Floats
    named: Floats


class AttributionModel:
    """Reads texts for attributions. Raises ModelError where its weights are missing."""

    def __init__(self, embeddings: Embeddings, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self._embeddings = embeddings
        self._network = Network(folder / NETWORK, threads)

    def propose(self, text: str, begins: Collection[int]) -> list[Proposal]:
        """Every attribution that the model sees, in the order of their cues. `begins`: where sentences begin."""
        words = self._embeddings.vocabulary.words(text)
        windows = cut(words, begins)
        found: list[Proposal] = []
        for window, seen in self._look(words, windows):
            found += decode(words, window, seen, text)
        return sorted(found, key=lambda p: p.cue)

    def _look(self, words: Sequence[Word], windows: Sequence[Window]) -> Iterator[tuple[Window, Seen]]:
        for at in range(0, len(windows), BATCH):
            batch = windows[at : at + BATCH]
            rows = [pieces_of(words[w.start : w.end], self._embeddings.vocabulary) for w in batch]
            embedded, mask = self._embeddings.look_up([pieces for pieces, _ in rows])
            tags, links = self._network.run({"embedded": embedded, "mask": mask})
            for i, (window, (_, firsts)) in enumerate(zip(batch, rows, strict=True)):
                told, named = (links[side, i][np.ix_(firsts, firsts)] for side in (0, 1))
                yield window, Seen(tags=softmax(tags[i][firsts]), told=told, named=named)


def pieces_of(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """The pieces of a window, ends of paragraphs marked, and where among them each word begins."""
    ids, firsts = [vocabulary.first], []
    for i, word in enumerate(words):
        if word.breaks and i:
            ids.append(vocabulary.last)
        firsts.append(len(ids))
        ids += word.pieces
    return [*ids, vocabulary.last], firsts


def decode(words: Sequence[Word], window: Window, seen: Seen, text: str) -> Iterator[Proposal]:
    """The attributions whose cues begin in a window's core."""
    own = words[window.start : window.end]
    anchors = np.flatnonzero(seen.tags[:, CUE] >= CUE_AT)
    if not anchors.size:
        return
    share = log_softmax(seen.told[:, anchors])
    taken = (seen.tags[:, (CUE, MORE)].sum(1) >= 0.5) | (seen.tags[:, SOURCE] >= 0.5)
    taken[anchors] = True
    marked = closed((seen.tags[:, CONTENT] >= CONTENT_AT) & ~taken, taken)
    contents = [(run, int(share[run[0] : run[1]].mean(0).argmax())) for run in runs(marked, own, text)]
    for number, anchor in enumerate(anchors.tolist()):
        if not window.first <= window.start + anchor < window.last:
            continue
        content = without_specks([run for run, holder in contents if holder == number])
        if content:
            yield Proposal(
                source=extents(own, source_of(seen, anchor, own, text)),
                cue=extents(own, [cue_of(seen, anchor, share[:, number])]),
                content=extents(own, content),
                confidence=float(seen.tags[anchor, CUE]),
            )


Run = tuple[int, int]


def runs(marked: NDArray[np.bool_], words: Sequence[Word] = (), text: str = "") -> list[Run]:
    """Stretches of marked words; where the words are given, parted after each sentence too."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    found: list[Run] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        for i in range(start + 1, end if words else start):
            if text[words[i - 1].start] in STOPS and not text[words[i].start].islower():
                found.append((start, i))
                start = i
        found.append((start, end))
    return found


def closed(marked: NDArray[np.bool_], taken: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The same words with gaps of up to GAP words filled that nothing else takes."""
    filled = marked.copy()
    for start, end in runs(~marked):
        if start > 0 and end < len(marked) and end - start <= GAP and not taken[start:end].any():
            filled[start:end] = True
    return filled


def without_specks(found: Sequence[Run]) -> list[Run]:
    """Stretches without those of one or two words beside a longer one."""
    longest = max((end - start for start, end in found), default=0)
    return [(start, end) for start, end in found if end - start > SPECK or longest <= SPECK]


def cue_of(seen: Seen, anchor: int, share: Floats) -> Run:
    """From the first to the last word that belongs to a cue, near the word where it begins."""
    near = range(max(0, anchor - NEAR), min(len(share), anchor + NEAR + 1))
    more = [i for i in near if seen.tags[i, MORE] >= 0.5 and share[i] > HALF]
    return min([anchor, *more]), max([anchor, *more]) + 1


def source_of(seen: Seen, anchor: int, words: Sequence[Word], text: str) -> list[Run]:
    """The stretch around the word that most likely names a cue's source, if any likely does."""
    chance = seen.tags[:, SOURCE] / (1 + np.exp(-seen.named[:, anchor]))
    best = int(chance.argmax())
    if chance[best] < SOURCE_AT:
        return []
    marked = chance >= chance[best] * GROW
    marked[anchor] = False
    stretch = closed(marked, np.arange(len(marked)) == anchor)
    return [run for run in runs(stretch) if run[0] <= best < run[1]]


def extents(words: Sequence[Word], found: Sequence[Run]) -> tuple[Extent, ...]:
    """Where stretches of words stand in the text, neighbours joined."""
    joined: list[Run] = []
    for start, end in sorted(found):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(Extent(words[s].start, words[e - 1].end) for s, e in joined)


def softmax(logits: Floats) -> Floats:
    """Chances along the last axis."""
    return np.exp(log_softmax(logits))


def log_softmax(logits: Floats) -> Floats:
    """Logarithms of chances along the last axis."""
    shifted = logits - logits.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)
