"""Which sentences are worth the model of events: what keeps the others from it, and what never is kept from it."""

from dataclasses import replace

import numpy as np
import pytest

from onrecord.model import Document, Extent
from onrecord.models.load import Models, load_models
from onrecord.models.sieve import mean_of
from onrecord.models.tokens import Word
from onrecord.models.views import Seen
from onrecord.models.windows import Window
from onrecord.read.reader import Reader


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("Malawian troops attacked Zambian soldiers near the lake.", True),
        ("The minister flew to Lusaka to mend the quarrel with Zambia.", True),
        ("Police in Suva locked up six of the dockers.", True),
        ("The museum of Suva shows shells and old canoes.", False),
        ("Rain is likely on Friday, and colder air comes from the south.", False),
        ("He likes to sing, and his sister plays the piano.", False),
    ],
)
def test_what_tells_of_a_deed_passes_and_what_only_describes_does_not(
    models: Models, sentence: str, passes: bool
) -> None:
    assert models.look(sentence, {0}).may_tell(Extent(0, len(sentence))) is passes


def test_without_a_sieve_everything_passes(models: Models) -> None:
    quiet = "He likes to sing, and his sister plays the piano."
    assert replace(models, sieve=None).look(quiet, {0}).may_tell(Extent(0, len(quiet)))


def test_what_has_no_words_tells_of_nothing(models: Models) -> None:
    assert not models.look(" \n ", {0}).may_tell(Extent(0, 3))


class Shut:
    """A sieve that lets nothing through."""

    def passes(self, views: object, sentence: object) -> bool:
        return False


def test_what_a_rule_tells_is_asked_about_however_little_the_sieve_thinks_of_it(models: Models) -> None:
    told = Document.from_text("Fiji and Samoa signed a treaty in Suva on Monday.", id="told")
    shut, open = (Reader(models=replace(models, sieve=sieve)).read(told) for sieve in (Shut(), None))
    assert [(e.type, e.confidence) for e in shut.events] == [(e.type, e.confidence) for e in open.events]
    assert shut.events


def seen(first: int, vectors: list[list[float]]) -> Seen:
    """A view of as many one-letter words, from number `first` on, as there are vectors; it decides on all."""
    words = tuple(Word(start=2 * n, end=2 * n + 1, pieces=(n,)) for n in range(first, first + len(vectors)))
    window = Window(start=first, end=first + len(vectors), first=first, last=first + len(vectors))
    places = tuple(range(i, i + 1) for i in range(len(vectors)))
    return Seen(window=window, words=words, places=places, vectors=np.array(vectors, np.float32))


def test_the_mean_of_a_sentence_is_that_of_its_pieces_in_all_views_that_decide_on_it() -> None:
    views = [seen(0, [[1, 0], [3, 0]]), seen(2, [[0, 6], [9, 9]])]
    of_all, of_one = mean_of(views, Extent(0, 5)), mean_of(views, Extent(2, 3))
    assert of_all is not None
    assert of_one is not None
    assert of_all.tolist() == pytest.approx([4 / 3, 2])
    assert of_one.tolist() == [3, 0]
    assert mean_of(views, Extent(1, 2)) is None
