"""What stands behind a comma, and on which word it hangs."""

import pytest

from onrecord.model import Document
from onrecord.read.parse import parse


@pytest.fixture(scope="module")
def hanging(nlp):
    def look(text, word):
        token = next(t for t in parse(nlp, Document.from_text(text)).doc if t.text == word)
        return token.dep_, token.head.text

    return look


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        # who tells, behind the last thing told
        (
            "Guards used live rounds against farmers in Puno, killing two, a member of the town's rights board said.",
            "member",
            ("nsubj", "said"),
        ),
        # what is told of a part of those who died, before who tells it
        (
            "Two Kenyan guards and two Ugandan monks died, one of them a 12-year-old girl, the health ministry said.",
            "ministry",
            ("nsubj", "said"),
        ),
        (
            "Two Kyrgyz guards and two Tajik civilians died, one of them a 12-year-old girl, the ministries of health "
            "of the two countries said.",
            "girl",
            ("dep", "died"),
        ),
        # a row of verbs
        (
            "Soldiers said on television that they had overthrown President Ali Diop, dissolved parliament and closed "
            "the border.",
            "dissolved",
            ("conj", "overthrown"),
        ),
        # who a citizen is
        (
            "A court ordered the extradition of a Fijian citizen, Ratu Vakau, 34, whom Samoa accuses of fraud.",
            "Vakau",
            ("appos", "citizen"),
        ),
        # two peoples before one noun
        ("Turkish, Syrian forces clash near the border.", "Turkish", ("amod", "forces")),
        # another subject
        ("A woman was killed in Kharkiv and six people were hurt in Odesa.", "people", ("nsubjpass", "hurt")),
        # another deed of the first subject
        (
            "President Ana Cruz cancelled a trip to Lima that was planned for May and recalled the envoy.",
            "recalled",
            ("conj", "cancelled"),
        ),
        ("He accused Peru of driving monks from Puno and called on Chile to help.", "called", ("conj", "accused")),
        # a sentence of its own
        ("Britain pledged 40 million pounds in food aid; Norway will send doctors.", "pledged", ("parataxis", "send")),
        # another name
        ('Rebel commander Pablo Quispe, alias "El Cura", shook hands with him.', "Quispe", ("nsubj", "shook")),
    ],
)
def test_it_hangs_where_it_belongs(hanging, text, word, place):
    assert hanging(text, word) == place


@pytest.mark.parametrize(
    ("text", "word", "dep"),
    [
        ("The army said that rebels had killed a monk, a member of the order.", "member", "appos"),
        ("They toppled the king, exiled heir of the house.", "heir", "appos"),
        ("Chad, the medic said, had no beds.", "medic", "nsubj"),
        ("On Monday, Ana Cruz left.", "Cruz", "nsubj"),
    ],
)
def test_near_misses_stay_where_they_are(hanging, text, word, dep):
    assert hanging(text, word)[0] == dep
