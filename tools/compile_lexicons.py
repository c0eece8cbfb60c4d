"""Compiles the lexicons' YAML to src/onrecord/lexicon/data/compiled, from which a process starts faster.

The build of the wheel runs it (hatch_build.py); by hand: python tools/compile_lexicons.py
It needs pyyaml. Without it, or after a change of a file, onrecord reads the YAML itself.
"""

import json
import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parent.parent / "src/onrecord/lexicon"
DATA = LEXICON / "data"


def compile_lexicons(data: Path = DATA, target: Path = DATA / "compiled") -> int:
    """Writes a file in `target` for each YAML file in `data`, and takes away all others; how many there are.

    A file that is no YAML, or that JSON can't hold as it is, is left to who reads it.
    """
    notation, compiled = own_module("notation"), own_module("compiled")
    draft = target.with_name(f"{target.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for file in sorted(data.rglob("*.yaml")):
        content = file.read_bytes()
        try:
            held = notation.read_notation(content.decode("utf-8"))
            written = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
        except (ValueError, TypeError, notation.yaml.YAMLError):
            continue
        if json.loads(written) == held:
            (draft / compiled.compiled_name(content)).write_text(written, encoding="utf-8", newline="\n")
    shutil.rmtree(target, ignore_errors=True)
    draft.replace(target)
    return sum(1 for _ in target.iterdir())


def own_module(name: str) -> Any:
    """A module of onrecord's own, read from its file: the package is not installed yet when this runs."""
    spec = spec_from_file_location(name, LEXICON / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(LEXICON / f"{name}.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    print(f"{compile_lexicons()} files in {DATA / 'compiled'}")
