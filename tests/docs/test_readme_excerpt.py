"""What the README shows of the terminal is what the terminal shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXCERPT = re.compile(
    r"<!-- excerpt -->\n```\n\$ onrecord (?P<command>[^\n]+)\n(?P<shown>.*?)```\n<!-- /excerpt -->", re.DOTALL
)


def test_excerpt_is_what_the_command_prints():
    match = EXCERPT.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert match is not None
    environment = {**os.environ, "COLUMNS": "96", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "onrecord", *match["command"].split()]
    printed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout
    parts = [part.strip("\n") for part in match["shown"].split("[…]")]
    at = 0
    for part in filter(None, parts):
        assert part in printed[at:], part
        at = printed.index(part, at)
