"""The parser's memory of the words that it meets, bounded: as large after a million reports as after a thousand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from spacy.language import Language
from spacy.pipeline import Lemmatizer

LEMMAS = 10_000
"""Forms whose lemmas are kept."""
WORDS = 20_000
"""Words that may have been forgotten before the indices are made anew. Early, so that they never grow: what a larger
one takes while it is copied, the process keeps."""
PARTS = ("strings", "lookups", "vectors")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMemory:
    """Of a pipeline that one thread alone uses; `slots` are those of its index of words when it was loaded.

    A memory zone of spaCy 3.8 forgets the words that came up in it but keeps the slot of each in its two indices, and
    its lemmatiser keeps every form that it ever met.
    """

    nlp: Language
    vocab: Any
    slots: int

    @classmethod
    def of(cls, nlp: Language) -> Self:
        """The memory of a pipeline that has read nothing yet."""
        vocab: Any = nlp.vocab
        return cls(nlp=nlp, vocab=vocab, slots=vocab.strings._map.capacity)

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """While it is open no word is kept for good; no Doc that was made in it may be used after it."""
        with self.nlp.memory_zone():
            yield
        for _, part in self.nlp.pipeline:
            if isinstance(part, Lemmatizer) and len(part.cache) > LEMMAS:
                part.cache.clear()
        if len(self.vocab) > WORDS or self.vocab.strings._map.capacity > self.slots:
            self._index_anew()

    def _index_anew(self) -> None:
        """Both indices without the slots of forgotten words: that of strings by hand, that of lexemes by loading
        nothing into the vocabulary, which also wraps the function for norms once more if it is let."""
        strings, getters = self.vocab.strings, dict(self.vocab.lex_attr_getters)
        index = type(strings._map)()
        for key, string in strings._map.items():
            index[key] = string
        strings._map = index
        self.vocab.from_bytes(self.vocab.to_bytes(exclude=PARTS), exclude=PARTS)
        self.vocab.lex_attr_getters.update(getters)
