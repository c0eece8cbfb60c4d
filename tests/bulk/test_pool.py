"""Reading processes: order kept, and a report that costs one is set aside alone."""

from functools import partial
from pathlib import Path

import pytest
from stub import WORK, Stub, batch

from onrecord.bulk.limits import LIMITS, Limits
from onrecord.bulk.pool import Pool
from onrecord.bulk.worker import Work
from onrecord.errors import InputError, OnrecordError
from onrecord.model import reading_from_json


def found(*texts: str, jobs: int = 2, limits: Limits = LIMITS, size: int = 4) -> list[str]:
    """What became of each text: its id, or why not."""
    rows = batch(*texts)
    batches = [rows[i : i + size] for i in range(0, len(rows), size)]
    with Pool(WORK, jobs, limits) as pool:
        return [
            str(f) if isinstance(f, InputError) else reading_from_json(f).document.id for _, f in pool.read(batches)
        ]


def refuses() -> None:
    raise OnrecordError("the spaCy pipeline x is not installed")


def dies() -> None:
    raise SystemExit(3)


def dies_once(mark: Path) -> Stub:
    if mark.exists():
        return Stub()
    mark.touch()
    raise SystemExit(3)


def test_rows_come_in_their_order():
    assert found(*(["They met."] * 50), size=3) == [str(i) for i in range(50)]


@pytest.mark.slow
def test_a_report_that_kills_its_process_is_set_aside_and_the_others_are_read(capfd):
    texts = ["They met."] * 9
    texts[5] = "It DIES."
    expected = [str(i) for i in range(9)]
    expected[5] = "5: is set aside, since it makes the reading process die"
    assert found(*texts) == expected
    assert capfd.readouterr().err == ""


@pytest.mark.slow
def test_a_report_that_takes_too_long_is_set_aside_and_the_others_are_read():
    assert found("They met.", "It SLEEPS.", "They left.", limits=Limits(seconds=0.5), jobs=1) == [
        "0",
        "1: is set aside, since it takes longer than 0.5 seconds",
        "2",
    ]


@pytest.mark.slow
def test_a_report_that_takes_too_much_memory_is_set_aside_and_the_others_are_read():
    assert found("They met.", "It GROWS.", "They left.", limits=Limits(megabytes=300), jobs=1) == [
        "0",
        "1: is set aside, since it takes more than 300 MB of memory",
        "2",
    ]


@pytest.mark.slow
def test_a_process_that_is_killed_once_costs_no_report(tmp_path):
    assert found("They met.", f"ONCE {tmp_path / 'mark'}", "They left.", jobs=1) == ["0", "1", "2"]


def test_a_report_that_breaks_the_reader_stands_alone():
    zero, one, two = found("They met.", "It BREAKS.", "They left.", jobs=1)
    assert (zero, two) == ("0", "2")
    assert one.startswith("1: could not be read, by a fault of onrecord (IndexError: beyond the end)")


def test_a_reader_that_can_not_be_loaded_is_an_error_of_its_own():
    with pytest.raises(OnrecordError, match="pipeline x is not installed"):
        Pool(Work(make=refuses, shape=WORK.shape), 2, LIMITS)


def test_a_process_that_dies_at_its_start_is_named():
    with pytest.raises(OnrecordError, match="could not start"):
        Pool(Work(make=dies, shape=WORK.shape), 1, LIMITS)


def test_a_process_that_is_killed_at_its_start_is_followed_by_another(tmp_path):
    work = Work(make=partial(dies_once, tmp_path / "mark"), shape=WORK.shape)
    with Pool(work, 1, LIMITS) as pool:
        assert [type(line) for _, line in pool.read([batch("They met.")])] == [str]
        assert pool.edition == Stub.edition
