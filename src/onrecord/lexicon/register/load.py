"""The register that ships, and a user's own before it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.load import packaged
from onrecord.lexicon.register.entries import Group
from onrecord.lexicon.register.persons import Persons
from onrecord.lexicon.register.table import PersonRow, read_table

FOLDERS = ("register", "leaders")
"""Where the files stand in a folder of lexicons."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Register:
    """All actors that are known by name; those that come first win where two share a name."""

    groups: tuple[Group, ...]
    persons: Persons


@cache
def load_register(folder: Path | None = None, own: Path | None = None) -> Register:
    """The register of the lexicons in `folder`, or the one that ships; before it `own`, a user's file or folder.

    Raises LexiconError where a file is missing, damaged, of another version or has a line that can't be read.
    """
    groups: list[Group] = []
    persons: list[PersonRow] = []
    for file in (*own_files(own), *shipped_files(folder or packaged())):
        for entry in read_entries(file):
            if isinstance(entry, Group):
                groups.append(entry)
            else:
                persons.append(entry)
    return Register(groups=tuple(groups), persons=Persons(persons))


def read_entries(file: Traversable | Path) -> Iterator[Group | PersonRow]:
    """The entries of a file. Raises LexiconError that names the first line that can't be read."""
    lines = read_table(file)
    for line in lines:
        if line.entry is None:
            more = sum(other.problem is not None for other in lines) - 1
            rest = f", and {more} more lines" if more else ""
            raise LexiconError((f"{file.name} line {line.number}: {line.problem}{rest}",))
        yield line.entry


def shipped_files(root: Traversable | Path) -> Iterator[Traversable | Path]:
    """The register's files of a folder of lexicons, by name."""
    for name in FOLDERS:
        folder = root / name
        if folder.is_dir():
            yield from tables_in(folder)


def own_files(place: Path | None) -> tuple[Traversable | Path, ...]:
    """The files of a user's register: a file, or all of a folder. Raises LexiconError where there is none."""
    if place is None:
        return ()
    if place.is_file():
        return (place,)
    found = tuple(tables_in(place)) if place.is_dir() else ()
    if not found:
        reason = "no .tsv file in it" if place.is_dir() else "no such file or folder"
        raise LexiconError((f"{place}: no register: {reason}; `onrecord register import` makes one",))
    return found


def digests(place: Path | None) -> tuple[str, ...]:
    """Eight hexadecimal digits that change when a user's register does; none where there is no such register."""
    if place is None:
        return ()
    total = hashlib.sha256()
    for file in own_files(place):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return (total.hexdigest()[:8],)


def tables_in(folder: Traversable | Path) -> Iterator[Traversable | Path]:
    yield from sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
