"""Every expectation of every whole report of ours."""

import pytest

from cases import Told, holds, load_cases
from onrecord.model import Document

CASES = list(load_cases())
WANTS = [
    pytest.param(case, kind, want, id=f"{case.name}: {kind} {want}")
    for case in CASES
    for kind, wants in case.expect.items()
    for want in wants
]


@pytest.fixture(scope="module")
def told(reader):
    return {c.name: Told(c.text, reader.read(Document.from_text(c.text, id=c.name, date=c.date))) for c in CASES}


@pytest.mark.parametrize(("case", "kind", "want"), WANTS)
def test_report_puts_on_record(case, kind, want, told):
    assert holds(told[case.name], kind, want)
