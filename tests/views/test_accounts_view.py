"""An incident report by report: what each adds, what is told differently, what is denied."""

from dataclasses import replace

import pytest

from factories import Report, border_strike, day
from onrecord.link.linking import link_new
from onrecord.model import Act, Evidence, Form, Kind
from onrecord.record import Record
from onrecord.record.judgements import Item
from onrecord.record.rows import IncidentRows
from onrecord.views import as_accounts, as_contradictions, as_differences, as_incident
from onrecord.views.accounts import Novelty


def joined(record: Record, *reports: Report) -> IncidentRows:
    """The reports as one incident, whatever the linker thinks."""
    record.add_all(report.made() for report in reports)
    for other in reports[1:]:
        record.judge(Item(document=reports[0].id), Item(document=other.id), same=True, author="A. Reader")
    link_new(record)
    (rows,) = record.all_incidents()
    return rows


def shelling(id: str, town: str, date: str, published: str, by: str = "Chad", of: str = "Sudan") -> Report:
    """One side shells a town of the other."""
    text = f"{by} shelled {town} on {date}, officials in {of} wrote under number {id}."
    report = Report(id=id, text=text, published=published, publisher=f"Paper {id}")
    codes = {"Chad": "TCD", "Sudan": "SDN"}
    sides = [report.entity(name, Kind.STATE, codes[name]) for name in (by, of)]
    place = report.place(town, codes[of])
    report.event(
        text, "ASSAULT", trigger="shelled", actor=(sides[0],), recipient=(sides[1],), place=place, date=day(date)
    )
    return report


def added(rows: IncidentRows) -> list[list[str]]:
    return [[f"{x.kind.value} {x.words}" for x in account.adds] for account in as_accounts(rows)]


def test_a_report_adds_what_no_earlier_one_has(record: Record) -> None:
    late = shelling("1", "Tulus", "2025-03-01", published="2025-03-05")
    early = shelling("2", "Birao", "2025-03-01", published="2025-03-02")
    assert added(joined(record, late, early)) == [
        ["event ASSAULT Chad → Sudan", "place Birao"],
        ["place Tulus"],
    ]


def test_a_copy_adds_nothing_and_names_its_original(record: Record) -> None:
    one = shelling("1", "Tulus", "2025-03-01", published="2025-03-02")
    two = shelling("1", "Tulus", "2025-03-01", published="2025-03-03")
    two.id = "2"
    accounts = as_accounts(joined(record, one, two))
    assert [a.copy_of.id if a.copy_of else None for a in accounts] == [None, "1"]
    assert accounts[1].adds == ()


def test_figures_and_denials_are_told_with_who_says_so(record: Record) -> None:
    first, second = as_accounts(joined(record, border_strike("r1", killed=12), border_strike("r2", killed=20)))
    told = {(x.figure.low, x.figure.voices[-1].name) for x in first.adds if x.figure}
    assert told == {(12, "the ministry of defence"), (3, "Dawit Alemu")}
    assert [x.words for x in first.adds if x.kind is Novelty.DENIAL] == ["Dawit Alemu"]
    assert [x.figure.low for x in second.adds if x.figure] == [20]


@pytest.mark.parametrize(
    ("form", "tellers", "origins"),
    [
        (Form.NOMINAL, ["our soldiers"], ["our soldiers"]),
        (Form.PRONOUN, [], ["Chad"]),
    ],
)
def test_of_whom_a_report_only_says_our_tells_nothing_by_that_name(
    record: Record, form: Form, tellers: list[str], origins: list[str]
) -> None:
    told = "Chad struck Tulus"
    report = Report(id="1", text=f"{told}, our soldiers said.")
    chad = report.entity("Chad", Kind.STATE, "TCD")
    speaker = report.entity("our soldiers", country="TCD", sector=("MIL",))
    report.entities[-1] = replace(
        report.entities[-1], mentions=tuple(replace(m, form=form) for m in report.entities[-1].mentions)
    )
    said = report.said(told, cue="said", source=speaker, act=Act.CLAIM)
    report.event(report.text, "ASSAULT", trigger="struck", actor=(chad,), attribution=said, evidence=Evidence.CLAIMED)
    rows = joined(record, report)
    (account,) = as_accounts(rows)
    assert [x.words for x in account.adds if x.kind is Novelty.SOURCE] == tellers
    assert [origin.name for origin in as_incident(rows).origins] == origins


DIFFERENCES = [
    ({}, {}, []),
    ({}, {"town": "Birao"}, ["where"]),
    ({}, {"date": "2025-03-02"}, ["when"]),
    ({}, {"by": "Sudan", "of": "Chad"}, ["who"]),
]


@pytest.mark.parametrize(("one", "other", "points"), DIFFERENCES)
def test_points_that_are_told_differently(record: Record, one: dict, other: dict, points: list[str]) -> None:
    common = {"town": "Tulus", "date": "2025-03-01", "published": "2025-03-05"}
    rows = joined(record, shelling("1", **{**common, **one}), shelling("2", **{**common, **other}))
    found = as_differences(rows)
    assert [d.about for d in found] == points
    for difference in found:
        assert [[t.document.id for t in v.tellers] for v in difference.versions] == [["1"], ["2"]]


def test_a_denial_stands_with_what_it_answers(record: Record) -> None:
    found = as_contradictions(joined(record, border_strike("r1")))
    assert [(c.denial.source, [a.source for a in c.answers]) for c in found] == [
        ("Dawit Alemu", ["the ministry of defence"])
    ]
