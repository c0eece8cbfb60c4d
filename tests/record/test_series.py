"""Which events a series is made of, and in which incidents they stand."""

import pytest

from factories import border_strike
from onrecord.link.linking import link_new
from onrecord.model import Evidence, Modality
from onrecord.record import Record

ASKED = [
    (("KEN", "ETH"), {}, 1),
    (("KEN", None), {}, 1),
    (("KEN", "PER"), {}, 0),
    (("KEN", "ETH"), {"since": "2025-04"}, 0),
    (("KEN", "ETH"), {"until": "2025-03"}, 1),
]


@pytest.mark.parametrize(("parties", "days", "count"), ASKED)
def test_events_of_a_series(record: Record, parties: tuple[str, str | None], days: dict[str, str], count: int) -> None:
    record.add(*border_strike().made())
    found = record.series(*parties, **days)
    assert [(row.day, row.type, row.evidence, row.incident) for row in found] == [
        ("2025-03-17", "ASSAULT", Evidence.DENIED, None)
    ] * count


def test_linked_reports_give_one_incident(record: Record) -> None:
    record.add_all(border_strike(f"report-{n}").made() for n in (1, 2))
    link_new(record)
    incidents = {row.incident for row in record.series("KEN", "ETH")}
    assert len(incidents) == 1
    assert None not in incidents


def test_what_has_no_day_or_did_not_happen_is_left_out(record: Record) -> None:
    report = border_strike()
    (event,) = report.events
    report.events = [type(event)(**{**_fields(event), "modality": Modality.FUTURE})]
    record.add(*report.made())
    assert record.series("KEN", "ETH") == ()


def _fields(event: object) -> dict[str, object]:
    return {name: getattr(event, name) for name in event.__dataclass_fields__}  # type: ignore[attr-defined]
