"""Voice and the like in a dependency tree."""

import pytest

from onrecord.read.trees import is_passive

VOICES = [
    ("The monks were arrested by the army.", "arrested", True),
    ("The army freed the monks arrested in May.", "arrested", True),
    ("The captain was arrested and flown to Lima.", "flown", True),
    ("The army, having expelled the monks, closed the road.", "expelled", False),
    ("The chief thanked a colonel having sent his men home.", "sent", False),
    ("The army has arrested the monks.", "arrested", False),
    ("The army has arrested the monks and sent them home.", "sent", False),
    ("The monks, having been arrested in May, left.", "arrested", True),
    ("The Chadian minister, wanted in France for fraud, left.", "wanted", True),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), VOICES, ids=[v[0] for v in VOICES])
def test_a_passive_is_known_by_its_auxiliary(nlp, sentence, word, expected):
    assert is_passive(next(t for t in nlp(sentence) if t.text == word)) is expected
