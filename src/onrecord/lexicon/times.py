"""The words of time: `data/times.yaml` as one frozen value."""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.errors import LexiconError
from onrecord.lexicon.load import build, packaged, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Lower-case words and what they stand for; `times.yaml` says what each group holds."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    hours: dict[str, str]
    units: dict[str, str]
    days: dict[str, int]
    day_parts: dict[str, str]
    references: dict[str, str]
    frequencies: dict[str, str]
    holidays: dict[str, str]
    solar_months: dict[str, int]
    hijri_months: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    words: dict[str, tuple[str, ...]]


@cache
def time_words() -> TimeWords:
    """The words of time that ship with onrecord."""
    return load_time_words(packaged() / "times.yaml")


def load_time_words(file: Traversable | Path) -> TimeWords:
    """Words of time from a YAML file. Raises LexiconError that says what is wrong in it."""
    try:
        words = build(TimeWords, read_yaml(file))
    except ValueError as error:
        raise LexiconError((f"{file.name}: {error}",)) from error
    capitals = tuple(
        f"{file.name}: {group.name}: {word!r} is not lower case"
        for group in fields(words)
        for word in getattr(words, group.name)
        if word != word.lower()
    )
    if capitals:
        raise LexiconError(capitals)
    return words
