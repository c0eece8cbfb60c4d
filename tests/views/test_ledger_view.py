"""The ledger sets beside a claim who denies it and what else is told, and judges nothing."""

from dataclasses import replace

import pytest

from factories import Report, border_strike
from onrecord.model import Act, Evidence
from onrecord.record import Record
from onrecord.views import State, as_ledger


def test_a_denied_claim_stands_with_its_denial_and_the_other_figures(two_reports: Record) -> None:
    claim = as_ledger(two_reports.claims(by="KEN"))[0]
    assert claim.words == "Kenya's army struck a camp in Moyale on Monday, killing 12 people"
    assert [v.name for v in claim.voices] == ["The Example Post", "the ministry of defence"]
    assert [(d.voices[-1].name, d.words) for d in claim.denials] == [("Dawit Alemu", "the report")]
    assert claim.state is State.DENIED
    assert claim.events == ("ASSAULT",)
    assert [(f.low, f.high) for f in claim.figures] == [(12, 12)]
    told = [(r.figure.low, r.figure.voices[-1].name, r.document.id) for r in claim.rivals]
    assert told == [
        (3, "Dawit Alemu", "report-1"),
        (20, "the ministry of defence", "report-2"),
        (3, "Dawit Alemu", "report-2"),
    ]


def test_a_denial_stands_beside_its_claim_and_not_by_itself(record: Record) -> None:
    record.add(*border_strike().made())
    assert [(c.id, c.act) for c in as_ledger(record.claims())] == [("a0", Act.CLAIM), ("a2", Act.STATEMENT)]


def test_a_denial_stands_by_itself_where_its_claim_is_not_asked_for(record: Record) -> None:
    record.add(*border_strike().made())
    assert [c.act for c in as_ledger(record.claims(by="Dawit Alemu"))] == [Act.DENIAL, Act.STATEMENT]


def test_a_denial_that_is_denied_in_its_turn_is_shown(record: Record) -> None:
    report = border_strike()
    report.said("only 3 people died", cue="counted", source_words="Hospital workers", answers=("a1",))
    record.add(*report.made())
    assert "a1" in [c.id for c in as_ledger(record.claims())]


STATES = [
    (Act.CLAIM, Evidence.CLAIMED, State.UNANSWERED),
    (Act.STATEMENT, Evidence.ATTRIBUTED, State.UNANSWERED),
    (Act.CLAIM, Evidence.DENIED, State.DENIED),
    (Act.CLAIM, Evidence.DISPUTED, State.DISPUTED),
    (Act.DENIAL, Evidence.DENIED, State.UNANSWERED),
    (Act.DENIAL, Evidence.DISPUTED, State.DISPUTED),
]


@pytest.mark.parametrize(("act", "evidence", "state"), STATES)
def test_the_state_of_a_claim_follows_from_the_event_that_rests_on_it(
    record: Record, act: Act, evidence: Evidence, state: State
) -> None:
    report = Report(text="Police said that Otis Ndlovu had been held.")
    said = report.said("Otis Ndlovu had been held", cue="said", source_words="Police", act=act)
    report.event(report.text, "COERCE", trigger="held", attribution=said, evidence=evidence)
    record.add(*report.made())
    assert [c.state for c in as_ledger(record.claims())] == [state]
    assert bool(record.claims(disputed=True).claims) is (state is not State.UNANSWERED)


def test_other_figures_alone_are_a_state(two_reports: Record) -> None:
    for id in ("report-1", "report-2"):
        report = border_strike(id, killed=12 if id == "report-1" else 20)
        report.attributions[1] = replace(report.attributions[1], answers=())
        report.events[0] = replace(report.events[0], evidence=Evidence.CLAIMED)
        two_reports.add(*report.made())
    states = {c.id: c.state for c in as_ledger(two_reports.claims())}
    assert states == {"a0": State.OTHER_FIGURES, "a1": State.UNANSWERED, "a2": State.OTHER_FIGURES}
