"""The country of an office or a body that a report leaves out."""

import pytest

from onrecord.model import Document


@pytest.fixture(scope="module")
def country_of(reader):
    def look(text, name):
        reading = reader.read(Document.from_text(text))
        return next(e.country for e in reading.entities if e.name == name)

    return look


LEAD = "LIMA, May 3 (Wire) - Troops marched in Peru on Saturday.\n\n"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # the state that the sentence is about, or the one before it
        ("Canada sent jets, Defence Minister Ana Roa said.\n\nFiji slept.", "Ana Roa", None),
        ("Canada sent a strong signal to Fiji, as Defence Minister Ana Roa put it.", "Ana Roa", "CAN"),
        ("Chile welcomed the accord. President Ana Roa wept.", "Ana Roa", "CHL"),
        # the state from whose capital the report comes
        (LEAD + "President Ana Roa cancelled a trip.", "Ana Roa", "PER"),
        (LEAD + "The army denied it.", "The army", "PER"),
        (LEAD + "Peru will send guards to Chile, President Ana Roa said.", "Ana Roa", "PER"),
        (LEAD + "The interior ministry denied it.", "The interior ministry", "PER"),
    ],
)
def test_what_goes_without_saying(country_of, text, name, country):
    assert country_of(text, name) == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # two states
        ("Chile and Peru welcomed the accord. President Ana Roa wept.", "Ana Roa", None),
        # another paragraph
        ("Chile welcomed the accord.\n\nPresident Ana Roa wept.", "Ana Roa", None),
        # no office of a state
        (LEAD + "Governor Ana Roa wept.", "Ana Roa", None),
        # from a town that is no capital, and of another country
        (LEAD.replace("LIMA", "ADWA") + "President Ana Roa wept.", "Ana Roa", None),
        (LEAD.replace("LIMA", "NAIROBI") + "President Ana Roa wept.", "Ana Roa", None),
        # its words say whose it is, or whose it may be
        (LEAD + "Chile's President Ana Roa wept.", "Ana Roa", "CHL"),
        (LEAD + "Chile said that the army denied it.", "the army", None),
        (LEAD + "An army denied it.", "An army", None),
    ],
)
def test_near_misses_stay_open(country_of, text, name, country):
    assert country_of(text, name) == country
