"""Incidents at a terminal."""

import pytest
from rich.console import Console

from factories import Report, day
from onrecord.export.incident_listing import show_incidents
from onrecord.link.linking import link_new
from onrecord.model import Kind
from onrecord.record import Record
from onrecord.views import as_incidents

TOLD = [
    ((12, 12), "12 killed"),
    ((None, 10), "up to 10 killed"),
    ((1200, None), "at least 1,200 killed"),
]


@pytest.mark.parametrize(("figure", "shown"), TOLD)
def test_a_bound_is_shown_as_a_bound(record: Record, figure: tuple[int, int], shown: str) -> None:
    report = Report(text="Kenya shelled Uganda; many died.")
    kenya, uganda = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Uganda", Kind.STATE, "UGA")
    report.event(
        report.text,
        "ASSAULT",
        trigger="shelled",
        actor=(kenya,),
        recipient=(uganda,),
        date=day("2025-03-17"),
        figures=(report.figure("many", "killed", *figure),),
    )
    record.add(*report.made())
    link_new(record)
    console = Console(width=120)
    with console.capture() as capture:
        console.print(show_incidents(as_incidents(record.all_incidents())))
    assert f"  {shown} (UGA)\n" in "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
