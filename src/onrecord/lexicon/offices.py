"""Offices that one person holds at a time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from onrecord.errors import LexiconError

SOLE = Path(__file__).parent / "data" / "sole_offices.yaml"


@cache
def load_sole_offices(path: Path = SOLE) -> Mapping[str, frozenset[str]]:
    """For each title of such an office, in lower case, all titles of it. Raises LexiconError for one given twice."""
    found: dict[str, frozenset[str]] = {}
    for titles in yaml.safe_load(path.read_text(encoding="utf-8")):
        twice = sorted(found.keys() & set(titles))
        if twice:
            raise LexiconError((f"{path}: {', '.join(twice)}: a title of two offices; leave it to one",))
        found |= dict.fromkeys(titles, frozenset(titles))
    return found
