"""Whose deed it is that a noun tells: that of the armed, or of those who protest, named before it."""

import pytest

from onrecord.model import Document


def actors(reader, text):
    reading = reader.read(Document.from_text(text, id="d"))
    entities = {e.id: e for e in reading.entities}
    return {(entities[id].name, entities[id].country) for event in reading.events for id in event.actor}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A militant attack on a market in Bosaso killed seven people.", ("militant", None)),
        ("An army raid on the village of Tessit killed three men.", ("army", None)),
        ("A deadly Malian army raid on Kidal killed two children.", ("Malian army", "MLI")),
        ("Police fire killed two marchers.", ("Police", None)),
        ("A government offensive has driven the rebels out of Bria.", ("government", None)),
        ("Student protests against the junta spread on Monday.", ("Student", None)),
    ],
)
def test_who_stands_before_the_noun_of_a_deed_did_it(reader, text, actor):
    assert actors(reader, text) == {actor}


@pytest.mark.parametrize(
    "text",
    [
        "The embassy attack killed three guards.",
        "A terrorist attack killed five people in Gao.",
        "An artillery bombardment killed two people.",
        "A partisan attack killed the bill.",
        "A military operation killed two rebels.",
        "The student attack killed two teachers.",
        "A general strike killed trade in Lima.",
    ],
)
def test_near_misses_leave_it_open_whose_deed_it_was(reader, text):
    assert actors(reader, text) == set()


def test_those_who_attacked_are_spoken_of_again(reader):
    text = "A rebel attack on Goma killed nine soldiers. The rebels fled to Bukavu."
    reading = reader.read(Document.from_text(text, id="d"))
    assert len({id for event in reading.events for id in event.actor}) == 1


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Thousands marched in Khartoum against the junta.", "Thousands"),
        ("Tens of thousands marched in Tbilisi against the junta.", "Tens of thousands"),
        ("Hundreds were arrested in Minsk.", "Hundreds"),
        ("Rebels killed dozens in Goma.", "dozens"),
        ("Thousands of Georgians marched in Tbilisi.", None),
        ("Thieves stole thousands from a bank in Lima.", None),
        ("Thousands of shells hit the town of Bria.", None),
    ],
)
def test_a_number_that_stands_alone_is_people(reader, text, party):
    numbers = {"Thousands", "thousands", "Tens of thousands", "Hundreds", "dozens"}
    entities = reader.read(Document.from_text(text, id="d")).entities
    assert numbers & {e.name for e in entities} == ({party} if party else set())
