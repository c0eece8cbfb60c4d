"""Offices that one person holds at a time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.load import read_list

SOLE = Path(__file__).parent / "data" / "sole_offices.yaml"


@cache
def load_sole_offices(path: Path = SOLE) -> Mapping[str, frozenset[str]]:
    """For each title of such an office, in lower case, all titles of it. Raises LexiconError for one given twice."""
    found: dict[str, frozenset[str]] = {}
    for titles in read_list(path):
        twice = sorted(found.keys() & set(titles))
        if twice:
            raise LexiconError((f"{path}: {', '.join(twice)}: a title of two offices; leave it to one",))
        found |= dict.fromkeys(titles, frozenset(titles))
    return found
