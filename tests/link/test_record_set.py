"""What linking reaches on the invented reports of tests/record_set is not lost."""

import importlib.util
import sys
from pathlib import Path

import pytest

from onrecord.record import Record

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "record_set.py"
spec = importlib.util.spec_from_file_location("record_set", SCRIPT)
assert spec is not None
assert spec.loader is not None
record_set = importlib.util.module_from_spec(spec)
sys.modules["record_set"] = record_set
spec.loader.exec_module(record_set)


@pytest.mark.slow
def test_incidents_and_origins_of_the_set(reader, record: Record) -> None:
    key = record_set.load_key()
    record_set.fill(record, reader, key)
    figures = record_set.measure(record, key)
    assert figures.reports >= 120
    assert figures.incidents >= 40
    assert figures.conll >= 95
    assert figures.denials >= 90
    assert figures.people >= 95
    precision, recall, _ = figures.also
    assert precision >= 95
    assert recall >= 60
    assert figures.origins >= 90, figures.wrong_origins
