"""Which incidents are asked for, a page at a time, those last reported on first."""

import pytest

from factories import Report, day
from onrecord.model import Kind
from onrecord.record import Record, newest
from onrecord.record.incidents import Wanted
from onrecord.record.linkage import TellingRow

DAYS = ("2025-03-02", "2025-03-04", None, "2025-03-04", "2025-03-09", "2025-03-01")
"""When the reports were published; the third of no known day."""
INCIDENTS = ("tolls", "talks", "raid", "raid", "tolls", "march")
"""Of which incident each tells: "tolls" has the newest, "march" the oldest."""


def report(n: int) -> Report:
    made = Report(id=f"r{n}", text=f"Kenya shelled Harar on day {n}.", published=DAYS[n])
    kenya = made.entity("Kenya", Kind.STATE, "KEN" if n % 2 else "UGA")
    event = {"actor": (kenya,), "date": day(f"2025-03-0{n + 1}"), "trigger": "shelled"}
    made.event(made.text, "ASSAULT" if n < 3 else "COERCE", **event)
    return made


@pytest.fixture
def told(record: Record) -> Record:
    made = [report(n) for n in range(len(DAYS))]
    record.add_all(one.made() for one in made)
    with record.linking() as links:
        numbers = links.numbers([one.id for one in made])
        links.keep_tellings(
            TellingRow(document=numbers[one.id], incident=incident, main=True, events=(one.events[0].id,))
            for one, incident in zip(made, INCIDENTS, strict=True)
        )
    return record


ASKED = [
    (Wanted(), (50, 0), ["tolls", "raid", "talks", "march"]),
    (Wanted(), (1, 0), ["tolls"]),
    (Wanted(), (2, 1), ["raid", "talks"]),
    (Wanted(), (2, 3), ["march"]),
    (Wanted(), (2, 9), []),
    (Wanted(a="KEN"), (50, 0), ["raid", "talks", "march"]),
    (Wanted(a="KEN"), (1, 1), ["talks"]),
    (Wanted(a="KEN", type="assault"), (50, 0), ["talks"]),
    (Wanted(type="COERCE"), (50, 0), ["tolls", "raid", "march"]),
    (Wanted(since="2025-03-05"), (50, 0), ["tolls", "march"]),
    (Wanted(until="2025-03-01"), (50, 0), ["tolls"]),
    (Wanted(a="PER"), (50, 0), []),
    (Wanted(report="r2"), (50, 0), ["raid"]),
]


@pytest.mark.parametrize("looked_at", [1, 1000])
def test_a_page_of_incidents_holds_those_last_reported_on(
    told: Record, looked_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newest, "LOOKED_AT", looked_at)
    for wanted, (limit, offset), found in ASKED:
        assert [rows.id for rows in told.incidents(wanted, limit=limit, offset=offset)] == found, (wanted, limit)
