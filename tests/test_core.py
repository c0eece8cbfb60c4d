"""The core without the extras that others install: text and corpora of text go on, the rest says what to install."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factories import border_strike

PAGES = ("babel", "courlan", "dateparser", "htmldate", "justext", "lxml", "lxml_html_clean", "trafilatura")
RECORD = ("alembic", "mako", "sqlalchemy")
NO_RECORD = "onrecord: a record needs some more packages: pip install 'onrecord[record]'\n"
PAGE = "<!doctype html><html><body><p>Kenya accused Sudan of arming the rebels.</p></body></html>"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process, and of all that it starts, in which those packages can't be imported."""
    folder = tmp_path_factory.mktemp("bare")
    for name in (*PAGES, *RECORD):
        (folder / f"{name}.py").write_text(f"raise ModuleNotFoundError('not installed', name={name!r})\n")
    return {**os.environ, "PYTHONPATH": str(folder)}


def onrecord(bare: dict[str, str], *arguments: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, cwd=cwd, env=bare, capture_output=True, text=True, check=False)


def rows(file: Path) -> list[Any]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.mark.slow
def test_a_corpus_of_text_is_coded_and_a_page_costs_its_own_line(bare, tmp_path):
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "strike.txt").write_text(border_strike().text, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    ran = onrecord(bare, "code", "wire", "-o", "out.jsonl", "--reader", "rules", cwd=tmp_path)
    assert ran.returncode == 1
    (read,), (failed,) = rows(tmp_path / "out.jsonl"), rows(tmp_path / "out.jsonl.errors.jsonl")
    assert read["document"]["id"] == "wire/strike.txt"
    assert failed["where"] == "wire/page.html"
    assert failed["reason"].startswith("is an HTML page; `pip install onrecord[pages]`")


@pytest.mark.parametrize("command", ["add strike.txt", "timeline KEN SDN"])
def test_what_keeps_and_asks_says_what_to_install(bare, tmp_path, command):
    ran = onrecord(bare, *command.split(), cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", NO_RECORD)
    assert list(tmp_path.iterdir()) == []
