"""Places as they are compared across reports, and how far two of them are apart."""

import math
from dataclasses import dataclass

from onrecord.model import Place, Precision
from onrecord.record.names import name_key

NEAR, FAR = 30.0, 120.0
"""Kilometres up to which two places may be one scene, and from which they are not."""
EARTH = 6371.0
"""Its mean radius in kilometres."""
COUNTRY, ADMIN1 = Precision.COUNTRY.value, Precision.ADMIN1.value


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its name's key, what it lies in, degrees north and east, and how wide it is."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str


def spot_of(place: Place) -> Spot:
    return Spot(name_key(place.name), place.country, place.admin1, place.lat, place.lon, place.precision.value)


def touch(a: Spot, b: Spot) -> bool:
    """Whether the two may be one scene: one name, within 30 km, or in the same province as named; countries never."""
    if COUNTRY in (a.precision, b.precision):
        return False
    province = ADMIN1 in (a.precision, b.precision) and a.admin1 is not None
    return _distance(a, b) <= NEAR or (province and (a.country, a.admin1) == (b.country, b.admin1))


def apart(a: Spot, b: Spot) -> bool:
    """Whether the two lie more than 120 km apart, and neither is the country of the other, as far as that is known."""
    return _distance(a, b) > FAR and not _within_country(a, b)


def _within_country(a: Spot, b: Spot) -> bool:
    return COUNTRY in (a.precision, b.precision) and (a.country == b.country or None in (a.country, b.country))


def _distance(a: Spot, b: Spot) -> float:
    """Kilometres on a sphere; 0 for the same name. Where one has no point, 0 for a part of its name, else infinite."""
    if a.name == b.name:
        return 0.0
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        words, others = set(a.name.split()), set(b.name.split())
        return 0.0 if words <= others or others <= words else math.inf
    lat, lon = math.radians(a.lat - b.lat), math.radians(a.lon - b.lon)
    half = (
        math.sin(lat / 2) ** 2 + math.cos(math.radians(a.lat)) * math.cos(math.radians(b.lat)) * math.sin(lon / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(half))
