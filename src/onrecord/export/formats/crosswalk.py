"""From PLOVER's types and modes to the codes of another scheme: small tables beside this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """Codes by type and mode; the mode is "" for events of none of the modes that are named."""

    codes: Mapping[tuple[str, str], tuple[str, ...]]

    def of(self, type_: str, modes: tuple[str, ...]) -> tuple[str, ...] | None:
        """What the first mode with codes of its own says, else the type alone; None where it has no place there."""
        return next((self.codes[type_, mode] for mode in (*modes, "") if (type_, mode) in self.codes), None)


@cache
def load_crosswalk(name: str) -> Crosswalk:
    """The table in `name`.tsv."""
    text = resources.files(__package__).joinpath(f"{name}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return Crosswalk(codes={(type_, mode): tuple(codes) for type_, mode, *codes in rows})
