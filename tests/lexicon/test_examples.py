"""Every entry's own sentences: its examples fire it and find their parts, its near misses leave it silent."""

import pytest
import spacy
from spacy.vocab import Vocab

from frozen import parse_of
from onrecord.lexicon.check import FOLDERS, lexicon_files
from onrecord.lexicon.lexicon import load_lexicon
from onrecord.lexicon.load import load_entries, packaged
from onrecord.read.paragraphs import find_paragraphs
from onrecord.read.trial import Trial, hold_against

ENTRIES = [
    e for _, file, type_ in lexicon_files(packaged()) if type_ in FOLDERS.values() for e in load_entries(file, type_)
]
HITS = [pytest.param(e.id, x, id=f"{e.id}: {x.text}") for e in ENTRIES for x in e.examples]
MISSES = [pytest.param(e.id, x, id=f"{e.id}: {x}") for e in ENTRIES for x in e.silent]


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def trials(text: str, vocab: Vocab) -> tuple[Trial, ...]:
    return hold_against(parse_of(text, vocab), find_paragraphs(text), load_lexicon())


@pytest.mark.parametrize(("entry", "example"), HITS)
def test_example_fires_its_entry(entry, example, vocab):
    fired = [t for t in trials(example.text, vocab) if t.entry == entry and t.fired]
    assert fired, [t for t in trials(example.text, vocab) if t.entry == entry]
    for part in ("source", "content", "actor", "recipient"):
        words = getattr(example, part)
        if words is not None:
            found = [p.extent.of(example.text) for t in fired for p in t.parts if p.name == part]
            assert any(words in f or (f and f in words) for f in found), (part, found)


@pytest.mark.parametrize(("entry", "sentence"), MISSES)
def test_near_miss_leaves_its_entry_silent(entry, sentence, vocab):
    assert not [t for t in trials(sentence, vocab) if t.entry == entry and t.fired]
