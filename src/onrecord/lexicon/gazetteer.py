"""The gazetteer: towns, provinces, districts, crossings, lines and waters by name, in a compiled SQLite file."""

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import LexiconError
from onrecord.lexicon.placekey import place_key
from onrecord.model import Precision

SCHEMA_VERSION = 2
SCALE = 10_000
"""What the compiler multiplies coordinates by (tools/compile_gazetteer.py)."""

MOST_CANDIDATES = 60
QUERY = """
SELECT p.name, p.kind, p.country, p.code, a.name, p.lat, p.lon, p.geonameid, p.population, n.other, p.claimants
FROM name n JOIN place p ON p.id = n.place LEFT JOIN admin1 a ON a.country = p.country AND a.code = p.code
WHERE n.key = ? ORDER BY n.other, p.population DESC, p.id LIMIT ?
"""


class Match(StrEnum):
    """How a name belongs to a place."""

    NAME = "name"
    OTHER = "other"
    DEMONYM = "demonym"


MATCHES = tuple(Match)
"""The compiled file has a match as its number here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may stand for. `country` is PLOVER's code, `code` GeoNames' code of the province `admin1`.
    `claimants` are the countries that hold or claim a disputed area, or the one that the place lies in."""

    name: str
    kind: Precision
    country: str | None
    code: str | None
    admin1: str | None
    lat: float
    lon: float
    geonameid: int | None
    population: int
    match: Match
    claimants: tuple[str, ...] = ()


class Gazetteer:
    """Finds places by name, in any spelling that `place_key` makes alike.

    The file is opened at the first question, read-only; one object may serve several threads. Raises LexiconError
    when the file is missing, damaged or of another version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._by_key = lru_cache(maxsize=4096)(self._read_candidates)
        self._by_word = lru_cache(maxsize=4096)(self._read_longest)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places called `name`: those whose main name it is first, the larger first; () if there are none."""
        return self._by_key(place_key(name))

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with `word`; 1 when none has more."""
        return self._by_word(place_key(word))

    def _read_candidates(self, key: str) -> tuple[Candidate, ...]:
        return tuple(map(as_candidate, self._ask(QUERY, (key, MOST_CANDIDATES)))) if key else ()

    def _read_longest(self, word: str) -> int:
        rows = self._ask("SELECT longest FROM opening WHERE word = ?", (word,)) if word else []
        return int(rows[0][0]) if rows else 1

    def _ask(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                self._connection = self._connection or self._open()
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise LexiconError((f"{self._path.name}: {error}; install onrecord again",)) from error

    def _open(self) -> sqlite3.Connection:
        if not self._path.is_file():
            raise LexiconError(
                (f"{self._path}: no gazetteer; run tools/compile_gazetteer.py or install onrecord again",)
            )
        connection = sqlite3.connect(f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA_VERSION:
            connection.close()
            reason = f"version {version} where {SCHEMA_VERSION} is wanted; install onrecord again"
            raise LexiconError((f"{self._path.name}: {reason}",))
        return connection


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that onrecord is installed with."""
    return Gazetteer(Path(str(files("onrecord.lexicon").joinpath("data").joinpath("gazetteer.sqlite"))))


def as_candidate(row: Sequence[Any]) -> Candidate:
    name, kind, country, code, admin1, lat, lon, geonameid, population, other, claimants = row
    return Candidate(
        name=name,
        kind=Precision(kind),
        country=country,
        code=code,
        admin1=admin1,
        lat=lat / SCALE,
        lon=lon / SCALE,
        geonameid=geonameid,
        population=population,
        match=MATCHES[other],
        claimants=tuple(claimants.split()),
    )
