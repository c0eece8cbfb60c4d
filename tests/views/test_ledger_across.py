"""The ledger ties what other reports of one incident deny and what they say too, and nothing of another incident."""

import pytest

from factories import Report
from onrecord.link.linking import link_new
from onrecord.model import Act, Kind
from onrecord.record import Record
from onrecord.record.judgements import Item
from onrecord.views import State, as_ledger

CROSSED = "Chadian soldiers crossed the ford at Tulus"


def said(id: str, by: str, country: str, act: Act, words: str, on: str) -> Report:
    report = Report(id=id, text=f"{by} spoke: {words}.", published=on, publisher=f"Post {id}")
    report.said(words, cue="spoke", source=report.entity(by, Kind.BODY, country), act=act)
    return report


@pytest.fixture
def record(record: Record) -> Record:
    """A claim, its repetition by another organ of the state, its confirmation by observers, denials: a report each."""
    reports = (
        said("r1", "Khartoum's army", "SDN", Act.CLAIM, CROSSED, "2025-03-18"),
        said(
            "r2", "Sudan's ministry", "SDN", Act.ACCUSATION, "soldiers of Chad crossing the ford at Tulus", "2025-03-16"
        ),
        said(
            "r3", "The observers", "AUU", Act.STATEMENT, "Chadian soldiers had crossed the ford at Tulus", "2025-03-19"
        ),
        said("r4", "Chad's army", "TCD", Act.DENIAL, "its soldiers had crossed the ford at Tulus", "2025-03-20"),
        said("r5", "Chad's army", "TCD", Act.DENIAL, "its soldiers had crossed the ford at Tulus", "2025-03-21"),
        said("r6", "Chad's army", "TCD", Act.CLAIM, "the harvest at Tulus would be poor", "2025-03-21"),
    )
    record.add_all(report.made() for report in reports)
    for other in ("r2", "r3", "r4", "r6"):
        record.judge(Item(document="r1"), Item(document=other), same=True, author="A. Reader")
    record.judge(Item(document="r4"), Item(document="r5"), same=False, author="A. Reader")
    record.judge(Item(document="r1"), Item(document="r5"), same=False, author="A. Reader")
    link_new(record)
    return record


def test_a_claim_shows_who_denies_it_who_says_so_too_and_since_when(record: Record) -> None:
    claim = next(c for c in as_ledger(record.claims()) if c.document.id == "r1")
    assert claim.state is State.DENIED
    assert [(d.document.id, d.voices[-1].name) for d in claim.denials] == [("r4", "Chad's army")]
    assert claim.denials[0].likeness is not None
    assert [(s.document.id, s.voices[-1].name) for s in claim.confirmed] == [("r3", "The observers")]
    assert [s.document.id for s in claim.repeated] == ["r2"]
    assert claim.since == "2025-03-16"


def test_a_denial_stands_beside_what_it_denies_and_alone_where_that_is_not_asked_for(record: Record) -> None:
    assert [c.document.id for c in as_ledger(record.claims())] == ["r2", "r1", "r5", "r6"]
    assert [c.document.id for c in as_ledger(record.claims(by="TCD"))] == ["r4", "r5", "r6"]


def test_only_what_is_denied_is_disputed(record: Record) -> None:
    assert [c.document.id for c in as_ledger(record.claims(disputed=True))] == ["r2", "r1"]


def test_reports_that_are_not_linked_tie_nothing(record: Record) -> None:
    with record.linking() as linkage:
        linkage.forget()
    for claim in as_ledger(record.claims()):
        assert (claim.state, claim.denials, claim.confirmed) == (State.UNANSWERED, (), ())
