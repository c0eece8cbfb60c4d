"""Compiles gazetteer and lexicons before the wheel (or the editable install) is made; see tools/compile_*.py."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):
    """Writes src/onrecord/lexicon/data/gazetteer.sqlite unless it is up to date, and what is in data/compiled."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        try:
            from compile_gazetteer import compile_gazetteer
            from compile_lexicons import compile_lexicons
        finally:
            sys.path.pop(0)
        if compile_gazetteer():
            self.app.display_info("the gazetteer is compiled")
        compile_lexicons()
