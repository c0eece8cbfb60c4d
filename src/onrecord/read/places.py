"""The places of a report: every place name with the place that it stands for."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Extent, Place, Precision, make_id
from onrecord.read.placing import place_names
from onrecord.read.toponyms import Toponym, find_toponyms


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
    persons and bodies. A name that nothing resolves has no coordinates and the precision `region`.
    """
    toponyms = find_toponyms(doc, text, gazetteer, countries, taken)
    chosen = place_names(toponyms, text, countries)
    return tuple(as_place(toponym, chosen.get(toponym.key), document_id) for toponym in toponyms)


def as_place(toponym: Toponym, candidate: Candidate | None, document_id: str) -> Place:
    extent = toponym.extent
    return Place(
        id=make_id("place", document_id, (extent,)),
        start=extent.start,
        end=extent.end,
        name=toponym.name,
        country=candidate.country if candidate else None,
        admin1=candidate.admin1 if candidate else None,
        lat=candidate.lat if candidate else None,
        lon=candidate.lon if candidate else None,
        geonameid=candidate.geonameid if candidate else None,
        precision=candidate.kind if candidate else Precision.REGION,
    )
