"""The command line with a stand-in for the reader, so that the tests of commands take no model's loading time."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from factories import EDITION, border_strike
from onrecord.bulk.alone import Alone
from onrecord.cli import run
from onrecord.model import Document, DocumentRead, Reading
from onrecord.model.document import digest


class StandIn:
    """Knows the border strike; of any other report it gives the document alone.

    A report that says BREAKS breaks it; at one that says CTRL-C the user gives up.
    """

    edition = EDITION

    def read(self, document: Document) -> Reading:
        if "BREAKS" in document.text:
            raise ZeroDivisionError("no such word")
        if "CTRL-C" in document.text:
            raise KeyboardInterrupt
        kept, reading = border_strike(document.id).made()
        if kept.text == document.text:
            return reading
        read = DocumentRead(id=document.id, title=document.title, sha256=digest(document.text))
        return Reading(coder=EDITION, document=read)

    def read_explained(self, document: Document) -> tuple[Reading, tuple[()]]:
        return self.read(document), ()

    def read_many(self, documents: Iterable[Document], jobs: int = 1) -> Iterator[Reading]:
        return map(self.read, documents)


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def onrecord(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command in an empty folder: `onrecord("read", "a.txt")` gives its exit code and both streams."""
    monkeypatch.setattr("onrecord.bulk.local.make_reader", lambda pipeline=None, kind=None, register=None: StandIn())
    monkeypatch.setattr("onrecord.bulk.local.start_pool", lambda shape, **_: nullcontext(Alone(StandIn(), shape)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    """The border strike as a text file."""
    file = tmp_path / "strike.txt"
    file.write_text(border_strike().text, encoding="utf-8", newline="")
    return file
