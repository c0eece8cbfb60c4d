import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.check import check_lexicon
from onrecord.lexicon.entries import Cue
from onrecord.lexicon.lexicon import load_lexicon
from onrecord.lexicon.load import load_entries
from onrecord.lexicon.paths import parse_path

GOOD = """
- id: cue.whisper
  lemma: [whisper]
  pos: verb
  act: statement
  content: [ccomp]
  examples: [{text: She whispered that it rained., source: She}]
  silent: [The whisper died.]
"""


def load(tmp_path, text):
    file = tmp_path / "cues.yaml"
    file.write_text(text, encoding="utf-8")
    return load_entries(file, Cue)


def test_entry_is_loaded_with_its_defaults(tmp_path):
    (cue,) = load(tmp_path, GOOD)
    assert cue.lemma == ("whisper",)
    assert cue.source == ("lsubj",)
    assert cue.examples[0].source == "She"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("act: statement", "act: sigh"), "act: 'sigh' is not one of"),
        (("pos: verb", "poss: verb"), "unknown key 'poss'"),
        (("  lemma: [whisper]\n", ""), "lemma is missing"),
        (("lemma: [whisper]", "lemma: [3]"), "lemma: str is wanted, not 3"),
        (("silent: [", "silent: [["), "not YAML"),
    ],
)
def test_wrong_entry_is_named_with_what_is_wrong(tmp_path, change, problem):
    with pytest.raises(LexiconError) as caught:
        load(tmp_path, GOOD.replace(*change))
    assert problem in str(caught.value)
    assert str(caught.value).startswith("cues.yaml")


def test_on_off_yes_and_no_are_words(tmp_path):
    (cue,) = load(tmp_path, GOOD.replace("[whisper]", "[on, off, yes, no]"))
    assert cue.lemma == ("on", "off", "yes", "no")


def test_lexicon_that_ships_has_no_problem():
    assert check_lexicon() == ()


def test_digest_of_the_lexicon_names_it():
    assert load_lexicon().digest == load_lexicon().digest
    assert len(load_lexicon().digest) == 12


@pytest.mark.parametrize("path", ["nsubjj", "dobj>nmodd", "^against", "prep:on>", ""])
def test_misspelt_path_is_refused(path):
    with pytest.raises(ValueError, match="neither a dependency label nor a preposition"):
        parse_path(path)


@pytest.mark.parametrize(
    ("path", "steps"),
    [("against", 2), ("prep:on|upon>pobj", 2), ("lsubj", 1), ("dobj>with", 3), ("^dobj:launch>lsubj", 2)],
)
def test_path_is_read_into_steps(path, steps):
    assert len(parse_path(path)) == steps
