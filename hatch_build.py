"""Compiles the gazetteer before the wheel (or the editable install) is made; see tools/compile_gazetteer.py."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):
    """Writes src/onrecord/lexicon/data/gazetteer.sqlite unless it is up to date."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(Path(self.root) / "tools"))
        try:
            from compile_gazetteer import compile_gazetteer
        finally:
            sys.path.pop(0)
        if compile_gazetteer():
            self.app.display_info("the gazetteer is compiled")
