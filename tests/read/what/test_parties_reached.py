"""How a party is reached: by apposition, owner, paper, leader or agent; and what reaches none."""

import pytest

from onrecord.model import Document


@pytest.fixture(scope="module")
def told(reader):
    def events(text):
        reading = reader.read(Document.from_text(text))
        name = {e.id: e.name for e in reading.entities}
        return {v.type: ([name[i] for i in v.actor], [name[i] for i in v.recipient]) for v in reading.events}

    return events


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        (
            "Ana Ortiz, the retired software pioneer who backed Luis Vega in 2008, is a delegate.",
            "SUPPORT",
            ["Ana Ortiz"],
        ),
        ("Otto Krause, a Utah Democrat who accused Chad of theft, spoke in May.", "ACCUSE", ["Otto Krause"]),
        ("Jan Novak, the head of the Prague Forum, who often criticises Chad, will testify.", "ACCUSE", ["Jan Novak"]),
        ("Critics wrote of Ana Ortiz's strategy of aligning herself with Chad.", "SUPPORT", ["Ana Ortiz"]),
        ("Envoys discussed Chad's proposal to invade Niger.", "ASSAULT", ["Chad"]),
        ("Chile issued a statement that accused Peru of spying.", "ACCUSE", ["Chile"]),
        ("The city council adopted a resolution condemning Peru.", "ACCUSE", ["The city council"]),
        ("Airstrikes on the Dawn Front by Chad went on.", "ASSAULT", ["Chad"]),
        ("Aid groups spoke of the Saudi-led bombing of Yemen.", "ASSAULT", ["Saudi Arabia"]),
        ("Authorities arrested Luis Vega in Lima.", "COERCE", ["Authorities"]),
    ],
)
def test_who_does_it(told, text, type, actor):
    assert told(text)[type][0] == actor


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        ("Jan Novak charged that Ana Ortiz hid the letters from the Prague Forum.", "ACCUSE", ["Ana Ortiz"]),
        ("Aid groups condemned the Saudi-led bombing of Yemen.", "ACCUSE", ["Saudi Arabia"]),
        ("The preacher Otto Krause met Ana Ortiz, and Krause demanded her resignation.", "REQUEST", ["Ana Ortiz"]),
        ("In Utah, the Liberty Fund, a charity financed by Otto Krause, is silent.", "AID", ["the Liberty Fund"]),
    ],
)
def test_to_whom_it_is_done(told, text, type, recipient):
    assert [name.removeprefix("the ") for name in told(text)[type][1]] == [r.removeprefix("the ") for r in recipient]


@pytest.mark.parametrize(
    "text",
    [
        "A smith in Lima, shooting at random, hurt two men.",
        "Envoys studied Peru's accusations of arming rebels.",
        "The Chaco War killed many.",
        "The Clean Water Act prevents a farmer from digging.",
    ],
)
def test_neither_a_town_nor_an_accuser_nor_a_war_nor_a_law_does_it(told, text):
    assert not any(actor for type, (actor, _) in told(text).items() if type in ("ASSAULT", "AID", "COERCE"))


@pytest.mark.parametrize(
    "text",
    [
        "Only 40 percent of Danes back Chad.",
        "About two-thirds support a ban on Chad.",
        "A majority of voters opposed Chad.",
        "Voters in Ohio oppose Chad.",
        "Nearly 7 in 10 support Chad.",
    ],
)
def test_what_polls_tell_is_nobodys_deed(told, text):
    assert not told(text).keys() & {"SUPPORT", "REJECT"}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("A majority of lawmakers supported Chad.", "SUPPORT"),
        ("Seven senators backed Chad.", "SUPPORT"),
        ("Voters rejected the treaty with Chad.", "REJECT"),
    ],
)
def test_what_a_few_or_a_vote_decide_is_one(told, text, type):
    assert type in told(text)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Senator Luis Vega attacked President Ana Ortiz, calling her weak.", "ACCUSE"),
        ("In the debate Senator Luis Vega attacked Ana Ortiz.", "ACCUSE"),
        ("Senator Luis Vega attacked Ana Ortiz with a knife.", "ASSAULT"),
        ("Gunmen attacked President Ana Ortiz.", "ASSAULT"),
        ("President Ana Ortiz attacked Chad.", "ASSAULT"),
        ("Luis Vega attacked Ana Ortiz in Lima.", "ACCUSE"),
        ("Luis Vega attacked Ana Ortiz in Lima and wounded her.", "ASSAULT"),
    ],
)
def test_politicians_attack_each_other_with_words(told, text, type):
    assert set(told(text)) == {type}


@pytest.mark.parametrize(
    "text",
    [
        "The senate released Luis Vega's taxes.",
        "Luis Vega released an advert.",
        'Jan Novak called Ana Ortiz "one of the best".',
        "It was what Ana Ortiz called the tax.",
    ],
)
def test_nobody_is_freed_by_a_paper_nor_rung_up_by_a_name(told, text):
    assert not told(text).keys() & {"RETREAT", "CONSULT"}


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        # ground on which it happens suffers nothing
        ("Thousands took to the streets of Lima and Puno.", "PROTEST", []),
        ("The militants carry out attacks from hideouts in the desert.", "ASSAULT", []),
        ("Chad and Mali agreed to pull back their forces from the frontier.", "RETREAT", []),
        # but a town does
        ("The army shelled Goma.", "ASSAULT", ["Goma"]),
        # and a state whose border it is
        ("Chad closed the border with Niger.", "COERCE", ["Niger"]),
    ],
)
def test_ground_is_no_party(told, text, type, recipient):
    assert told(text).get(type, ([], []))[1] == recipient


def test_who_takes_its_own_people_home_aids_nobody(told):
    assert "AID" not in told("The United States evacuated staff from its embassy.")
    assert told("The United States evacuated nine Kenyans.")["AID"][1] == ["Kenyans"]


@pytest.mark.parametrize(
    ("text", "type", "actor"),
    [
        ("Venezuela, which Bogota accused of arming rebels, welcomed it.", "AID", ["Venezuela"]),
        ("The accord obliges the rebels to free all hostages.", "RETREAT", ["the rebels"]),
        ("Chad accused Niger of breaking the truce with a drone strike on a school.", "ASSAULT", ["Niger"]),
    ],
)
def test_who_does_what_another_verb_says_of_him(told, text, type, actor):
    assert told(text)[type][0] == actor


def test_reporters_who_are_told_after_talks_held_none(told):
    assert told("Omani minister Ali Harthi told reporters after the talks that he was hopeful.").get(
        "CONSULT", (["Ali Harthi"], [])
    ) == (["Ali Harthi"], [])


def test_who_is_due_somewhere_will_visit(reader):
    reading = reader.read(Document.from_text("The envoy of Chad is due in Lima on Friday.", date="2025-05-07"))
    [event] = reading.events
    assert (event.type, event.modality, event.date.start) == ("AGREE", "future", "2025-05-09")


@pytest.mark.parametrize(
    ("text", "type", "parties"),
    [
        # whoever is blamed for a deed has done it, by that word
        ("Zambia blamed Tanzania for an attack on its embassy.", "ASSAULT", (["Tanzania"], ["its embassy"])),
        ("Rebels were accused of an attack on a bus in Goma.", "ASSAULT", (["Rebels"], ["Goma"])),
        # who suffers a wrong is not blamed for it
        ("Ana Ortiz criticised the treatment of Uighurs.", "ACCUSE", (["Ana Ortiz"], [])),
        ("Ana Ortiz criticised the treatment of monks by Chad.", "ACCUSE", (["Ana Ortiz"], ["Chad"])),
        # who would have been helped has accused nobody
        ("Chad has repeatedly denied arming the Dawn Front.", "REJECT", (["Chad"], [])),
    ],
)
def test_who_is_blamed(told, text, type, parties):
    assert told(text).get(type) == parties


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Sudan fired nine drones overnight.", "ASSAULT"),
        ("Sudan fired nine drones, of which eight were shot down.", "ASSAULT"),
        ("Sudan fired a missile over the bay.", "MOBILIZE"),
    ],
)
def test_weapons_are_fired_at_somebody_or_tested(told, text, type):
    assert set(told(text)) == {type}


def test_who_is_shot_dead_in_a_headline_shoots_nobody(told):
    assert told("Peruvian police officer shot dead in Puno")["ASSAULT"] == ([], ["Peruvian police officer"])
    assert told("Peruvian police officer shot dead two men in Puno")["ASSAULT"][1] == ["two men"]


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        ("Albania voted to give Pristina nine boats.", "AID", ["Kosovo"]),
        ("Hungary voiced support for Belgrade.", "SUPPORT", ["Serbia"]),
    ],
)
def test_a_capital_that_gets_something_is_its_state(told, text, type, recipient):
    assert told(text)[type][1] == recipient
