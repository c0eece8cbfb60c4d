"""Deeds that stand where a party is looked for: who did them, not where they happened or to whom."""

import pytest

from onrecord.model import Document


@pytest.fixture(scope="module")
def told(reader):
    def events(text):
        reading = reader.read(Document.from_text(text, date="2025-03-30"))
        name = {e.id: e.name for e in reading.entities}
        return {v.type: ([name[i] for i in v.actor], [name[i] for i in v.recipient]) for v in reading.events}

    return events


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The blasts at Peruvian embassies in Oslo and Quito killed at least 90 people.", []),
        ("The Israeli bombing killed nine people in Gaza.", ["Israel"]),
        ("The US bombing of a base in Syria killed four soldiers.", ["US"]),
        ("A bombing by the Red Front killed nine soldiers in Niger.", ["Red Front"]),
        ("The inquiry into the Norway bombing began in Sweden.", []),
        ("The Mali attack left nine soldiers dead.", []),
        ("The Peruvian Embassy bombing killed nine people in Chad.", []),
        ("The Mali army's attack left nine soldiers dead.", ["The Mali army"]),
    ],
)
def test_who_did_a_deed_that_kills(told, text, actor):
    assert told(text)["ASSAULT"][0] == actor


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Bolivia condemned the two bomb blasts near Norwegian embassies in Chad.", []),
        ("Bolivia condemned those responsible for the bombings of two Norwegian embassies.", []),
        ("Bolivia condemned Chad's attack on a Nigerien market.", ["Chad"]),
        ("Oman denounced the bombing of a hospital in Niger by Chadian jets.", ["Chad"]),
        ("Oman, on behalf of Chad, condemned the bombings.", []),
        ("Oman condemned the rebels.", ["the rebels"]),
    ],
)
def test_whom_a_condemnation_of_a_deed_blames(told, text, blamed):
    assert told(text)["ACCUSE"][1] == blamed


def test_the_dead_of_a_deed_are_no_second_deed(reader):
    text = "The blasts at Peruvian embassies in Oslo killed at least 90 people."
    assert [v.type for v in reader.read(Document.from_text(text)).events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Chad told its traders that they might meet with provocations by the Peruvian police.", "ACCUSE"),
        ("The group said that it would study the massacres in Chad.", "ACCUSE"),
        ("Six Chadian sailors were killed when a ferry capsized.", "ASSAULT"),
        ("The new law targets farmers in Chad.", "ASSAULT"),
        ("Peru has every right to defend its coast.", "SUPPORT"),
        ("The parents in Chad fought to keep their farm.", "ASSAULT"),
        ("Speaking with due caution, a Chadian official confirmed it.", "CONSULT"),
        ("In 2014 Chad entered the programme of the Andean Dialogue.", "CONSULT"),
        ("A provision in the U.N.-backed embargo allows food.", "CONCEDE"),
        ("The chairman read the letter at a pro-Chad rally.", "PROTEST"),
    ],
)
def test_what_is_no_deed_of_a_party(told, text, type):
    assert type not in told(text)


@pytest.mark.parametrize(
    ("text", "type", "actor", "recipient"),
    [
        ("Peru's prince ended a long Norway tour.", "CONSULT", None, None),
        ("The prince spoke of wheat during a Norway tour.", "CONSULT", ["The prince"], ["Norway"]),
        ("Two Chadian envoys were expelled from Norway.", "SANCTION", ["Norway"], ["Two Chadian envoys"]),
        ("The minister attended the NATO Summit in Oslo.", "CONSULT", ["The minister"], []),
        ("Peru approved a contract to sell Chad forty lorries.", "SUPPORT", ["Peru"], ["Chad"]),
        ("Peru and Chad signed a trade plan.", "SUPPORT", ["Peru", "Chad"], []),
        (
            "Oman expressed sympathy for the widows of the miners.",
            "SUPPORT",
            ["Oman"],
            ["the widows"],
        ),
    ],
)
def test_whose_deed_it_is(told, text, type, actor, recipient):
    assert told(text).get(type, (None, None)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ('"Oman would like to express its condolences to Peru," a statement said.', "actual"),
        ("Oman would like to join the bloc.", "hypothetical"),
        ("Norway is set to expel six Chadian envoys.", "future"),
        ("The row set off the expulsion of six Chadian envoys by Norway.", "actual"),
    ],
)
def test_what_is_done_by_saying_so_and_what_is_only_set(reader, text, modality):
    assert [v.modality.value for v in reader.read(Document.from_text(text)).events] == [modality]
