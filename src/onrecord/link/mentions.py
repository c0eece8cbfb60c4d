"""Incidents that a report mentions beside the one that it mainly tells of.

A deed of a report belongs to another incident where it may be the main deed of a report of that one (`deeds.one_deed`).
Where one of the two has no place, it must fit a single incident. A report's own main deed is never a mention, and what
its own incident knows too is none of another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from onrecord.link.deeds import Deed, one_deed
from onrecord.link.sketch import Sketch, from_features
from onrecord.link.traces import main_keys, mention_keys
from onrecord.record.linkage import Linkage
from onrecord.record.tellings import TellingRow

Sketches = Mapping[int, Sketch]


def with_mentions(linkage: Linkage, main: Iterable[TellingRow]) -> Iterator[TellingRow]:
    """The main tellings of some reports with what these mention beside, and all tellings of those that mention them."""
    own = {telling.document: telling for telling in main}
    sketches = _sketches(linkage, own.keys())
    asked = [key for sketch in sketches.values() for key in mention_keys(sketch.deed)]
    outside = {n for documents in linkage.holding(asked).values() for n in documents} - own.keys()
    sketches |= _sketches(linkage, outside)
    held = linkage.holding([key for sketch in sketches.values() for deed in sketch.others for key in main_keys(deed)])
    sketches |= _sketches(linkage, {n for documents in held.values() for n in documents} - sketches.keys())
    known = {**linkage.main_incidents(sketches), **{n: telling.incident for n, telling in own.items()}}
    for number in sorted(own.keys() | (outside & known.keys())):
        sketch = sketches[number]
        telling = own.get(number) or TellingRow(
            document=number, incident=known[number], main=True, events=sketch.events
        )
        found = {
            d.event: incident for d in sketch.others if (incident := _incident_of(d, number, held, known, sketches))
        }
        yield from _parted(telling, found)


def _sketches(linkage: Linkage, documents: Set[int]) -> dict[int, Sketch]:
    return {number: from_features(features) for number, features in linkage.sketches(documents).items()}


def _parted(telling: TellingRow, mentioned: Mapping[str, str]) -> Iterator[TellingRow]:
    """The main telling without the events of other incidents, and a telling for each of those."""
    yield replace(telling, events=tuple(event for event in telling.events if event not in mentioned))
    for incident in sorted(set(mentioned.values())):
        events = tuple(event for event, other in mentioned.items() if other == incident)
        yield replace(telling, incident=incident, main=False, events=events)


def _incident_of(
    deed: Deed, number: int, held: Mapping[int, Set[int]], known: Mapping[int, str], sketches: Sketches
) -> str | None:
    """The incident of which a report's deed tells, where that is another than the report's own."""
    fits: dict[str, bool] = defaultdict(bool)
    for other in {n for key in main_keys(deed) for n in held.get(key, ())} & known.keys():
        main = sketches[other].deed
        placed = one_deed(deed, main) if main and other != number else None
        if placed is not None:
            fits[known[other]] |= placed
    likest = [incident for incident, placed in fits.items() if placed] or list(fits)
    return likest[0] if len(likest) == 1 and known[number] not in fits else None
