"""What the reader reaches on gold files is held to floors.json, which is lowered only on purpose and with a reason.

The files are not part of this repository; where they are absent these tests are skipped.
"""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))

spec = importlib.util.spec_from_file_location("figures", ROOT / "benchmarks" / "figures.py")
assert spec is not None
assert spec.loader is not None
figures = importlib.util.module_from_spec(spec)
spec.loader.exec_module(figures)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.exists(), reason="the gold files are not here: they are not part of the project"),
]


@pytest.mark.parametrize(("task", "name", "every"), [g for g in figures.GOLD if figures.title(*g) in FLOORS])
def test_figure_does_not_fall_below_its_floor(reader, task, name, every):
    report = figures.report_on(GOLD, task, name, every, reader, draws=0)
    reached = [report.value(name) for name in report.headline]
    floors = FLOORS[report.gold]
    assert all(got >= floor for got, floor in zip(reached, floors, strict=True)), (reached, floors)
