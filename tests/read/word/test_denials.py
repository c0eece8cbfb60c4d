"""Denials against claims, accusations in plain words, and how far an event is known to have happened."""

import pytest

from onrecord.model import Act, Document, Evidence


def read(reader, text):
    return reader.read(Document.from_text(text, date="2025-05-07"))


def said(text, attribution):
    return " … ".join(e.of(text) for e in attribution.content)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Kenya accused Uganda of arming the rebels. Uganda denied the accusation.", "arming the rebels"),
        (
            "Kenyan officials said that rebel hideouts are on Ugandan soil. Uganda denied these claims.",
            "rebel hideouts",
        ),
        ("Kenya accused Uganda of spying. Kenya urged Uganda to talk. Uganda denied these claims.", "spying"),
        ("The army claimed that it had taken Goma. The rebels denied that the army had taken Goma.", "taken Goma"),
        ("The rebels claimed that they killed 40 soldiers. The army dismissed the claim.", "40 soldiers"),
        (
            "Kenya accused Uganda of spying. Uganda rejected a claim by Mali that it had shelled a farm.",
            "shelled a farm",
        ),
        ("Jets bombed Zala on Sunday, the rebels said. The army denied it.", "Jets bombed Zala"),
        ("Tolls rose, Chad said. Jets bombed Zala, the rebels said. The army denied this.", "Jets bombed Zala"),
        ("Rwanda dismissed Uganda's allegation that it had sent troops.", "it had sent troops"),
        ("Kenya accused Uganda of arming the rebels, a charge that Kampala called a lie.", "arming the rebels"),
        ("Kenya accused Uganda of arming the rebels, a claim dismissed by Kampala as nonsense.", "arming the rebels"),
        ("Sudan's army says it retook the port; rebels deny losing it. Chad blamed the Sudanese army.", "retook"),
        ('The rebels said that they had taken Goma. "This is nonsense," the army said.', "taken Goma"),
        ("Kenya said that the gang is run from Kampala. Uganda denies any link to it.", "run from Kampala"),
        ("A monk accused Ugandan troops of looting in Goma, which Kampala rejects.", "looting in Goma"),
    ],
)
def test_denial_answers_what_it_denies(reader, text, denied):
    attributions = read(reader, text).attributions
    denial = next(a for a in attributions if a.act is Act.DENIAL)
    assert [denied in said(text, a) for a in attributions if a.id in denial.answers] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Uganda denied the accusation.",
        "Kenya called on Uganda to close the camps. Uganda denied the visit of a minister.",
        "Uganda said that it armed nobody. Uganda denied the report.",
        "Jets bombed Zala, the rebels said. It rained for a week. The army denied it.",
        "Uganda denied that Kenya had said a word about the talks.",
    ],
)
def test_denial_of_what_nobody_said_here_answers_nothing(reader, text):
    attributions = read(reader, text).attributions
    assert all(not a.answers for a in attributions)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenyan officials said that Uganda was arming the rebels.", Act.ACCUSATION),
        ("Kenyan officials stressed that rebel hideouts were on Ugandan soil.", Act.ACCUSATION),
        ("Kenyan officials said that Uganda was building a road.", Act.STATEMENT),
        ("Kenyan officials said that Kenya was arming its guards.", Act.STATEMENT),
        ("Kenyan officials said that Uganda was not arming the rebels.", Act.STATEMENT),
        ("Kenyan officials said that Uganda was a victim of terrorism.", Act.STATEMENT),
        ("Kenyan officials said that Uganda must fight terrorism.", Act.STATEMENT),
    ],
)
def test_statement_of_anothers_wrong_is_an_accusation(reader, text, act):
    assert [a.act for a in read(reader, text).attributions] == [act]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Gunmen killed three nurses in Goma.", Evidence.REPORTED),
        ("The mayor said that gunmen killed three nurses in Goma.", Evidence.ATTRIBUTED),
        ("The Free Lake Army claimed responsibility for an attack on a base in Goma.", Evidence.CLAIMED),
        ("The Free Lake Army said that it attacked a base in Goma.", Evidence.CLAIMED),
        ("The army denied that it attacked a clinic in Goma.", Evidence.DENIED),
        ("Uganda denied that the lorry that gunmen attacked in Goma had carried guns.", Evidence.ATTRIBUTED),
        ("Kenya claimed that Uganda attacked a clinic. Uganda denied the claim.", Evidence.DISPUTED),
    ],
)
def test_event_rests_on_the_word_of_who_tells_it(reader, text, evidence):
    assert [e.evidence for e in read(reader, text).events if e.type == "ASSAULT"] == [evidence]


def test_claimed_deed_has_its_claimant_as_actor_and_keeps_its_figures_as_his_word(reader):
    text = (
        "The Free Lake Army (FLA) claimed responsibility for an attack on a base. The FLA said it killed 12 soldiers."
    )
    reading = read(reader, text)
    (event,) = [e for e in reading.events if e.type == "ASSAULT"]
    assert [e.name for e in reading.entities if e.id in event.actor] == ["Free Lake Army"]
    (figure,) = event.figures
    assert (figure.what, figure.low, figure.high) == ("killed", 12, 12)
    assert any(a.id == figure.attribution and a.source.entity in event.actor for a in reading.attributions)


def test_what_is_said_against_a_charge_is_no_part_of_it(reader):
    text = "Kenya accused Uganda of arming the rebels, a claim dismissed by Kampala as nonsense."
    contents = [said(text, a) for a in read(reader, text).attributions if a.act is Act.ACCUSATION]
    assert contents == ["Uganda of arming the rebels"]


def test_who_says_no_as_well_is_not_denied(reader):
    text = (
        "Kenya denied reports that its soldiers had crossed the border. "
        'Kenyan army spokesman Tom Odera said: "No Kenyan soldier has crossed it."'
    )
    assert [a.answers for a in read(reader, text).attributions if a.act is Act.DENIAL] == [()]


def test_a_plan_that_is_rejected_is_not_the_whole_sentence(reader):
    text = "Kenya offered a plan for Goma, which Uganda rejected."
    assert not [a for a in read(reader, text).attributions if a.answers]


def test_a_claim_that_is_dismissed_tells_nothing_of_the_dismissal(reader):
    text = "Sudan's army said that it had taken the port at Zala, a claim the rebels dismissed as theatre."
    attributions = read(reader, text).attributions
    assert [said(text, a) for a in attributions if a.act is not Act.DENIAL] == ["that it had taken the port at Zala"]


def test_men_who_are_armed_with_something_are_no_wrong(reader):
    text = "The convoy was stopped in Chad by men armed with knives, Kenyan drivers said."
    assert [a.act for a in read(reader, text).attributions] == [Act.STATEMENT]


def test_what_is_said_to_be_no_lie_is_not_denied(reader):
    text = 'Peru said that the sea was rising. "It is no lie," Chile said.'
    assert Act.DENIAL not in {a.act for a in read(reader, text).attributions}


def test_a_thing_that_is_voted_down_is_nobodys_word(reader):
    text = "The council voted down a Russian draft that would have ended an inquiry into a raid on Goma."
    assert {e.evidence for e in read(reader, text).events} == {Evidence.REPORTED}


def test_nobody_denies_his_own_state_or_what_is_said_later(reader):
    text = "Uganda's president said that Uganda was safe. Uganda denies any link. Kenya accused Uganda of theft."
    assert [a.answers for a in read(reader, text).attributions if a.act is Act.DENIAL] == [()]
