"""Where the phrase of a party ends, and who is none."""

import pytest

from onrecord.model import Document
from onrecord.read.reader import Reader


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Peru accused two diplomats of spying.", "two diplomats"),
        ("Peru accused the paramilitary forces of shelling a camp.", "the paramilitary forces"),
        ("Peru accused the ambassador of Chad.", "the ambassador of Chad"),
        ("Peru arrested a captain of the guard.", "a captain of the guard"),
        ("Peru met the special envoy for Chad.", "the special envoy for Chad"),
        ("Peru arrested the envoy for treason.", "the envoy"),
        ("Gunmen shot dead 14 passengers.", "14 passengers"),
        ("The navy of Malta arrested on Sunday six smugglers.", "six smugglers"),
        ("Chad mourned 14 dead passengers, and gunmen shot the passengers.", "the passengers"),
    ],
)
def test_the_phrase_of_a_party_ends_where_more_is_said_of_the_deed(reader: Reader, text: str, party: str) -> None:
    reading = reader.read(Document.from_text(text))
    mentions = {e.id: [m.extent.of(text) for m in e.mentions] for e in reading.entities}
    assert any(party in mentions[id] for event in reading.events for id in (*event.actor, *event.recipient))


def test_what_the_holder_of_an_office_does_neither_the_body_nor_the_state_does(reader: Reader) -> None:
    reading = reader.read(Document.from_text("Speaker of the Senate Ana Roa accused Chad of lying."))
    names = {e.id: e.name for e in reading.entities}
    assert [[names[id] for id in event.actor] for event in reading.events] == [["Ana Roa"]]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Kenya arrested the group's leader, Ali Diop.", "Ali Diop"),
        ("Kenya arrested the ministry's spokesman.", "the ministry's spokesman"),
        ("Kenya bombed the group's fighters.", "the group"),
    ],
)
def test_what_is_done_to_its_people_is_done_to_a_group_but_not_what_is_done_to_its_leader(
    reader: Reader, text: str, recipient: str
) -> None:
    reading = reader.read(Document.from_text(text))
    names = {e.id: e.name for e in reading.entities}
    assert [[names[id] for id in event.recipient] for event in reading.events] == [[recipient]]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Peru offered to host talks.", "host"), ("Peru appealed to the host of the talks.", "the host of the talks")],
)
def test_a_verb_is_nobody(reader: Reader, text: str, words: str) -> None:
    mentions = [m.extent.of(text) for e in reader.read(Document.from_text(text)).entities for m in e.mentions]
    assert [m for m in mentions if "host" in m] == ([words] if words != "host" else [])


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The Israeli army launched an assault on Lebanon that left 100 civilians dead.", {"Lebanon"}),
        ("Gunmen shelled soldiers in Goma.", {"soldiers"}),
        ("Peru and Chile agreed to share information on Bolivia.", set()),
        ("Peru and Chile held talks on Bolivia.", set()),
        ("The two ministers traded accusations over the flood in Bolivia.", set()),
        ("Canada moved its navy north, according to Norway.", set()),
        ("The two presidents agreed to withdraw troops.", set()),
        ("Peru agreed to send troops to Chad.", {"Chad"}),
    ],
)
def test_a_state_is_a_party_and_a_place_or_what_is_sent_is_none(reader: Reader, text: str, recipient: set[str]) -> None:
    reading = reader.read(Document.from_text(text))
    names = {e.id: e.name for e in reading.entities}
    assert {names[id] for event in reading.events[:1] for id in event.recipient} == recipient


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya, Sudan sign a truce", ["Kenya", "Sudan"]),
        ("Peru, Chile agree to extend treaty", ["Peru", "Chile"]),
        ("On Monday, Chile agreed to extend the treaty.", ["Chile"]),
        ("In Peru, Chile agreed to extend the treaty.", ["Chile"]),
        ("Riot police detained nine Peruvians.", ["Riot police"]),
        ("Riot, a Chilean band, agreed to leave Peru.", ["Riot"]),
        ("Al-Shabaab often attacks Somali soldiers.", []),
        ("Al-Shabaab often attacked Somali soldiers.", ["Al-Shabaab"]),
        ("Al-Shabaab again attacks Somali soldiers.", ["Al-Shabaab"]),
    ],
)
def test_who_does_it_by_headlines_and_by_habit(reader: Reader, text: str, actor: list[str]) -> None:
    reading = reader.read(Document.from_text(text))
    names = {e.id: e.name for e in reading.entities}
    assert [names[id] for event in reading.events[:1] for id in event.actor] == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("He praised Norway.", ["He"]),
        ("They praised Norway.", []),
        ("Ana Roa, a Democrat who met the envoy of Togo, praised Norway.", ["Ana Roa"]),
    ],
)
def test_who_is_only_he_or_one_of_a_party_is_a_person(reader: Reader, text: str, actor: list[str]) -> None:
    reading = reader.read(Document.from_text(text))
    first = {e.id: e.mentions[0].extent.of(text) for e in reading.entities}
    told = [e for e in reading.events if e.type in ("CONSULT", "SUPPORT")]
    assert all(first[id] in actor or first[id] == "the envoy of Togo" for e in told for id in e.actor)
    assert bool(told and told[-1].actor) is bool(actor)


def test_who_is_for_a_thing_with_nobody_behind_it_supports_nobody(reader: Reader) -> None:
    types = [e.type for text in ("Peru supports a tax.",) for e in reader.read(Document.from_text(text)).events]
    assert types == []
    assert [e.type for e in reader.read(Document.from_text("Peru supports Chad.")).events] == ["SUPPORT"]
