"""Incidents that a report mentions beside the one that it mainly tells of.

An event of a report belongs to another incident where it is told like the first deed of a report of that one: the same
type, parties and stated days, and the same place. Where one of the two has no place, it must fit a single incident. The
first deed of a report is what it mainly tells of, and what its own incident knows too is no mention of another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.link.sketch import Sketch, from_features
from onrecord.record.linkage import Linkage
from onrecord.record.retold import RetoldRow
from onrecord.record.tellings import TellingRow


def with_mentions(linkage: Linkage, main: Iterable[TellingRow]) -> Iterator[TellingRow]:
    """The main tellings of some reports with what these mention beside, and all tellings of those that mention them."""
    own = {telling.document: telling for telling in main}
    outside = {row.document for row in linkage.retold_of(own)} - own.keys()
    retold = linkage.retold_by(own.keys() | outside)
    concerned = outside | {row.other for row in retold}
    sketches = {n: from_features(f) for n, f in linkage.sketches(own.keys() | concerned).items()}
    known = {**linkage.main_incidents(concerned), **{n: telling.incident for n, telling in own.items()}}
    rows: dict[int, list[RetoldRow]] = defaultdict(list)
    for row in retold:
        rows[row.document].append(row)
    for number in sorted(own.keys() | (outside & known.keys() & sketches.keys())):
        telling = own.get(number) or TellingRow(
            document=number, incident=known[number], main=True, events=sketches[number].events
        )
        yield from _parted(telling, _mentioned(rows[number], known, sketches))


def _parted(telling: TellingRow, mentioned: Mapping[str, str]) -> Iterator[TellingRow]:
    """The main telling without the events of other incidents, and a telling for each of those."""
    yield replace(telling, events=tuple(event for event in telling.events if event not in mentioned))
    for incident in sorted(set(mentioned.values())):
        events = tuple(event for event, other in mentioned.items() if other == incident)
        yield replace(telling, incident=incident, main=False, events=events)


def _mentioned(rows: Sequence[RetoldRow], known: Mapping[int, str], sketches: Mapping[int, Sketch]) -> dict[str, str]:
    """Events of one report by id, with the other incident of which each tells."""
    fits: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in rows:
        told, kept = sketches.get(row.document), sketches.get(row.other)
        if told and kept and row.other in known and row.event != told.deed and row.other_event == kept.deed:
            incident = known[row.other]
            fits[row.event][incident] = row.placed or fits[row.event].get(incident, False)
    found = {}
    for event, incidents in fits.items():
        likest = [incident for incident, placed in incidents.items() if placed] or list(incidents)
        if len(likest) == 1 and known[rows[0].document] not in incidents:
            found[event] = likest[0]
    return found
