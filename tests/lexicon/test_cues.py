"""Every cue against the live reader: its examples fire that very entry with their parts, its near misses do not."""

import pytest
from spacy.language import Language

from casting import NOBODY
from onrecord.lexicon.entries import Cue, Example
from onrecord.lexicon.lexicon import load_lexicon
from onrecord.lexicon.load import load_folder, packaged
from onrecord.model import Attribution, Document
from onrecord.read.parse import parse
from onrecord.read.word.attributions import find_attributions

ENTRIES = load_folder(packaged() / "cues", Cue)
HITS = [pytest.param(e.id, x, id=f"{e.id}: {x.text}") for e in ENTRIES for x in e.examples]
MISSES = [pytest.param(e.id, x, id=f"{e.id}: {x}") for e in ENTRIES for x in e.silent]


def told(nlp: Language, text: str, entry: str) -> list[Attribution]:
    parsed = parse(nlp, Document.from_text(text))
    sayings = find_attributions(parsed, NOBODY, load_lexicon())
    return [s.attribution for s in sayings if s.attribution.rule == entry]


@pytest.mark.parametrize(("entry", "example"), HITS)
def test_an_example_fires_its_entry_with_its_source_and_content(entry: str, example: Example, nlp: Language) -> None:
    found = told(nlp, example.text, entry)
    assert found
    if example.source is not None:
        assert example.source in [e.of(example.text) for a in found for e in a.source.spans]
    if example.content is not None:
        assert any(example.content in e.of(example.text) for a in found for e in a.content)


@pytest.mark.parametrize(("entry", "sentence"), MISSES)
def test_a_near_miss_leaves_its_entry_silent(entry: str, sentence: str, nlp: Language) -> None:
    assert not told(nlp, sentence, entry)
