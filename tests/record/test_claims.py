"""Which claims are asked for, and which figures rival each other."""

import pytest

from factories import Report, border_strike, day
from onrecord.model import Act, Kind
from onrecord.record import Record, newest
from onrecord.record.paging import Page
from onrecord.views import as_ledger

ASKED = [
    ({}, ["a0", "a1", "a2"]),
    ({"about": "Kenya"}, ["a0"]),
    ({"about": "Dawit Alemu"}, []),
    ({"by": "KEN"}, ["a0"]),
    ({"by": "ETH"}, ["a1", "a2"]),
    ({"by": "ministry of defence"}, ["a0"]),
    ({"by": "Alemu"}, ["a1", "a2"]),
    ({"by": "Peru"}, []),
    ({"by": "%"}, []),
    ({"disputed": True}, ["a0", "a2"]),
    ({"disputed": True, "by": "KEN"}, ["a0"]),
]


@pytest.mark.parametrize(("question", "ids"), ASKED)
def test_claims_that_are_asked_for(record: Record, question: dict[str, object], ids: list[str]) -> None:
    record.add(*border_strike().made())
    assert [claim.id for claim in record.claims(**question).claims] == ids  # type: ignore[arg-type]


def test_a_source_that_was_not_resolved_is_found_by_its_words(record: Record) -> None:
    report = Report(text="Two unnamed officials blamed the weather.")
    report.said("the weather", cue="blamed", source_words="Two unnamed officials", act=Act.ACCUSATION)
    record.add(*report.made())
    assert [c.source for c in record.claims(by="two unnamed officials").claims] == ["Two unnamed officials"]


def test_a_plain_statement_on_which_nothing_rests_is_no_claim(record: Record) -> None:
    report = Report(text="The envoy said that talks were useful. She promised rain.")
    report.said("talks were useful", cue="said", source=report.entity("The envoy"))
    record.add(*report.made())
    assert record.claims().claims == ()


def toll(id: str, *, killed: int, on: str = "2025-03-10", of: str = "ETH", type: str = "ASSAULT") -> Report:
    report = Report(id=id, text=f"Kenya shelled Harar, killing {killed}, police said.")
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    harar = report.entity("Harar", Kind.GROUP, of)
    said = report.said(f"Kenya shelled Harar, killing {killed}", cue="said", source_words="police", act=Act.CLAIM)
    report.event(
        report.text,
        type,
        trigger="shelled",
        actor=(kenya,),
        recipient=(harar,),
        date=day(on),
        attribution=said,
        figures=(report.figure(f"killing {killed}", "killed", killed, killed, said),),
    )
    return report


RIVALS = [
    ("another number", {"killed": 9}, 1),
    ("the same number", {"killed": 7}, 0),
    ("another day", {"killed": 9, "on": "2025-03-11"}, 0),
    ("another party", {"killed": 9, "of": "SDN"}, 0),
    ("another type", {"killed": 9, "type": "COERCE"}, 0),
]


@pytest.mark.parametrize(("what", "other", "count"), RIVALS, ids=[what for what, _, _ in RIVALS])
def test_figures_rival_each_other_in_events_of_one_kind(
    record: Record, what: str, other: dict[str, object], count: int
) -> None:
    record.add(*toll("report-1", killed=7).made())
    record.add(*toll("report-2", **other).made())  # type: ignore[arg-type]
    found = [r for r in record.claims().rivals if r.document == "report-1"]
    assert [r.other_document for r in found] == ["report-2"] * count
    assert len(record.claims(disputed=True).claims) == 2 * count


def test_events_of_unknown_parties_rival_nothing(record: Record) -> None:
    for id, killed in (("report-1", 7), ("report-2", 9)):
        report = toll(id, killed=killed)
        event = report.events.pop()
        report.event(report.text, "ASSAULT", trigger="shelled", date=event.date, figures=event.figures)
        record.add(*report.made())
    assert record.claims().rivals == ()


@pytest.fixture(params=[1, 3, 1000], ids="looks at {}".format)
def months(request: pytest.FixtureRequest, record: Record, monkeypatch: pytest.MonkeyPatch) -> Record:
    """Six tolls a month apart, the last one undated, that came in another order; every second by the army."""
    monkeypatch.setattr(newest, "LOOKED_AT", request.param)
    for n in (3, 0, 5, 1, 4, 2):
        report = toll(f"toll-{n}", killed=n + 1, on=f"2025-0{n + 1}-10")
        report.published = f"2025-0{n + 1}-11" if n < 5 else None
        if n % 2:
            report.said(report.text, cue="said", source=report.entity("police", Kind.BODY, "KEN"), act=Act.CLAIM)
        record.add(*report.made())
    return record


PAGES = [
    ({}, Page(limit=2), ["toll-3", "toll-4"]),
    ({}, Page(limit=20), ["toll-0", "toll-1", "toll-1", "toll-2", "toll-3", "toll-3", "toll-4", "toll-5", "toll-5"]),
    ({}, Page(limit=2, offset=4), ["toll-1", "toll-1"]),
    ({}, Page(limit=2, offset=9), []),
    ({"by": "KEN"}, Page(limit=2), ["toll-1", "toll-3"]),
    ({"by": "KEN"}, Page(limit=5, offset=2), ["toll-5"]),
    ({"by": "PER"}, Page(limit=2), []),
    ({"about": "KEN", "disputed": True}, Page(limit=2), []),
]


@pytest.mark.parametrize(("question", "page", "found"), PAGES, ids=str)
def test_a_page_of_claims_holds_the_newest(
    months: Record, question: dict[str, object], page: Page, found: list[str]
) -> None:
    rows = months.claims(**question, page=page)  # type: ignore[arg-type]
    assert [claim.document.id for claim in rows.claims] == found


def test_event_statement_and_publication_are_dated_apart(record: Record) -> None:
    told = "Chad shelled Tulus on 15 March"
    report = Report(text=f"{told}, the ministry said on Monday.", published="2025-03-18")
    chad = report.entity("Chad", Kind.STATE, "TCD")
    ministry = report.entity("the ministry", Kind.BODY)
    monday = report.time("Monday", "2025-03-17")
    said = report.said(told, cue="said", source=ministry, act=Act.CLAIM, time=monday)
    report.event(report.text, "ASSAULT", trigger="shelled", actor=(chad,), date=day("2025-03-15"), attribution=said)
    record.add(*report.made())
    (claim,) = as_ledger(record.claims())
    (event,) = record.timeline("TCD").events
    (version,) = record.versions("report-1")
    assert (event.since, claim.said_on, claim.document.published) == ("2025-03-15", "2025-03-17", "2025-03-18")
    assert version.recorded_at
    record.rebuild()
    assert as_ledger(record.claims()) == (claim,)
