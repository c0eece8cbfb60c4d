"""docs/commands.md tells of every command and of every option."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from onrecord.cli import app

COMMANDS = (Path(__file__).resolve().parents[2] / "docs/commands.md").read_text(encoding="utf-8")


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every command under a group, with how it is called."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


ALL = dict(commands(typer.main.get_command(app), "onrecord"))


@pytest.mark.parametrize("called", ALL)
def test_commands_have_a_heading(called: str) -> None:
    assert f"# `{called}" in COMMANDS


@pytest.mark.parametrize("called", ALL)
def test_commands_options_are_told(called: str) -> None:
    options = [name for p in ALL[called].params for name in p.opts if name.startswith("--") and name != "--help"]
    assert [name for name in options if name not in COMMANDS] == []
