"""Whether what a word tells has happened."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Modality
from onrecord.read.modality import find_modality, is_refusal

CASES = [
    ("The leaders met.", "met", "actual"),
    ("The leaders managed to meet.", "meet", "actual"),
    ("The army said that rebels attacked the town.", "attacked", "actual"),
    ("Kenya has not condemned the attack.", "attack", "actual"),
    ("The leaders will meet.", "meet", "future"),
    ("The leaders plan to meet.", "meet", "future"),
    ("The leaders are due to meet.", "meet", "future"),
    ("The leaders agreed to meet and sign a deal.", "sign", "future"),
    ("Chad said it would send food.", "send", "future"),
    ("Chad promised that it would send food.", "send", "future"),
    ("Chad would send food.", "send", "hypothetical"),
    ("Chad said it would send food if the talks began.", "send", "hypothetical"),
    ("The leaders may meet.", "meet", "hypothetical"),
    ("The rebels tried to attack the town.", "attack", "hypothetical"),
    ("If the rebels attack the town, Chad will answer.", "attack", "hypothetical"),
    ("Had Greece fired on the ship, Turkey would have answered.", "fired", "hypothetical"),
    (
        "Had the Greek coastguard fired on the Turkish trawler, both fleets would have been at sea.",
        "fired",
        "hypothetical",
    ),
    ("Had Greece fired on the ship?", "fired", "actual"),
    ("Greece had fired on the ship.", "fired", "actual"),
    ("Belgrade demanded that Pristina release the mayor.", "release", "hypothetical"),
    ("The envoy had been due to meet the rebels.", "meet", "hypothetical"),
    ("Chad will release nine men detained since May.", "detained", "actual"),
    ("Chad will release the men detained there.", "detained", "actual"),
    ("Chad asked for a force deployed on the border.", "deployed", "hypothetical"),
    ("Chad did not release the men.", "release", "negated"),
    ("Chad failed to release the men.", "release", "negated"),
    ("Chad refused to release the men.", "release", "negated"),
    ("No soldier was killed.", "killed", "negated"),
    ("None of the men was killed.", "killed", "negated"),
    ("Rebels never attacked the town.", "attacked", "negated"),
]


def told(nlp, sentence, word):
    return next(t for t in nlp(sentence) if t.text == word)


@pytest.mark.parametrize(("sentence", "word", "expected"), CASES, ids=[c[0] for c in CASES])
def test_modality(nlp, sentence, word, expected):
    assert find_modality(told(nlp, sentence, word), load_lexicon()) is Modality(expected)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Chad will not release the men.", "release", True),
        ("Chad said it would not release the men.", "release", True),
        ("The sides failed to reach a deal.", "reach", True),
        ("Chad has not released the men.", "released", False),
        ("Chad will release the men.", "release", False),
    ],
)
def test_refusal_is_a_will_not_to(nlp, sentence, word, expected):
    assert is_refusal(told(nlp, sentence, word)) is expected


EXAMPLES = [(m.modality, e) for ms in load_lexicon().modals.values() for m in ms for e in m.examples]


@pytest.mark.parametrize(("modality", "sentence"), sorted(set(EXAMPLES)))
def test_a_modal_entry_shows_in_its_examples(nlp, modality, sentence):
    last = [t for t in nlp(sentence) if t.lemma_ in ("meet", "take", "attack")][-1]
    assert find_modality(last, load_lexicon()) is modality
