"""On whose word an incident rests, each once."""

from typing import Any

import pytest

from factories import Report
from onrecord.link.linking import link_new
from onrecord.link.origins import find_origins, main_type
from onrecord.model import Act, Evidence, Kind, Modality
from onrecord.record import Record
from onrecord.record.judgements import Item

CLOSED = "Kenya closed two crossings to Uganda"


def origins(record: Record, *reports: Report) -> dict[str, tuple[str, ...]]:
    """The origins of the one incident that the reports tell of: a country or a name, with the reports."""
    record.add_all(report.made() for report in reports)
    for report in reports[1:]:
        record.judge(Item(document=reports[0].id), Item(document=report.id), same=True, author="A. Reader")
    link_new(record)
    (incident,) = record.all_incidents()
    return {origin.country or origin.name: origin.reports for origin in find_origins(incident)}


def closing(id: str, teller: str = "", *, title: str = "Border Closed", **speaker: Any) -> Report:
    """A report of a closed border, on the word of a teller or on the outlet's own."""
    ending = f", {teller} said." if teller else "."
    report = Report(id=id, title=title, publisher=f"Paper {id}", text=f"{title}\n\n{CLOSED}{ending}")
    states = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Uganda", Kind.STATE, "UGA")
    said = report.said(CLOSED, cue="said", source=report.entity(teller, **speaker)) if teller else None
    report.event(
        f"{CLOSED}{ending}",
        "COERCE",
        trigger="closed",
        actor=states[:1],
        recipient=states[1:],
        evidence=Evidence.ATTRIBUTED if teller else Evidence.REPORTED,
        attribution=said,
        place=report.place("Uganda", "UGA"),
    )
    return report


def answer(words: str, *, denied: str = "it was arming rebels") -> Report:
    """Uganda's answer: a denial and what its envoy says besides, with no event found in either."""
    text = f"Kampala Replies\n\nUganda denied that {denied}. Its envoy said that {words}."
    report = Report(id="reply", title="Kampala Replies", publisher="Paper reply", text=text)
    uganda = report.entity("Uganda", Kind.STATE, "UGA")
    report.said(denied, cue="denied", source=uganda, act=Act.DENIAL)
    report.said(words, cue="said", source=report.entity("Its envoy", Kind.PERSON, "UGA", sector=("GOV",)))
    return report


def test_organs_of_one_state_are_one_origin(record: Record) -> None:
    army = closing("1", "the Kenyan army", kind=Kind.BODY, country="KEN", sector=("MIL",))
    ministry = closing("2", "the interior ministry at Nairobi", kind=Kind.BODY, country="KEN", sector=("GOV",))
    assert origins(record, army, ministry) == {"KEN": ("1", "2")}


def test_an_outlet_that_tells_on_its_own_word_is_an_origin_of_its_own(record: Record) -> None:
    army = closing("1", "the Kenyan army at its camp in Malaba", kind=Kind.BODY, country="KEN", sector=("MIL",))
    assert origins(record, army, closing("2", title="No Lorry Passes Busia Today")) == {
        "KEN": ("1",),
        "Paper 2": ("2",),
    }


def test_what_is_said_from_the_headline_on_is_said_in_the_body(record: Record) -> None:
    report = Report(id="1", title="Kenya Closes Two Crossings", publisher="A Paper", text="")
    report.text = f"{report.title}\n\n{CLOSED}, the Kenyan army said."
    army = report.entity("the Kenyan army", Kind.BODY, "KEN", sector=("MIL",))
    report.said(f"Two Crossings\n\n{CLOSED}", cue="said", source=army)
    assert origins(record, report) == {"KEN": ("1",)}


def test_a_minister_without_a_state_is_of_the_one_that_closes_its_border(record: Record) -> None:
    minister = closing("1", "interior minister A. Odhiambo", kind=Kind.PERSON, sector=("GOV",))
    assert origins(record, minister) == {"KEN": ("1",)}


@pytest.mark.parametrize(("accused", "country"), [("Uganda", "KEN"), ("Kenya", "UGA")])
def test_nobody_is_of_the_state_that_they_accuse(record: Record, accused: str, country: str) -> None:
    report = closing("1", "minister A. Odhiambo", kind=Kind.PERSON, sector=("GOV",))
    report.text += f" A. Odhiambo accused {accused}."
    minister = report.entities[-1].id
    state = next(e.id for e in report.entities if e.name == accused)
    report.event(f"A. Odhiambo accused {accused}.", "ACCUSE", trigger="accused", actor=(minister,), recipient=(state,))
    assert country in origins(record, report)


def test_who_accuses_a_group_has_not_accused_the_state_that_it_is_in(record: Record) -> None:
    report = closing("1", "minister A. Odhiambo", kind=Kind.PERSON, sector=("GOV",))
    report.text += " A. Odhiambo accused the Coast Rebels."
    rebels = report.entity("the Coast Rebels", Kind.GROUP, "KEN")
    minister = report.entities[2].id
    report.event(
        "A. Odhiambo accused the Coast Rebels.", "ACCUSE", trigger="accused", actor=(minister,), recipient=(rebels,)
    )
    assert origins(record, report) == {"KEN": ("1",)}


@pytest.mark.parametrize(("modality", "kind"), [(Modality.ACTUAL, "AID"), (Modality.FUTURE, "COERCE")])
def test_the_deed_is_what_is_told_first_and_was_done(record: Record, modality: Modality, kind: str) -> None:
    report = Report(id="1", text="Kenya sent maize. Kenya closed a crossing.")
    kenya = (report.entity("Kenya", Kind.STATE, "KEN"),)
    report.event("Kenya sent maize.", "AID", trigger="sent", actor=kenya, modality=modality)
    report.event("Kenya closed a crossing.", "COERCE", trigger="closed", actor=kenya)
    record.add(*report.made())
    assert main_type(record.timeline("KEN").events) == kind


SAID = [
    ("the closing of two crossings was hostile", True),
    ("no crossings were closed", False),
    ("the harvest had been poor", False),
]


@pytest.mark.parametrize(("words", "vouches"), SAID)
def test_who_denies_the_reason_and_tells_of_the_deed_vouches_for_it(record: Record, words: str, vouches: bool) -> None:
    army = closing("1", "the Kenyan army", kind=Kind.BODY, country="KEN", sector=("MIL",))
    assert ("UGA" in origins(record, army, answer(words))) == vouches


def test_who_denies_the_deed_itself_vouches_for_nothing(record: Record) -> None:
    army = closing("1", "the Kenyan army", kind=Kind.BODY, country="KEN", sector=("MIL",))
    reply = answer("two crossings had been closed by rebels", denied="two crossings had been closed")
    assert origins(record, army, reply) == {"KEN": ("1",)}


@pytest.mark.parametrize(("evidence", "vouches"), [(Evidence.ATTRIBUTED, True), (Evidence.DENIED, False)])
def test_who_takes_a_deed_for_known_in_a_denial_vouches_for_it(
    record: Record, evidence: Evidence, vouches: bool
) -> None:
    army = closing("1", "the Kenyan army", kind=Kind.BODY, country="KEN", sector=("MIL",))
    denied = "the crossings that Kenya closed had been used by rebels"
    sentence = f"Uganda denied that {denied}."
    reply = Report(id="2", title="Kampala Replies", publisher="Paper 2", text=f"Kampala Replies\n\n{sentence}")
    uganda, kenya = reply.entity("Uganda", Kind.STATE, "UGA"), reply.entity("Kenya", Kind.STATE, "KEN")
    said = reply.said(denied, cue="denied", source=uganda, act=Act.DENIAL)
    reply.event(sentence, "COERCE", trigger="closed", actor=(kenya,), evidence=evidence, attribution=said)
    assert ("UGA" in origins(record, army, reply)) == vouches
