"""What the reader reaches on gold files is held to floors.json, which is lowered only on purpose and with a reason.

The files are not part of this repository; where they are absent these tests are skipped.
"""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))

spec = importlib.util.spec_from_file_location("figures", ROOT / "benchmarks" / "figures.py")
assert spec is not None
assert spec.loader is not None
figures = importlib.util.module_from_spec(spec)
spec.loader.exec_module(figures)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SHARED / "gold").exists(), reason="the gold files are not here: they are not part of the project"
    ),
]


@pytest.mark.parametrize(("task", "name"), [(task, name) for task, name, _ in figures.GOLD])
def test_figure_does_not_fall_below_its_floor(reader, tmp_path, task, name):
    gold = figures.gold_file(SHARED / "gold", name, tmp_path)
    headline = figures.score(reader, SHARED, task, gold, tmp_path / "readings.jsonl")["headline"]
    reached = headline if isinstance(headline, list) else [headline]
    assert len(reached) == len(FLOORS[name])
    assert all(got >= floor for got, floor in zip(reached, FLOORS[name], strict=True)), (reached, FLOORS[name])
