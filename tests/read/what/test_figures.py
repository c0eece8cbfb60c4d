"""What numbers count: the dead, the injured, the arrested; never ages, days, sums or addresses."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document
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
        ("Not one soldier was killed.", [("killed", 0, 0)]),
        ("Not a single villager was wounded.", [("injured", 0, 0)]),
        ("One soldier was killed.", [("killed", 1, 1)]),
        ("No fewer than 12 soldiers were killed.", [("killed", 12, None)]),
        ("Chad deployed 1,500 troops to the border.", [("troops", 1500, 1500)]),
        ("France is withdrawing its 1,300 troops.", [("troops", 1300, 1300)]),
        ("About 300 peacekeepers arrived in Goma.", [("troops", 300, 300)]),
        ("A contingent of 1,500 troops crossed the river.", [("troops", 1500, 1500)]),
        ("Uganda will send 1,000 more troops.", [("troops", 1000, 1000)]),
        ("Three nurses were kidnapped.", [("abducted", 3, 3)]),
        ("The abduction of 25 pupils shocked the country.", [("abducted", 25, 25)]),
        ("Fourteen people were taken hostage.", [("abducted", 14, 14)]),
        ("Bandits snatched 12 farmers.", [("abducted", 12, 12)]),
        ("Police rounded up 200 migrants.", [("arrested", 200, 200)]),
        ("Police took 12 people into custody.", [("arrested", 12, 12)]),
        ("The arrest of 40 students drew protests.", [("arrested", 40, 40)]),
        ("About 300 families were evacuated.", [("displaced", 300, 300)]),
        ("The camp shelters 12,000 displaced people.", [("displaced", 12000, 12000)]),
        ("There are 1.2 million refugees in Chad.", [("displaced", 1_200_000, 1_200_000)]),
        ("It left 600 families homeless.", [("displaced", 600, 600)]),
        ("Kenya received a $1.2 billion loan.", [("money", 1_200_000_000, 1_200_000_000)]),
        ("The court imposed a fine of 4 million euros.", [("money", 4_000_000, 4_000_000)]),
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
        "The army gave no toll.",
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
        "Boeing 737 was hijacked.",
        "A man aged 40 was abducted.",
        "Her son, 12, was kidnapped.",
        "Troops left on 12 May.",
        "The 3rd Brigade withdrew.",
        "The house at 22 King Road was evacuated.",
        "Rebels seized 40 boats.",
        "Workers rounded the hill at 12.",
    ],
)
def test_other_numbers_count_nobody(counts, text):
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Germany gave Kenya $20 million.", "USD"),
        ("The bloc pledged \u20ac3.5bn.", "EUR"),
        ("Australia gave A$25 million.", "AUD"),
        ("Ghana gave 3 million cedis.", "GHS"),
        ("Bern gave 40 million Swiss francs.", "CHF"),
        ("Nairobi gave 3 million Kenyan shillings.", "KES"),
        ("Lima gave 40 million pesos.", None),
        ("Germany gave Kenya 40 million Australian dollars.", "AUD"),
    ],
)
def test_a_sum_has_its_currency(nlp, text, currency):
    assert [c.currency for c in find_counts(nlp(text), load_lexicon())] == [currency]


def test_people_have_none(nlp):
    assert [c.currency for c in find_counts(nlp("The raid killed 12 farmers."), load_lexicon())] == [None]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb wounded 20 people in Kano. Two of them died in hospital.", [2]),
        ("Rebels killed 30 villagers. The mission took six wounded to Lima. One of them died.", [30]),
    ],
)
def test_a_part_is_counted_where_the_whole_is_a_party(reader, text, killed):
    (event,) = (e for e in reader.read(Document.from_text(text, id="d")).events if e.type == "ASSAULT")
    assert [figure.low for figure in event.figures if figure.what == "killed"] == killed
