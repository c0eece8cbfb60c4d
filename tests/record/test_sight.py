"""Every question can be put to the record as it was at a time, and as the machine coded it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from factories import as_of, border_strike
from onrecord.errors import RecordError
from onrecord.link.linking import link_new, relink
from onrecord.record import Record
from onrecord.record.correction import Action, Change, Correction
from onrecord.record.questions import Questions


class Clock:
    """Noon of a day of May, set by hand."""

    day = 1

    def __call__(self) -> str:
        return f"2025-05-{self.day:02}T12:00:00+00:00"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def record(where: str | Path, clock: Clock) -> Iterator[Record]:
    with Record(where, clock=clock) as opened:
        yield opened


def answers(seen: Questions) -> list[object]:
    """Every kind of answer, and so every table, once; which hit is the better depends on all that is held since."""
    return [
        seen.timeline("KEN"),
        seen.between("KEN", "ETH"),
        seen.claims(),
        seen.who("Alemu"),
        seen.incidents(),
        sorted(seen.search("camp"), key=repr),
        sorted(seen.search("hospital dead"), key=repr),
        list(seen.readings()),
        list(seen.all_incidents()),
        seen.documents(),
        seen.counts(),
        seen.desk(),
        seen.judgements(),
        seen.ratings(),
    ]


def put(record: Record, clock: Clock, day: int, id: str = "report-1", killed: int = 12, lexicon: str = "1") -> None:
    clock.day = day
    record.add(*as_of(border_strike(id, killed), lexicon).made())
    link_new(record)


def correct(record: Record, clock: Clock, day: int, action: Action, *changes: Change) -> None:
    clock.day = day
    made = Correction(action=action, document="report-1", item="e0", author="A. Reader", changes=changes)
    record.correct(made)
    link_new(record)


def history(record: Record, clock: Clock) -> dict[str, list[object]]:
    """A record's doings of ten days, and what it answered at the end of each."""
    steps = {
        2: lambda: put(record, clock, 2),
        3: lambda: put(record, clock, 3, "report-2", 20),
        4: lambda: put(record, clock, 4, killed=14),
        5: lambda: put(record, clock, 5, killed=14, lexicon="2"),
        6: lambda: correct(record, clock, 6, Action.EDIT, Change(field="type", value="COERCE")),
        7: lambda: correct(record, clock, 7, Action.REJECT),
        8: lambda: record.undo(2, author="A. Reader"),
        9: lambda: relink(record),
        10: lambda: record.rate_source("The Example Post", reliability="B", author="A. Reader", reason="known"),
    }
    told = {}
    for day, step in steps.items():
        clock.day = day
        step()
        if day == 8:
            link_new(record)
        told[f"2025-05-{day:02}"] = answers(record)
    return told


def test_the_record_answers_as_it_did_on_every_day(record: Record, clock: Clock) -> None:
    told = history(record, clock)
    for day, then in told.items():
        assert answers(record.seen(as_of=day)) == then, day
    assert answers(record) == told["2025-05-10"]
    assert len({repr(then) for then in told.values()}) == len(told) - 2, "neither undoing nor relinking brings new"


def test_before_anything_came_there_is_nothing(record: Record, clock: Clock) -> None:
    put(record, clock, 2)
    seen = record.seen(as_of="2025-05-01")
    assert (seen.timeline("KEN").events, seen.documents(), seen.search("camp"), seen.incidents()) == ((), (), (), ())


def test_as_coded_is_what_the_machine_read(record: Record, clock: Clock) -> None:
    put(record, clock, 2)
    before = answers(record)
    correct(record, clock, 3, Action.REJECT)
    put(record, clock, 3, "report-2", 20)
    record.correct(
        Correction(
            action=Action.EDIT,
            document="report-2",
            item="e0",
            author="A. Reader",
            changes=(Change(field="type", value="AID"),),
        )
    )
    link_new(record)
    assert [e.type for e in record.timeline("KEN").events] == ["AID"]
    assert [e.type for e in record.seen(as_coded=True).timeline("KEN").events] == ["ASSAULT", "ASSAULT"]
    assert sum(len(i.events) for i in record.seen(as_coded=True).incidents()) == 2
    assert answers(record.seen(as_of="2025-05-02", as_coded=True)) == before


def test_a_look_leaves_no_trace_and_hinders_nobody(record: Record, clock: Clock, where: str | Path) -> None:
    put(record, clock, 2)
    put(record, clock, 3, killed=14)
    reports = record.seen(as_of="2025-05-02").readings()
    assert next(reports)[0].text == border_strike().text
    with Record(where, clock=clock) as other:
        put(other, clock, 4, "report-2")
    reports.close()  # type: ignore[attr-defined]
    assert len(record.documents()) == 2
    assert record.faults() == ()


def test_what_was_kept_before_times_were_is_there_from_the_start(record: Record, clock: Clock) -> None:
    record.add(*border_strike().made())
    with record._store.writing() as connection:
        for table in ("document", "reading"):
            connection.execute(text(f"UPDATE {table} SET recorded_at = ''"))
    put(record, clock, 4, killed=14)
    assert [d.id for d in record.seen(as_of="1999").documents()] == ["report-1"]


@pytest.mark.parametrize("words", ["yesterday", "2025-5-1", "18 May 2025", "'; DROP TABLE event; --"])
def test_what_is_no_date_is_refused(record: Record, words: str) -> None:
    with pytest.raises(RecordError, match="no date"):
        record.seen(as_of=words)


def test_a_time_of_day_counts_in_its_own_zone(record: Record, clock: Clock) -> None:
    put(record, clock, 2)
    for time, there in (("2025-05-02T11:59", 0), ("2025-05-02T12:00", 1), ("2025-05-02T12:30+01:00", 0)):
        assert len(record.seen(as_of=time).documents()) == there
