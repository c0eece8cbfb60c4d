"""How sure the rules are: as often as their like was right."""

from dataclasses import replace

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document, Modality
from onrecord.read.confidence import (
    SURE_AT,
    UNMEASURED,
    event_bucket,
    saying_bucket,
    sure_of_event,
    sure_of_saying,
    sure_of_typed,
    typed_bucket,
)
from onrecord.read.reader import Reader

SAID = "Samoa said that the port of Apia was closed to all ships from the other islands until the end of May."
ATTACK = "Fijian soldiers attacked Samoan troops."


def test_a_saying_lies_in_the_bucket_of_what_is_known_of_it(reader: Reader) -> None:
    [told] = reader.read(Document.from_text(SAID)).attributions
    assert saying_bucket(told) == ("say", "known", "long")
    assert saying_bucket(replace(told, source=replace(told.source, entity=None))) == ("say", "unknown", "long")
    assert saying_bucket(replace(told, modality=Modality.NEGATED)) == ("unsaid",)
    assert saying_bucket(replace(told, rule="cue.believe")) == ("act", "known", "long")
    assert saying_bucket(replace(told, rule="model.attribution")) == ("model",)


def test_an_event_lies_in_the_bucket_of_what_is_known_of_it(reader: Reader) -> None:
    [told] = reader.read(Document.from_text(ATTACK)).events
    assert event_bucket(told) == ("actual", "both")
    assert event_bucket(replace(told, recipient=(), modality=Modality.FUTURE)) == ("other", "one")
    assert event_bucket(replace(told, recipient=(), actor=("a", "b"))) == ("actual", "both")


def test_the_reader_says_what_was_measured(reader: Reader) -> None:
    lexicon = load_lexicon()
    [said], [attack] = (
        reader.read(Document.from_text(SAID)).attributions,
        reader.read(Document.from_text(ATTACK)).events,
    )
    assert said.confidence == sure_of_saying(said, lexicon) != UNMEASURED
    assert attack.confidence == sure_of_event(attack, lexicon) != UNMEASURED


def test_plain_sayings_are_surer_than_attitudes_and_what_was_not_said(reader: Reader) -> None:
    lexicon = load_lexicon()
    [told] = reader.read(Document.from_text(SAID)).attributions
    unsaid = replace(told, modality=Modality.NEGATED)
    assert sure_of_saying(told, lexicon) > sure_of_saying(unsaid, lexicon)


def test_what_rule_and_model_see_alike_is_surer_than_what_the_model_sees_alone_and_is_not_sure_of(
    reader: Reader,
) -> None:
    lexicon = load_lexicon()
    [both] = reader.read(Document.from_text(ATTACK)).events
    alone = replace(both, rule="model.assault")
    assert typed_bucket(both, SURE_AT) == ("both", "sure")
    assert typed_bucket(alone, SURE_AT - 0.01) == ("model", "unsure")
    assert sure_of_typed(both, 0.5, lexicon) > sure_of_typed(alone, 0.5, lexicon)
    assert sure_of_typed(both, 0.99, lexicon) >= sure_of_typed(alone, 0.99, lexicon)
    for one in (both, alone):
        assert sure_of_typed(one, 0.99, lexicon) > sure_of_typed(one, 0.5, lexicon)


def test_where_nothing_was_measured_the_models_chance_stands(reader: Reader) -> None:
    [attack] = reader.read(Document.from_text(ATTACK)).events
    assert sure_of_typed(attack, 0.7, replace(load_lexicon(), confidence={})) == 0.7


@pytest.mark.parametrize("share", load_lexicon().confidence.values())
def test_every_share_is_one(share: float) -> None:
    assert 0 < share < 1
