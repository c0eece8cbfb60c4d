"""What a parser keeps of words does not grow with what it reads, and its readings stay the same."""

from itertools import product

import spacy
from spacy.language import Language

from onrecord.read.forgetting import LEMMAS, WORDS, WordMemory
from onrecord.read.parse import PIPELINE

SENTENCE = "Kenyan ministers denied on Monday that rebels had shelled Kassala."
SYLLABLES = "ba di fo gu ha ji ko lu ma ni po ru sa ti vo wu".split()


def look(nlp: Language) -> list[tuple[str, ...]]:
    return [(t.lemma_, t.tag_, t.dep_, t.norm_, t.shape_, t.ent_type_) for t in nlp(SENTENCE)]


def test_the_index_of_words_keeps_its_size_over_words_never_met():
    nlp = spacy.load(PIPELINE)
    memory, before, words = WordMemory.of(nlp), look(nlp), ("".join(word) for word in product(SYLLABLES, repeat=5))
    kept, most = len(nlp.vocab.strings), 0
    for _ in range(14):
        with memory.forgetting():
            for _ in range(10_000):
                nlp.vocab[next(words)]
            most = max(most, nlp.vocab.strings._map.capacity)
    assert most <= memory.slots
    assert len(nlp.vocab) <= WORDS
    assert len(nlp.vocab.strings) == kept
    assert look(nlp) == before


def test_lemmas_are_forgotten_when_there_are_many(nlp):
    memory, lemmatizer = WordMemory.of(nlp), nlp.get_pipe("lemmatizer")
    lemmatizer.cache.update({(n, 0, 0): ["made up"] for n in range(LEMMAS + 1)})
    with memory.forgetting():
        first = look(nlp)
    assert len(lemmatizer.cache) == 0
    assert look(nlp) == first
