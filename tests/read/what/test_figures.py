"""What numbers count: the dead, the injured, the arrested; never ages, days, sums or addresses."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.read.what.figures import find_counts


@pytest.fixture(scope="module")
def counts(nlp):
    return lambda text: [(c.what, c.number.low, c.number.high) for c in find_counts(nlp(text), load_lexicon())]


TOLLS = [
    pytest.param(e.text, e.low, toll.what, id=f"{toll.id}: {e.text}")
    for tolls in load_lexicon().tolls.values()
    for toll in tolls
    for e in toll.examples
]


@pytest.mark.parametrize(("text", "low", "what"), TOLLS)
def test_an_entry_counts_in_its_examples(counts, text, low, what):
    assert (what, low) in [(w, n) for w, n, _ in counts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed.", [("killed", 12, None)]),
        ("More than a dozen people were killed.", [("killed", 12, None)]),
        ("Between 30 and 40 people were killed.", [("killed", 30, 40)]),
        ("Up to 30 soldiers died.", [("killed", None, 30)]),
        ("The blast left 35 dead.", [("killed", 35, 35)]),
        ("The death toll rose to 40.", [("killed", 40, 40)]),
        ("The death toll reached 40.", [("killed", 40, 40)]),
        ("The bomb killed 12 and injured 30.", [("killed", 12, 12), ("injured", 30, 30)]),
        ("A soldier and two villagers were killed.", [("killed", 2, 2)]),
        ("Nine of its soldiers died.", [("killed", 9, 9)]),
        ("Hundreds were arrested.", [("arrested", 200, None)]),
        ("The flood caused no casualties.", [("casualties", 0, 0)]),
        ("Nobody was killed.", [("killed", 0, 0)]),
        ("They shelled the town, killing no one.", [("killed", 0, 0)]),
        ("No soldiers were wounded.", [("injured", 0, 0)]),
        ("No fewer than 12 soldiers were killed.", [("killed", 12, None)]),
        ("Chad deployed 1,500 troops to the border.", [("troops", 1500, 1500)]),
        ("Some two thousand soldiers were sent to Darfur.", [("troops", 2000, 2000)]),
        ("Germany gave Kenya $20 million in aid.", [("money", 20_000_000, 20_000_000)]),
        ("The bloc pledged 3.5 billion euros.", [("money", 3_500_000_000, 3_500_000_000)]),
        ("The bank approved a loan of at least $1.5bn.", [("money", 1_500_000_000, 1_500_000_000)]),
    ],
)
def test_counts(counts, text, expected):
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The king died at 81.",
        "The king, 81, died in May.",
        "He was killed on 12 May.",
        "He was killed in 2019.",
        "She was arrested at 14 Harbour Street.",
        "They were detained for 30 days.",
        "The strike killed 40 per cent of the trade.",
        "The team lost 14 games.",
        "The bill died after 12 hours.",
        "Chad deployed troops on 12 May.",
        "Chad sent 40 trucks to the border.",
        "Germany gave Kenya 40 trucks.",
        "The minister offered 14 seats in 2024.",
        "No group has claimed the attack.",
        "The deal cost $20 million.",
    ],
)
def test_other_numbers_count_nobody(counts, text):
    assert counts(text) == []
