"""A denial answers the claim of another report in the same incident, and no other."""

import pytest

from factories import Report
from onrecord.link.answers import find_answers
from onrecord.link.linking import link_new
from onrecord.model import Act, Kind
from onrecord.record import Record
from onrecord.record.judgements import Item

DENIED = [
    ("Chadian soldiers crossed the ford at Tulus", True),
    ("Chadian soldiers crossing the ford", True),
    ("the harvest would be poor", False),
    ("no soldiers crossed the ford at Tulus", False),
    ("soldiers seized a lorry of onions, cloth, lamp oil and sugar", False),
]


@pytest.mark.parametrize(("claimed", "tied"), DENIED)
def test_a_denial_is_tied_to_the_claim_that_it_answers(record: Record, claimed: str, tied: bool) -> None:
    one = Report(id="r1", text=f"Sudan claimed that {claimed}.")
    one.said(claimed, cue="claimed", source=one.entity("Sudan", Kind.STATE, "SDN"), act=Act.CLAIM)
    other = Report(id="r2", text="Chad denied that its soldiers had crossed the ford at Tulus.")
    chad = other.entity("Chad", Kind.STATE, "TCD")
    other.said("its soldiers had crossed the ford at Tulus", cue="denied", source=chad, act=Act.DENIAL)
    record.add_all(report.made() for report in (one, other))
    record.judge(Item(document="r1"), Item(document="r2"), same=True, author="A. Reader")
    link_new(record)
    (incident,) = record.all_incidents()
    assert [(a.denial.document.id, a.claim.document.id) for a in find_answers(incident)] == [("r2", "r1")] * tied


@pytest.mark.parametrize(("kind", "tied"), [(Kind.GROUP, True), (Kind.BODY, False)])
def test_a_group_in_a_state_may_deny_what_the_state_claims_and_an_organ_of_it_does_not(
    record: Record, kind: Kind, tied: bool
) -> None:
    struck = "drones struck the airport of Kosti"
    one = Report(id="r1", text=f"Sudan claimed that {struck}.")
    one.said(struck, cue="claimed", source=one.entity("Sudan", Kind.STATE, "SDN"), act=Act.CLAIM)
    other = Report(id="r2", text=f"The Guard denied that {struck}.")
    other.said(struck, cue="denied", source=other.entity("The Guard", kind, "SDN"), act=Act.DENIAL)
    record.add_all(report.made() for report in (one, other))
    record.judge(Item(document="r1"), Item(document="r2"), same=True, author="A. Reader")
    link_new(record)
    (incident,) = record.all_incidents()
    assert bool(find_answers(incident)) is tied


def test_a_country_that_both_name_ties_no_denial_to_a_claim(record: Record) -> None:
    flown, hidden = "the president of Chad had flown to Tunis", "Chad had sheltered the rebels"
    one = Report(id="r1", text=f"Sudan said that {flown}.")
    one.said(flown, cue="said", source=one.entity("Sudan", Kind.STATE, "SDN"), act=Act.STATEMENT)
    other = Report(id="r2", text=f"The mayor denied that {hidden}.")
    other.said(hidden, cue="denied", source=other.entity("The mayor", Kind.PERSON, "TCD"), act=Act.DENIAL)
    record.add_all(report.made() for report in (one, other))
    record.judge(Item(document="r1"), Item(document="r2"), same=True, author="A. Reader")
    link_new(record)
    (incident,) = record.all_incidents()
    assert find_answers(incident) == ()


def test_of_several_claims_of_a_report_a_denial_answers_the_likest(record: Record) -> None:
    crossed, fled = "Chadian soldiers crossed the ford at Tulus", "Chadian soldiers fed the families who fled Birao"
    one = Report(id="r1", text=f"Sudan claimed that {crossed}. Sudan claimed that {fled}.")
    sudan = one.entity("Sudan", Kind.STATE, "SDN")
    for words in (crossed, fled):
        one.said(words, cue="claimed", source=sudan, act=Act.CLAIM)
    other = Report(id="r2", text="Chad denied that Chadian soldiers crossed at Tulus.")
    chad = other.entity("Chad", Kind.STATE, "TCD")
    other.said("Chadian soldiers crossed at Tulus", cue="denied", source=chad, act=Act.DENIAL)
    record.add_all(report.made() for report in (one, other))
    record.judge(Item(document="r1"), Item(document="r2"), same=True, author="A. Reader")
    link_new(record)
    (incident,) = record.all_incidents()
    assert [a.claim.words for a in find_answers(incident)] == [crossed]
