"""The samples are what their README says: all named there, of a report's length, with days that exist."""

import re
from calendar import day_name, month_name
from datetime import date
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORTS = sorted(p for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html"))
MONTHS, WEEKDAYS = list(month_name), list(day_name)
DAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}), ({'|'.join(MONTHS[1:])}) (\d{{1,2}})\b")


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_samples_readme_names_every_report(report: Path) -> None:
    assert f"`{report.name}`" in (SAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("report", [p for p in REPORTS if p.suffix == ".txt"], ids=lambda p: p.name)
def test_samples_are_as_long_as_a_report(report: Path) -> None:
    assert 150 <= len(report.read_text(encoding="utf-8").split()) <= 500


@pytest.mark.parametrize("report", REPORTS, ids=lambda p: p.name)
def test_samples_weekdays_fix_one_year(report: Path) -> None:
    days = DAY.findall(report.read_text(encoding="utf-8"))
    years = [
        {y for y in range(2023, 2029) if date(y, MONTHS.index(month), int(day)).weekday() == WEEKDAYS.index(name)}
        for name, month, day in days
    ]
    assert not years or len(set.intersection(*years)) == 1


def test_html_samples_say_that_they_are_invented() -> None:
    for page in SAMPLES.glob("*.html"):
        assert "invented: a sample for onrecord" in page.read_text(encoding="utf-8")
