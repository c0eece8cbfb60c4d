"""What the model tells of a ministry and of the state in its name is told once, of the ministry."""

import pytest

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import load_people
from onrecord.model import Document
from onrecord.models.events import Answer
from onrecord.read.parse import parse
from onrecord.read.what.doubles import without_doubles
from onrecord.read.what.questions import Pair
from onrecord.read.who.cast import find_cast

TEXT = "Fiji's ministry and Tonga warned Samoa's president."


@pytest.fixture
def cast(nlp):
    return find_cast(parse(nlp, Document.from_text(TEXT, id="d")), load_people(), load_countries())


@pytest.fixture
def pair(nlp, cast):
    ids = {e.name: e.id for e in cast.entities}
    trigger = nlp(TEXT)[0]

    def make(actor, recipient, type="THREATEN", confidence=0.9):
        answer = Answer(type=type, confidence=confidence, none=1 - confidence, triggers=(0,))
        return Pair(
            actor=ids[actor],
            recipient=ids[recipient],
            actor_noun=None,
            recipient_noun=None,
            trigger=trigger,
            others=(),
            answer=answer,
            sentence=0,
        )

    return make


@pytest.mark.parametrize(
    ("actor", "recipient"), [("Fiji", "Samoa's president"), ("Fiji", "Samoa"), ("Fiji's ministry", "Samoa")]
)
def test_of_an_owner_and_its_own_the_own_is_told(cast, pair, actor, recipient):
    own, owner = pair("Fiji's ministry", "Samoa's president"), pair(actor, recipient)
    assert without_doubles([owner, own], cast) == [own]


@pytest.mark.parametrize(
    ("actor", "recipient", "type", "confidence"),
    [
        ("Tonga", "Samoa's president", "THREATEN", 0.9),
        ("Fiji", "Samoa's president", "REQUEST", 0.9),
        ("Fiji's ministry", "Samoa's president", "THREATEN", 0.3),
    ],
)
def test_other_parties_other_types_and_what_is_much_less_likely_take_nothing_away(
    cast, pair, actor, recipient, type, confidence
):
    first, second = pair("Fiji", "Samoa's president"), pair(actor, recipient, type, confidence)
    assert without_doubles([first, second], cast) == [first, second]
