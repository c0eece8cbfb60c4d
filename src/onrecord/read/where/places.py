"""The places of a report: every place name with the place that it stands for."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Extent, Place, Precision, make_id
from onrecord.read.where.placing import lies_in, place_names
from onrecord.read.where.toponyms import Toponym, find_toponyms

AREAS = frozenset({Precision.ADMIN1, Precision.ADMIN2, Precision.CITY})
"""What is small enough for its middle to say where something in it lies."""


def find_places(
    doc: Doc,
    gazetteer: Gazetteer,
    countries: Countries,
    *,
    document_id: str,
    text: str,
    taken: Sequence[Extent] = (),
) -> tuple[Place, ...]:
    """Every place name of a document, in order. Demonyms are places too, with their country's middle.

    `doc` runs over the whole of `text`, token for token at the same offsets; `taken` are the extents of the names of
    persons and bodies. A name that no source knows has the point and the precision of the province, district or town
    that it is said to lie in ("Bermal district, Paktika province"); else no coordinates and the precision `region`.
    """
    toponyms = find_toponyms(doc, text, gazetteer, countries, taken)
    chosen = place_names(toponyms, text, countries)
    around = surrounding(toponyms, text, chosen)
    return tuple(as_place(t, chosen.get(t.key), around.get(t.key), document_id) for t in toponyms)


def surrounding(toponyms: Sequence[Toponym], text: str, chosen: Mapping[str, Candidate]) -> dict[str, Candidate]:
    """For names without a place the place that the text says they lie in."""
    pairs = ((inner, outer) for inner, outer in pairwise(toponyms) if inner.key not in chosen and outer.key in chosen)
    return {inner.key: chosen[outer.key] for inner, outer in pairs if lies_in(inner, outer, text)}


def as_place(toponym: Toponym, candidate: Candidate | None, around: Candidate | None, document_id: str) -> Place:
    extent = toponym.extent
    known = candidate or around
    point = candidate or (around if around and around.kind in AREAS else None)
    return Place(
        id=make_id("place", document_id, (extent,)),
        start=extent.start,
        end=extent.end,
        name=toponym.name,
        country=known.country if known else None,
        admin1=known.admin1 if known else None,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        geonameid=candidate.geonameid if candidate else None,
        precision=point.kind if point else Precision.REGION,
        claimants=known.claimants if known else (),
        rule="place.named" if candidate else "place.within" if around else "place.unknown",
    )
