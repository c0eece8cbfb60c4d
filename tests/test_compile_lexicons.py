"""The build step for lexicons: what it compiles is what the YAML holds, and nothing that is out of date is found."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.lexicon import load
from onrecord.lexicon.compiled import find_compiled
from onrecord.lexicon.notation import read_notation

TOOLS = Path(__file__).parents[1] / "tools"
DATA = TOOLS.parent / "src/onrecord/lexicon/data"


@pytest.fixture(scope="module")
def compiler() -> Iterator[ModuleType]:
    sys.path.insert(0, str(TOOLS))
    import compile_lexicons

    yield compile_lexicons
    sys.path.remove(str(TOOLS))


def test_every_lexicon_is_compiled_to_what_its_yaml_holds(compiler: ModuleType, tmp_path: Path) -> None:
    files = sorted(DATA.rglob("*.yaml"))
    assert compiler.compile_lexicons(target=tmp_path / "compiled") == len(files)
    for file in files:
        data = file.read_bytes()
        assert find_compiled(data, tmp_path / "compiled") == read_notation(data.decode()), file.name


def test_a_file_that_was_changed_is_read_as_it_stands(
    compiler: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, folder = tmp_path / "words.yaml", tmp_path / "compiled"
    monkeypatch.setattr(load, "find_compiled", lambda data: find_compiled(data, folder))
    file.write_text("- one\n")
    compiler.compile_lexicons(tmp_path, folder)
    (folder / next(folder.iterdir()).name).write_text('["compiled"]')
    assert load.read_yaml(file) == ["compiled"]
    file.write_text("- two\n")
    assert load.read_yaml(file) == ["two"]


def test_what_json_cannot_hold_and_what_is_no_yaml_are_left(compiler: ModuleType, tmp_path: Path) -> None:
    for name, text in {"good": "- a: on", "keys": "1: number", "days": "- 2025-03-18", "bad": "[", "odd": "\0"}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    assert compiler.compile_lexicons(tmp_path, tmp_path / "compiled") == 1


def test_compiling_again_takes_away_what_is_out_of_date(compiler: ModuleType, tmp_path: Path) -> None:
    file, folder = tmp_path / "words.yaml", tmp_path / "compiled"
    for text in ("- one\n", "- two\n"):
        file.write_text(text)
        compiler.compile_lexicons(tmp_path, folder)
    assert find_compiled(b"- one\n", folder) is None
    assert find_compiled(b"- two\n", folder) == ["two"]


@pytest.mark.parametrize("content", [b"", b"[", b"\xff"])
def test_a_damaged_compiled_file_counts_as_none(compiler: ModuleType, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "words.yaml").write_text("- one\n")
    compiler.compile_lexicons(tmp_path, tmp_path / "compiled")
    next((tmp_path / "compiled").iterdir()).write_bytes(content)
    assert find_compiled(b"- one\n", tmp_path / "compiled") is None
