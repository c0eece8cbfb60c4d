"""Places among the entities, with the country that they lie in: "a town in North Kivu"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from onrecord.model import Entity, Kind, Place, Precision
from onrecord.read.who.cast import Cast


def is_government(place: Place, cast: Cast) -> bool:
    """Whether a town stands for the state that is governed from it: "called on *Washington* to talk"."""
    if place.precision is Precision.COUNTRY:
        return False
    named = cast.beginning_in(place.extent)
    return any(m.named == place.extent and cast.entity(id).kind is Kind.STATE for m, id in named)


def locate(cast: Cast, places: Sequence[Place]) -> Cast:
    """The cast, each place without a country in that of the place names inside its mentions.

    Where these lie in several countries, or in an area that two claim, it stays without one. `places` are in text
    order.
    """
    starts = [p.start for p in places]
    entities = tuple(located(e, starts, places) for e in cast.entities)
    return replace(cast, entities=entities, by_id=MappingProxyType({e.id: e for e in entities}))


def located(entity: Entity, starts: Sequence[int], places: Sequence[Place]) -> Entity:
    if entity.kind is not Kind.PLACE or entity.country is not None:
        return entity
    inside = (
        place
        for mention in entity.mentions
        for place in places[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
        if place.end <= mention.end
    )
    countries = {place.country for place in inside}
    return replace(entity, country=countries.pop()) if len(countries) == 1 else entity
