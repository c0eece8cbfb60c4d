"""What the encoders see: a report in windows, for attributions, and sentences by themselves, for events."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Extent
from onrecord.models.encoder import WEIGHTS, Embeddings, Floats, Network
from onrecord.models.tokens import Vocabulary, Word
from onrecord.models.windows import Window, cut

NETWORK = "encoder.onnx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A window as an encoder sees it: the vector of each of its pieces (pieces x width), and the pieces of each of its
    words."""

    window: Window
    words: tuple[Word, ...]
    places: tuple[range, ...]
    vectors: Floats

    def decides_on(self, extent: Extent) -> bool:
        """Whether any of the words that the window decides on meets an extent."""
        own = self.words[self.window.first - self.window.start : self.window.last - self.window.start]
        return own[0].start < extent.end and extent.start < own[-1].end

    def pieces(self, extent: Extent) -> list[int]:
        """The pieces of the words that meet an extent; none where the window doesn't reach it."""
        first = bisect_right(self.words, extent.start, key=lambda word: word.end)
        last = bisect_left(self.words, extent.end, key=lambda word: word.start)
        return [i for at in self.places[first:last] for i in at]


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Seen):
    """The same with the chance of each tag for each of its pieces (pieces x 5, logits)."""

    tags: Floats


class Encoder:
    """Looks at texts for the model of attributions. Raises ModelError where its weights are missing."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        self.embeddings = Embeddings(folder)
        self._network = Network(folder / NETWORK, threads)

    def look(self, text: str, begins: Collection[int]) -> tuple[View, ...]:
        """A text in views whose windows decide on every word once. `begins`: where sentences begin."""
        words = self.embeddings.vocabulary.words(text)
        return tuple(self._views(words, cut(words, begins)))

    def _views(self, words: Sequence[Word], windows: Sequence[Window]) -> Iterator[View]:
        for window in windows:
            own = tuple(words[window.start : window.end])
            pieces, places = pieces_of(own, self.embeddings.vocabulary)
            embedded = self.embeddings.look_up(pieces)
            vectors, tags = self._network.run({"embedded": embedded[None]})
            yield View(window=window, words=own, places=places, vectors=vectors[0], tags=tags[0])


class SentenceEncoder:
    """Looks at sentences by themselves, for the model of events. Raises ModelError where its weights are missing.
    `embeddings`: those of the other encoder; None where it has its own."""

    def __init__(self, folder: Path, embeddings: Embeddings | None = None, threads: int = 1) -> None:
        self._embeddings = embeddings or Embeddings(folder)
        self._network = Network(folder / NETWORK, threads)

    def look(self, text: str, sentences: Iterable[Extent]) -> tuple[Seen, ...]:
        """The sentences of a text in order, each in one window or, if it is too long for one, in several."""
        return tuple(seen for sentence in sentences for seen in self._look_at(text, sentence))

    def _look_at(self, text: str, sentence: Extent) -> Iterator[Seen]:
        words = self._embeddings.vocabulary.words(text, sentence.start, sentence.end)
        for window in cut(words, ()):
            own = tuple(words[window.start : window.end])
            pieces, places = pieces_of(own, self._embeddings.vocabulary)
            vectors, *_ = self._network.run({"embedded": self._embeddings.look_up(pieces)[None]})
            yield Seen(window=window, words=own, places=places, vectors=vectors[0])


def pieces_of(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[list[int], tuple[range, ...]]:
    """The pieces of a window, ends of paragraphs marked, and which of them are each word's."""
    ids, places = [vocabulary.first], []
    for i, word in enumerate(words):
        if word.breaks and i:
            ids.append(vocabulary.last)
        places.append(range(len(ids), len(ids) + len(word.pieces)))
        ids += word.pieces
    return [*ids, vocabulary.last], tuple(places)
