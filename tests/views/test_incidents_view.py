"""What the reports of an incident say together."""

from dataclasses import replace

from factories import Report, day
from onrecord.link.linking import link_new
from onrecord.model import Kind
from onrecord.record import Record
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
