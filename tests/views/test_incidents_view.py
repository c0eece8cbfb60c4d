"""What the reports of an incident say together."""

from dataclasses import replace

from factories import Report, day
from onrecord.link.linking import link_new
from onrecord.model import Kind, When
from onrecord.record import Record
from onrecord.record.judgements import Item
from onrecord.views import Count, as_incident


def counts(record: Record, *reports: Report) -> dict[tuple[str, str | None], Count]:
    """The counts of the one incident that the reports tell of, by what is counted and its currency."""
    record.add_all(report.made() for report in reports)
    link_new(record)
    (incident,) = map(as_incident, record.all_incidents())
    return {(count.what, count.currency): count for count in incident.figures}


def test_sums_in_two_currencies_are_not_one_count(record: Record) -> None:
    report = Report(text="Kenya lent Uganda 3,000 shillings, or 20 dollars, on 2025-03-17.")
    kenya, uganda = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Uganda", Kind.STATE, "UGA")
    sums = (("3,000", 3000, "KES"), ("20 dollars", 20, "USD"))
    figures = tuple(replace(report.figure(words, "money", n, n), currency=code) for words, n, code in sums)
    report.event(
        report.text, "AID", trigger="lent", actor=(kenya,), recipient=(uganda,), date=day("2025-03-17"), figures=figures
    )
    found = counts(record, report)
    assert {scope: (count.low, count.high) for scope, count in found.items()} == {
        ("money", "KES"): (3000, 3000),
        ("money", "USD"): (20, 20),
    }


def shelling(id: str, words: str, number: str, killed: int, *, of: str | None = "Uganda", on: When) -> Report:
    """Kenya's guns, with the dead as one report counts them, of one people or of nobody's."""
    report = Report(id=id, text=f"Kenya shelled Uganda at Busia. {words}", published="2025-03-20")
    kenya, uganda = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Uganda", Kind.STATE, "UGA")
    struck = report.event(
        "Kenya shelled Uganda at Busia.",
        "ASSAULT",
        trigger="shelled",
        actor=(kenya,),
        recipient=(uganda,),
        date=day("2025-03-19"),
    )
    assert struck
    report.event(
        words,
        "ASSAULT",
        trigger="killed",
        recipient=(uganda,) if of else (),
        date=on,
        figures=(report.figure(number, "killed", killed, killed),),
    )
    return report


def test_a_sum_over_days_is_told_beside_the_number_of_the_incident(record: Record) -> None:
    since = When(start="2025-03-16", end="2025-03-20", basis="stated")
    summed = shelling("1", "Thirteen were killed since Sunday.", "Thirteen", 13, on=since)
    own = shelling("2", "Three were killed.", "Three", 3, on=day("2025-03-19"))
    record.judge(Item(document="1"), Item(document="2"), same=True, author="A. Reader")
    record.add_all(report.made() for report in (summed, own))
    link_new(record)
    (incident,) = map(as_incident, record.all_incidents())
    assert {(count.since, count.low, count.high) for count in incident.figures} == {
        (None, 3, 3),
        ("2025-03-16", 13, 13),
    }


def test_a_number_over_days_is_the_incidents_where_there_is_no_other(record: Record) -> None:
    over = When(start="2025-03-16", end="2025-03-20", basis="stated")
    record.add(*shelling("1", "Thirteen were killed in the siege.", "Thirteen", 13, on=over).made())
    link_new(record)
    (incident,) = map(as_incident, record.all_incidents())
    assert [(count.since, count.low) for count in incident.figures] == [(None, 13)]


def test_the_unnamed_are_the_one_people_that_is_named(record: Record) -> None:
    record.judge(Item(document="1"), Item(document="2"), same=True, author="A. Reader")
    named = shelling("1", "Three were killed.", "Three", 3, on=day("2025-03-19"))
    unnamed = shelling("2", "Four were killed.", "Four", 4, of=None, on=day("2025-03-19"))
    record.add_all(report.made() for report in (named, unnamed))
    link_new(record)
    (incident,) = map(as_incident, record.all_incidents())
    assert [(count.whose, count.low, count.high) for count in incident.figures] == [("UGA", 3, 4)]
