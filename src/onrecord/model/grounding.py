"""When and where: times as TIMEX3 values, places as points."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.extent import Extent


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Precision(StrEnum):
    POINT = "point"
    CITY = "city"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression. `value` is a TIMEX3 value (ISO-TimeML, Pustejovsky et al. 2010), such as `2024-12-24`."""

    id: str
    start: int
    end: int
    type: TimeType
    value: str
    rule: str | None = None

    @property
    def extent(self) -> Extent:
        return Extent(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place name and what it stands for. `lat` and `lon` are degrees (WGS 84), absent where it was not resolved.
    `claimants` are the countries that hold or claim a disputed area, or the one that the place lies in."""

    id: str
    start: int
    end: int
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: Precision = Precision.REGION
    claimants: tuple[str, ...] = ()
    rule: str | None = None

    @property
    def extent(self) -> Extent:
        return Extent(self.start, self.end)
