"""What the record answers, as a person sees it. The commands' own tests try the wording on a real record."""

import io
from dataclasses import replace

import pytest

from factories import Report, border_strike
from onrecord.export import listings
from onrecord.export.text import print_text, text_console
from onrecord.record import Record
from onrecord.views import as_dossiers, as_ledger, as_timeline

BAD = "[red]Kenya[/red]\x1b[31m\u202e"


def printed(shown, width: int = 100) -> str:
    out = io.StringIO()
    print_text(text_console(file=out, width=width), shown)
    return out.getvalue()


def test_timeline_shows_both_reports_of_one_incident(two_reports: Record):
    shown = printed(listings.show_timeline(as_timeline(two_reports.timeline("KEN"))))
    assert shown.count("ASSAULT  Kenya → a camp  [denied]") == 2
    assert "12 killed, by the word of the ministry of defence" in shown
    assert "20 killed, by the word of the ministry of defence" in shown


def test_ledger_shows_rival_figures_with_their_tellers(two_reports: Record):
    shown = printed(listings.show_ledger(as_ledger(two_reports.claims(disputed=True))))
    assert "denied by Dawit Alemu: the report" in shown
    assert "elsewhere: 3 killed, by the word of Dawit Alemu (Moyale)" in shown


def test_dossier_counts_the_reports_that_say_so(two_reports: Record):
    shown = printed(listings.show_dossiers(as_dossiers(two_reports.who("Dawit Alemu"))), width=160)
    assert "spokesman, of ETH, from 2024-01-01, appointed by Sara Alemu, in 2 reports" in shown
    assert "also called Alemu" in shown


@pytest.mark.parametrize("width", [40, 100, 200])
def test_listings_fit_the_width(two_reports: Record, width: int):
    for shown in (
        listings.show_timeline(as_timeline(two_reports.timeline("KEN"))),
        listings.show_ledger(as_ledger(two_reports.claims())),
        listings.show_dossiers(as_dossiers(two_reports.who("Alemu"))),
        listings.show_hits(two_reports.search("people")),
    ):
        assert max(map(len, printed(shown, width).splitlines())) <= width


def test_listings_show_hostile_words_as_they_stand(record: Record):
    report: Report = replace(border_strike(), title=BAD, publisher=BAD)
    report.entities = [replace(e, name=BAD) if e.name == "Kenya" else e for e in report.entities]
    record.add(*report.made())
    shown = printed(listings.show_timeline(as_timeline(record.timeline("KEN"))))
    assert "[red]Kenya[/red]" in shown
    assert not set(shown) & {"\x1b", "\u202e"}
