"""Dates keep their time of day and offset, and what is no single day is no date."""

import pytest

from onrecord.ingest.dates import as_iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-03-18", "2025-03-18"),
        (" 2025-03-18 ", "2025-03-18"),
        ("20250318", "2025-03-18"),
        ("2025-03-18T00:00:00", "2025-03-18"),
        ("2025-03-18T00:00:00Z", "2025-03-18T00:00:00+00:00"),
        ("2025-03-18T21:30:00+05:00", "2025-03-18T21:30:00+05:00"),
        ("2025-03-18T21:30:00.123Z", "2025-03-18T21:30:00+00:00"),
        ("2025-03-18T21:30+0430", "2025-03-18T21:30:00+04:30"),
        ("2025-03-18 21:30", "2025-03-18T21:30:00"),
        ("Tue, 18 Mar 2025 21:30:00 -0500", "2025-03-18T21:30:00-05:00"),
    ],
)
def test_dates_keeps_what_is_told(written: str, iso: str) -> None:
    assert as_iso(written) == iso


@pytest.mark.parametrize("written", ["", "2025", "2025-03", "18/03/2025", "2025-02-30", "0001-01-01", "soon", "١٢"])
def test_dates_leaves_what_is_no_day(written: str) -> None:
    assert as_iso(written) is None
