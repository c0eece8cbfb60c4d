"""`make audit` tells each known fault in a line."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("audit", Path(__file__).parents[1] / "tools" / "audit.py")
assert SPEC is not None
assert SPEC.loader is not None
audit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(audit)

SOUND = {"name": "sound", "version": "1.0", "vulns": []}
SKIPPED = {"name": "unknown", "skip_reason": "not found on PyPI"}


def faulty(*mended: str) -> dict[str, object]:
    return {"name": "faulty", "version": "2.1", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": list(mended)}]}


@pytest.mark.parametrize(
    ("packages", "lines"),
    [
        ([SOUND, SKIPPED], []),
        ([SOUND, faulty("2.2", "3.0")], ["faulty 2.1: PYSEC-2026-1, mended in 2.2, 3.0"]),
        ([faulty()], ["faulty 2.1: PYSEC-2026-1, mended in none"]),
    ],
)
def test_each_fault_is_a_line(packages, lines):
    assert audit.told(packages) == lines


@pytest.mark.parametrize(
    ("said", "last"),
    [("WARNING: a\nERROR: no such host\n\n", "ERROR: no such host"), ("", "it gave no reason")],
)
def test_why_there_was_no_audit_is_the_last_that_was_said(said, last):
    assert audit.last_line(said) == last
