"""Several spoken of as one: whom "they" and "the two countries" stand for in an event."""

import pytest

from onrecord.model import Document


def parties_of(reader, text, type):
    reading = reader.read(Document.from_text(text))
    names = {e.id: e.name for e in reading.entities}
    return {names[id] for e in reading.events if e.type == type for id in (*e.actor, *e.recipient)}


@pytest.mark.parametrize(
    ("text", "type", "named"),
    [
        ("Kenya and Chad sent envoys to Riga. They signed a treaty with Peru.", "SUPPORT", {"Kenya", "Chad", "Peru"}),
        ("Hala Idris and Omar Saleh met in Lima. They accused Chad.", "ACCUSE", {"Hala Idris", "Omar Saleh", "Chad"}),
        ("Bolivia spoke of Norway. The two countries signed a truce on Monday.", "AGREE", {"Bolivia", "Norway"}),
        ("Fiji blamed Samoa at noon. Both governments signed a truce at dusk.", "AGREE", {"Fiji", "Samoa"}),
        (
            "Rosa Mamani flew in to see Jan Brandt. The two leaders signed a truce.",
            "AGREE",
            {"Rosa Mamani", "Jan Brandt"},
        ),
    ],
)
def test_each_of_those_spoken_of_together_is_a_party(reader, text, type, named):
    assert parties_of(reader, text, type) == named


@pytest.mark.parametrize(
    ("text", "type", "named"),
    [
        ("Fiji, Samoa and Tonga met. The two countries signed a truce on Monday.", "AGREE", {"The two countries"}),
        ("Rosa Mamani flew in to see Jan Brandt. The two men were arrested.", "COERCE", {"The two men"}),
        ("Fiji and Samoa voiced regret. Chad urged both sides to talk.", "REQUEST", {"Chad", "both sides"}),
        ("Fiji, which borders Samoa, urged both countries to sign a truce.", "REQUEST", {"Fiji", "both countries"}),
        ("The Quetzal Front fled. They attacked a village in Peru.", "ASSAULT", {"Quetzal Front", "a village"}),
    ],
)
def test_near_misses_stay_what_they_are(reader, text, type, named):
    assert parties_of(reader, text, type) == named


def test_an_agency_is_not_the_town_that_it_reports_from(reader):
    text = "HAVANA (AP) -- Chad expelled an envoy. Officials in Havana told AP so."
    reading = reader.read(Document.from_text(text))
    called = [{text[m.start : m.end] for m in e.mentions} for e in reading.entities]
    assert not any({"AP", "HAVANA"} <= words for words in called)
