"""The parser as it is loaded here gives what spaCy gives."""

import numpy as np
import pytest
import spacy
from threadpoolctl import threadpool_info

from onrecord.read import pipeline
from onrecord.read.pipeline import PIPELINE, REMEMBERING, RULER, one_thread

TEXTS = (
    "",
    "  ",
    "Kenya's envoys didn't meet the rebels; there were no talks, and they ain't gonna hold any.",
    "Let's go, y'all: Peru has got ta leave.\n\nThe leaves left him cold.",
    "She saw that saw. It is that. There's a doubt that there is none.",
)


def test_the_tokeniser_is_that_of_the_pipelines_file(nlp):
    whole = spacy.load(PIPELINE).tokenizer
    assert nlp.tokenizer.to_bytes(exclude=["vocab"]) == whole.to_bytes(exclude=["vocab"])


@pytest.mark.parametrize("text", TEXTS)
def test_rules_match_the_same_words_in_the_same_order(nlp, text):
    doc = nlp(text)
    for _ in range(2):  # looked up, and remembered
        assert nlp.get_pipe(REMEMBERING).match(doc) == nlp.get_pipe(RULER).match(doc)


@pytest.mark.parametrize("text", TEXTS)
def test_lemmas_are_spacys_and_are_looked_up_in_sets(nlp, text):
    whole = spacy.load(PIPELINE)
    assert [token.lemma_ for token in nlp(text)] == [token.lemma_ for token in whole(text)]
    index = nlp.get_pipe("lemmatizer").lookups.get_table(pipeline.LEMMAS)
    assert {type(lemmas) for lemmas in index.values()} == {frozenset}


def test_most_rules_look_at_one_word_and_some_at_two(nlp):
    ruler = nlp.get_pipe(REMEMBERING)
    assert len(ruler._alone) > 100
    assert len(ruler._together) > 0


def test_few_words_are_remembered(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "WORDS", 5)
    ruler = nlp.get_pipe(REMEMBERING)
    before = nlp("The envoy left Lima for good after nine days of talks.")
    assert len(ruler._kept) <= 5
    assert ruler.match(before) == nlp.get_pipe(RULER).match(before)


def test_numpy_multiplies_in_one_thread_while_a_report_is_parsed():
    np.ones((2, 2)) @ np.ones((2, 2))
    with one_thread():
        held = [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]
    assert set(held) <= {1}


def test_products_are_numpys(nlp):
    models = [part.model for name, part in nlp.components if name in ("tok2vec", "tagger", "parser", "ner")]
    assert len(models) == 4
    assert not any(node.ops.use_blis for model in models for node in model.walk())
