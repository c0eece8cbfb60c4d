"""Columns of a place as POLECAT and ICEWS have them."""

from collections.abc import Callable
from typing import Any

from onrecord.export.cells import Cell
from onrecord.export.lookup import Lookup
from onrecord.export.tables.table import Column, column
from onrecord.model import Event, Place, Precision


def placed(name: str, about: str, get: Callable[[Place], Cell], event_of: Callable[[Any], Event]) -> Column:
    """A column that says something of an event's place, empty where there is none."""

    def of(report: Lookup, item: Any) -> Cell:
        place = report.place(event_of(item).place)
        return get(place) if place else None

    return column(name, about, of)


def place_columns(event_of: Callable[[Any], Event]) -> tuple[Column, ...]:
    """City, District, Province, Country, Latitude and Longitude of an item's event."""
    return (
        placed("City", "where, if that is a town", lambda p: named(p, Precision.CITY, Precision.POINT), event_of),
        placed("District", "where, if that is a district", lambda p: named(p, Precision.ADMIN2), event_of),
        placed("Province", "its province", lambda p: p.admin1 or named(p, Precision.ADMIN1), event_of),
        placed("Country", "its country", lambda p: p.country, event_of),
        placed("Latitude", "degrees north", lambda p: p.lat, event_of),
        placed("Longitude", "degrees east", lambda p: p.lon, event_of),
    )


def named(place: Place, *precisions: Precision) -> str | None:
    """The place's name, if it is as exact as one of these."""
    return place.name if place.precision in precisions else None
