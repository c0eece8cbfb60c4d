"""Nouns that several countries share, and phrases that only look so."""

import pytest

from onrecord.model import Document


def told(reader, text):
    reading = reader.read(Document.from_text(text, id="d"))
    return reading, {e.id: f"{e.name} {e.country or ''}".strip() for e in reading.entities}


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Thai and Cambodian troops left the hill.", ["Thai troops THA", "Cambodian troops KHM"]),
        (
            "The Kenyan and Ugandan foreign ministers spoke.",
            ["Kenyan foreign minister KEN", "Ugandan foreign minister UGA"],
        ),
        ("The Saudi and Omani navy left the port.", ["Saudi navy SAU", "Omani navy OMN"]),
        ("The presidents of Peru, Chile and Bolivia spoke.", ["president of Peru PER", "president of Chile CHL"]),
        ("U.S. and British officials spoke.", ["U.S. officials USA", "British officials GBR"]),
    ],
)
def test_noun_that_countries_share_is_one_party_of_each(reader, sentence, named):
    _, names = told(reader, sentence)
    assert set(named) <= set(names.values())


@pytest.mark.parametrize(
    "sentence",
    [
        "The president of Peru and the Chilean envoy spoke.",
        "The Peruvian president and Chile agreed.",
        "Peruvian officials and Chile agreed.",
        "The Peruvian ambassador to Chile and Bolivia spoke.",
        "The presidents of Peru and its neighbour spoke.",
    ],
)
def test_near_misses_stay_one(reader, sentence):
    _, names = told(reader, sentence)
    assert not {"Peruvian ambassador BOL", "president of Chile CHL", "Peruvian officials CHL"} & set(names.values())
    assert sum("president" in n or "official" in n or "ambassador" in n for n in names.values()) == 1


def test_both_are_parties_of_what_they_do_together(reader):
    reading, names = told(reader, "Indian and Pakistani officials met in Dubai.")
    (met,) = [e for e in reading.events if e.type == "CONSULT"]
    assert [names[id] for id in met.actor] == ["Indian officials IND", "Pakistani officials PAK"]
