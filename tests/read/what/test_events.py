"""Who did what to whom: types, modes, modality and parties of the events of single sentences, and what is no event."""

import pytest

from onrecord.model import Document


@pytest.fixture(scope="module")
def told(reader):
    def events(text):
        reading = reader.read(Document.from_text(text))
        name = {e.id: e.name for e in reading.entities}
        return [
            (v.type, v.modality.value, {name[i] for i in v.actor}, {name[i] for i in v.recipient}, v.mode)
            for v in reading.events
        ]

    return events


@pytest.mark.parametrize(
    ("text", "type", "actor", "recipient"),
    [
        ("Kenya sent medicine to Sudan.", "AID", "Kenya", "Sudan"),
        ("Kenya attacked Sudan.", "ASSAULT", "Kenya", "Sudan"),
        ("Sudan was attacked by Kenya.", "ASSAULT", "Kenya", "Sudan"),
        ("Kenya expelled two Sudanese diplomats.", "SANCTION", "Kenya", None),
        ("Kenya suspended aid to Sudan.", "SANCTION", "Kenya", "Sudan"),
        ("Kenya closed its border with Sudan.", "COERCE", "Kenya", "Sudan"),
        ("Kenya reopened its border with Sudan.", "RETREAT", "Kenya", "Sudan"),
        ("Kenya moved tanks to the border with Sudan.", "MOBILIZE", "Kenya", None),
        ("Workers went on strike in Chile.", "PROTEST", None, "Chile"),
        ("Kenya rejected an offer from Sudan.", "REJECT", "Kenya", "Sudan"),
        ("Kenya summoned the Sudanese ambassador.", "ACCUSE", "Kenya", None),
        ("Kenya pardoned four Sudanese sailors.", "CONCEDE", "Kenya", None),
        ("Kenya accused Sudan of shelling a farm, killing two men.", "ASSAULT", "Sudan", None),
        ("The union accused the minister of surrendering to Chile.", "RETREAT", "the minister", "Chile"),
        (
            "The government of Peru, accused by Chile of weakness, resigned.",
            "ACCUSE",
            "Chile",
            "The government of Peru",
        ),
        ("The Chilean sailors were taken into custody and set free on Monday.", "RETREAT", None, "The Chilean sailors"),
        ("Kenya's envoy voiced disappointment with Sudan.", "ACCUSE", "Kenya's envoy", "Sudan"),
        ("Kenyan fighter jets bombed a market in Sudan.", "ASSAULT", "Kenya", None),
    ],
)
def test_type_and_parties(told, text, type, actor, recipient):
    found = next(e for e in told(text) if e[0] == type)
    assert actor is None or actor in found[2]
    assert recipient is None or recipient in found[3]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Kenya agreed to send food to Chad.", "Chad"),
        ("Kenya agreed to open its markets to traders from Chad.", "Chad"),
        ("Kenya condemned a decision of the Supreme Court of Chad.", "Chad"),
        ("Kenya deployed troops at posts in the north of Chad.", "Chad"),
    ],
)
def test_a_recipient_may_lie_deep_in_the_phrase(told, text, recipient):
    assert any(recipient in name for event in told(text) for name in event[3])


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("Kenya withdrew its troops.", "its troops"),
        ("Kenya released the men after talks with Chad.", "Chad"),
        ("Kenya closed a school because of Chad.", "Chad"),
        ("Kenya and Chad signed a treaty.", "Chad"),
    ],
)
def test_what_is_the_actors_own_or_beside_the_point_is_no_recipient(told, text, stranger):
    assert not any(stranger in event[3] for event in told(text))


@pytest.mark.parametrize(
    ("text", "type", "modality"),
    [
        ("Kenya will meet Chad on Monday.", "AGREE", "future"),
        ("Kenya said it would withdraw from Chad.", "CONCEDE", "future"),
        ("Kenya will impose a curfew in the north.", "THREATEN", "future"),
        ("Kenya will not release the sailors.", "REJECT", "actual"),
        ("Kenya has not released the sailors.", "RETREAT", "negated"),
        ("Kenya may release the sailors.", "RETREAT", "hypothetical"),
    ],
)
def test_what_is_announced_refused_or_possible(told, text, type, modality):
    assert (type, modality) in [(e[0], e[1]) for e in told(text)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A drone of the rebels struck the base of the army.", "drone"),
        ("The rebels shelled the base with artillery.", "heavy-weapons"),
        ("Police fired tear gas at the students.", "crowd-control"),
        ("The president phoned the king on Friday.", "phone"),
        ("The junta imposed a curfew in the capital.", "curfew"),
    ],
)
def test_mode(told, text, mode):
    assert any(mode in e[4] for e in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The team attacked from the start of the match and the striker shot wide.",
        "Shares of the company were hit when investors sold the stock.",
        "The storm hit the coast with heavy rain and gales.",
        "The mayor died of a heart attack.",
        "Doctors are fighting the cancer with surgery.",
        "The film, a thriller about a raid on a bank, was shot in Chile.",
        "The spokesman declined to comment.",
        "The two armies face each other across the river.",
    ],
)
def test_near_misses_are_no_events_of_force(told, text):
    assert not [e for e in told(text) if e[0] in ("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT")]


@pytest.mark.parametrize(
    ("text", "type"),
    [("Hundreds protested against the junta.", "PROTEST"), ("The embassy protested against the raid.", "ACCUSE")],
)
def test_crowds_protest_in_streets_and_states_in_notes(told, text, type):
    assert type in [e[0] for e in told(text)]


@pytest.mark.parametrize(
    "text",
    ["The unions of Kenya welcomed the release.", "Kenya's foreign ministry called that an insult to Sudan."],
)
def test_nobody_is_met_where_nobody_is_called_or_welcomed(told, text):
    assert not [event for event in told(text) if event[0] == "CONSULT"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Kenya's minister proposed a meeting at Kisumu.", "AGREE"),
        ("A Kenyan request to expel a Chadian colonel was heard.", "REQUEST"),
        ("Chile asked for help against the Red Banner Front.", "REQUEST"),
        ("Chile requested 600 observers.", "REQUEST"),
    ],
)
def test_neither_a_venue_nor_who_stands_in_what_is_asked_is_a_recipient(told, text, type):
    assert [event[3] for event in told(text) if event[0] == type] == [set()]


@pytest.mark.parametrize(
    ("text", "type", "recipient"),
    [
        ("The governor of Lima is accused of taking bribes.", "ACCUSE", "The governor of Lima"),
        ("The police freed a governor of Peru suspected of fraud.", "ACCUSE", "a governor of Peru"),
        ("Two fires were blamed on the Chilean navy.", "ACCUSE", "the Chilean navy"),
        ("The Chilean navy is believed to be behind the blast.", "ACCUSE", "The Chilean navy"),
        ("Allegations that Kenya had hidden the wreck were heard.", "ACCUSE", "Kenya"),
        ("The governor of Lima was told to leave the harbour.", "REQUEST", "The governor of Lima"),
    ],
)
def test_a_speech_act_at_somebodys_expense_is_told_without_its_speaker(told, text, type, recipient):
    assert any(e[0] == type and not e[2] and recipient in e[3] for e in told(text))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Kenya does not recognise the High Court of Chad.", "actual"),
        ("If Kenya does not recognise the High Court of Chad, the talks will end.", "hypothetical"),
    ],
)
def test_a_refusal_told_by_a_not_is_no_deed_undone(told, text, modality):
    assert [e[1] for e in told(text) if e[0] == "REJECT"] == [modality]
