"""Numbers of states in the Correlates of War project, as political scientists join their data by."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


def cow_number(code: str | None) -> str | None:
    """The number of a country by its ISO 3166-1 alpha-3 or PLOVER code; None for what is no state in that list."""
    return _numbers().get(code or "")


@cache
def _numbers() -> Mapping[str, str]:
    text = resources.files(__package__).joinpath("cow.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {row[0]: row[1] for row in rows}
