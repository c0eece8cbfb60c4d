"""The folder beside OUTPUT in which a run keeps what it has until all is done."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from shutil import copyfile, copyfileobj, rmtree
from typing import Self

from onrecord.bulk.manifest import Manifest, manifest_from_json
from onrecord.errors import OnrecordError
from onrecord.ingest import as_path, is_here, reaching

LINES = frozenset((".jsonl", ".ndjson"))
LEFT = frozenset(("lock", "manifest.json.new", "progress.json"))
"""What a run that was killed may leave without a manifest, before it began or after it ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: rows of the corpus that are done, how many of them failed, what of each file is safe."""

    rows: int = 0
    failures: int = 0
    output: int = 0
    errors: int = 0
    done: bool = False


class Workplace:
    """`OUTPUT.part`, held by one run at a time. Raises OnrecordError where another run holds it, or it can't be made.

    A manifest is the first thing in it and the last to go, so a folder without one holds nothing of a run's. Where
    OUTPUT is the address of a store, the folder is in the working folder, and what is done is sent there.
    """

    def __init__(self, output: str) -> None:
        self.final = as_path(output)
        beside = self.final if is_here(self.final) else Path(self.final.name)
        self.folder = beside.with_name(f"{beside.name}.part")
        self.output, self.errors = self.folder / "output", self.folder / "errors.jsonl"
        self.final_errors = self.final.with_name(f"{self.final.name}.errors.jsonl")
        self._manifest, self._progress = self.folder / "manifest.json", self.folder / "progress.json"
        self._final_manifest = (
            self.final.with_name(f"{self.final.name}.manifest.json")
            if self.in_lines()
            else self.final / "manifest.json"
        )
        try:
            self.folder.mkdir(exist_ok=True)
            self._lock = (self.folder / "lock").open("w")
        except OSError as error:
            raise OnrecordError(f"{output}: can't be written ({error.strerror}); choose another OUTPUT") from error

    def __enter__(self) -> Self:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise OnrecordError(f"{self.folder}: another run is at work there; wait for it or stop it") from error
        return self

    def __exit__(self, *_: object) -> None:
        """Leaves an unfinished run as it is, and nothing else."""
        if not self._manifest.exists():
            rmtree(self.folder, ignore_errors=True)
        self._lock.close()

    def in_lines(self) -> bool:
        """Whether OUTPUT is a file of lines, not a folder of tables."""
        return self.final.suffix in LINES

    def begun(self) -> Manifest | None:
        """The manifest of the run that was begun here. Raises OnrecordError where there are files of no run."""
        if self._manifest.exists():
            return manifest_from_json(self._manifest.read_text(encoding="utf-8"), self.folder)
        if strange := sorted(p.name for p in self.folder.iterdir() if p.name not in LEFT):
            raise OnrecordError(f"{self.folder}: holds files of no run ({strange[0]}); choose another OUTPUT")
        return None

    def finished(self) -> Manifest | None:
        """The manifest of a whole run in OUTPUT. Raises OnrecordError where OUTPUT can't become this run's."""
        with reaching(self.final):
            return self._held()

    def _held(self) -> Manifest | None:
        final, manifest = self.final, self._final_manifest
        if self.in_lines() and final.is_dir():
            raise OnrecordError(f"{final}: can't be written (is a folder); choose another OUTPUT")
        if not final.exists() or (final.is_dir() and not any(final.iterdir())):
            return None
        if manifest.is_file():
            return manifest_from_json(manifest.read_text(encoding="utf-8"), manifest)
        if self.in_lines():
            return None
        raise OnrecordError(f"{final}: holds files of no run; choose another OUTPUT")

    def begin(self, manifest: Manifest) -> None:
        """Marks the folder as this run's; a file of lines that is there is the result of no run any more."""
        if self.in_lines():
            with reaching(self.final):
                self._final_manifest.unlink(missing_ok=True)
        self._progress.unlink(missing_ok=True)
        _write(self._manifest, manifest.to_json())

    def progress(self) -> Progress:
        """How far the run got that was begun here."""
        if not self._progress.exists():
            return Progress()
        return Progress(**json.loads(self._progress.read_text(encoding="utf-8")))

    def save(self, progress: Progress) -> None:
        """Keeps how far the run is; whatever happens, the old or the new state is there."""
        _write(self._progress, json.dumps(asdict(progress)) + "\n")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Raises OnrecordError for what the disk refuses; what was safe before stays so."""
        try:
            yield
        except OSError as error:
            reason = f"can't be written ({error.strerror or error}); mend that, and --resume goes on"
            raise OnrecordError(f"{error.filename or self.folder}: {reason}") from error

    def publish(self) -> None:
        """Puts everything under its final name. May be called again where it was broken off."""
        if self.errors.exists():
            if self.errors.stat().st_size:
                _move(self.errors, self.final_errors)
            else:
                self.final_errors.unlink(missing_ok=True)
                self.errors.unlink()
        if self.output.exists():
            if self.output.is_dir():
                _write(self.output / "manifest.json", self._manifest.read_text(encoding="utf-8"))
            _move(self.output, self.final)
        if self.in_lines():
            copyfile(self._manifest, copied := self.folder / "copied.json")
            _move(copied, self._final_manifest)
        self._manifest.unlink()


def _move(source: Path, target: Path) -> None:
    """Puts a file or folder under its final name: at once on this machine, file by file in a store."""
    if is_here(target):
        os.replace(source, target)
        return
    files = sorted(p for p in source.rglob("*") if p.is_file())
    with reaching(target):
        for file in files:
            _send(file, target / file.relative_to(source).as_posix())
        if not files:
            _send(source, target)
    rmtree(source) if files else source.unlink()


def _send(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file, target.open("wb") as sent:
        copyfileobj(file, sent)


def _write(path: Path, text: str) -> None:
    """A whole file or the one that was there."""
    new = path.with_name(f"{path.name}.new")
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
