"""The notebook in docs/ runs as it stands and ends in a table without gaps."""

import ast
import json
from pathlib import Path
from typing import Any

import matplotlib
import pytest

import onrecord
from onrecord.read.reader import Reader

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs/from-reports-to-a-table.ipynb"
CELLS = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


@pytest.mark.slow
def test_the_notebook_goes_from_reports_to_a_plot_and_a_table(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    matplotlib.use("Agg")
    monkeypatch.chdir(NOTEBOOK.parent)
    monkeypatch.setattr("tempfile.mkdtemp", lambda prefix: str(tmp_path))
    monkeypatch.setattr(onrecord, "Reader", lambda: reader, raising=False)
    names: dict[str, Any] = {}
    for cell in CELLS:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), NOTEBOOK.name, "exec"), names)  # its own code, from this repository
    table = names["table"]
    assert set(table.columns) >= {"source", "target", "week", "conflict", "cooperation", "contested"}
    assert len(table) > 20
    assert not table.isna().any().any()
    assert (table["source"] != table["target"]).all()
    assert names["ax"].get_xlabel() == "events in the sample reports"
    names["plt"].close("all")


def test_the_notebook_is_kept_as_it_ran() -> None:
    code = [cell for cell in CELLS if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert not [o for cell in code for o in cell["outputs"] if o["output_type"] == "error"]
    assert all(ast.parse("".join(cell["source"])) for cell in code)
