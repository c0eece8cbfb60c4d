"""Which reader reads, and what happens where the models that it wants can't be had."""

import shutil
import sys
from pathlib import Path

import pytest

from onrecord.bulk.local import read_rows
from onrecord.cli import run
from onrecord.errors import ModelWarning
from onrecord.model import Document
from onrecord.models import load
from onrecord.models.attribution import NETWORK as ROLES
from onrecord.models.choice import ReaderKind, find_models
from onrecord.models.encoder import EMBEDDINGS, WEIGHTS
from onrecord.models.events import NETWORK
from onrecord.models.load import ALONE, load_models

PAIRS = f"{ALONE}/{NETWORK}"
REPORT = "The Fijian ministry said that Samoa had closed the port."


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the packaged weights, which the package then reads in their place."""
    folder = Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))
    monkeypatch.setattr(load, "load_models", lambda _: load_models(folder))
    return folder


def test_rules_want_no_models(recwarn: pytest.WarningsRecorder) -> None:
    assert find_models(ReaderKind.RULES) is None
    assert not recwarn.list


def test_models_are_found_where_their_weights_are(weights: Path) -> None:
    found = find_models(ReaderKind.MODELS)
    assert found is not None
    assert found.name.startswith("minilm-")


def test_without_onnxruntime_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.warns(ModelWarning, match="onnxruntime.* is missing; .*the rules read alone"):
        assert find_models(ReaderKind.MODELS) is None


@pytest.mark.parametrize("missing", [ROLES, PAIRS, EMBEDDINGS])
def test_missing_weights_are_named_and_the_rules_go_on(weights: Path, missing: str) -> None:
    (weights / missing).unlink()
    with pytest.warns(ModelWarning, match=rf"{missing}: no such model file.*the rules read alone$"):
        assert find_models(ReaderKind.MODELS) is None


def test_weights_of_another_version_are_told_before_a_report_is_read(weights: Path) -> None:
    shutil.copy(weights / ROLES, weights / PAIRS)
    with pytest.warns(ModelWarning, match="the rules read alone"):
        assert find_models(ReaderKind.MODELS) is None


@pytest.mark.slow
def test_the_command_says_it_in_one_line_and_reads_by_rules(
    weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (weights / PAIRS).unlink()
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run(["read", str(tmp_path / "report.txt"), "--reader", "rules", "--format", "json"]) == 0
    by_rules = capsys.readouterr()
    assert run(["read", str(tmp_path / "report.txt"), "--reader", "models", "--format", "json"]) == 0
    fallen_back = capsys.readouterr()
    assert fallen_back.out == by_rules.out
    assert by_rules.err == ""
    assert len(fallen_back.err.splitlines()) == 1
    assert "the rules read alone" in fallen_back.err


@pytest.mark.slow
def test_several_processes_say_it_once(weights: Path) -> None:
    (weights / PAIRS).unlink()
    with pytest.warns(ModelWarning) as said:
        [(_, reading)] = read_rows([Document.from_text(REPORT)], jobs=2, kind=ReaderKind.MODELS)  # type: ignore[misc]
    assert len(said) == 1
    assert "minilm" not in reading.coder.model
