"""What a run is: its inputs, what reads them and how. Two runs with equal manifests give the same bytes."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import as_path, reaching
from onrecord.model import Edition

FORMAT = "onrecord.run/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`inputs` has a SHA-256 for each INPUT; `today` bounds the years that a report leaves out, and so stays what it
    was when the run began."""

    inputs: tuple[tuple[str, str], ...]
    edition: Edition
    options: tuple[tuple[str, str], ...]
    today: date

    def differs(self, other: "Manifest") -> str | None:
        """In what another run is not this one."""
        if self.inputs != other.inputs:
            return "other input"
        if self.edition != other.edition:
            return "another edition of onrecord"
        return "other options" if self.options != other.options else None

    def to_json(self) -> str:
        """The file that stands in the run's folder."""
        today = self.today.isoformat()
        return json.dumps({"format": FORMAT, **asdict(self), "today": today}, indent=1, ensure_ascii=True) + "\n"


def manifest_from_json(text: str, where: Path) -> Manifest:
    """Reads such a file. Raises OnrecordError for anything else."""
    try:
        kept: dict[str, Any] = json.loads(text)
        if kept.pop("format") != FORMAT:
            raise ValueError(FORMAT)
        return Manifest(
            inputs=tuple((str(path), str(digest)) for path, digest in kept["inputs"]),
            edition=Edition(**kept["edition"]),
            options=tuple((str(name), str(value)) for name, value in kept["options"]),
            today=date.fromisoformat(kept["today"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OnrecordError(f"{where}: is no manifest of a run; choose another OUTPUT") from error


def digest_inputs(inputs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every input with the SHA-256 of its bytes, a folder's being that of the names and bytes of all files in it.

    An input that is not there has none; the run names it when it comes to it.
    """
    return tuple((path, _digest(path)) for path in inputs)


def _digest(input: str) -> str:
    try:
        path = as_path(input)
        with reaching(path):
            return _folder_digest(path) if path.is_dir() else _file_digest(path)
    except InputError:
        return ""


def _folder_digest(path: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        name = file.relative_to(path).as_posix().encode("utf-8", "surrogateescape")
        whole.update(name + b"\0" + _file_digest(file).encode() + b"\n")
    return whole.hexdigest()


def _file_digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
