"""An incident as its reports have it: when, where, who to whom, who really says so, each number with its teller."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.link.answers import Answer, find_answers
from onrecord.link.origins import Origin, find_origins, main_type
from onrecord.model import Evidence, Modality
from onrecord.record.rows import DocumentRow, Grade, IncidentRows, PartyRow
from onrecord.views.counts import Count, find_counts

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident. `actors` and `recipients` are countries' codes, or names where no country is known.

    `type`, dates, place and parties are those that most reports give. `reports` mainly tell of it, `also` do beside
    another. `sides` are the parties whose own organs confirm it; `denied_by` those who deny it, by name;
    `denials` are tied to the claims of other reports that they answer. `credibility` is what people gave its events.
    """

    id: str
    since: str | None
    until: str | None
    type: str | None
    place: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: tuple[DocumentRow, ...]
    also: tuple[DocumentRow, ...]
    events: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]
    origins: tuple[Origin, ...]
    sides: tuple[str, ...]
    denied_by: tuple[str, ...]
    denials: tuple[Answer, ...]
    figures: tuple[Count, ...]
    credibility: tuple[Grade, ...] = ()


def as_incident(rows: IncidentRows) -> Incident:
    """What the reports of an incident say together."""
    kind = main_type(rows.events)
    deeds = [e for e in rows.events if e.type == kind and e.modality is not Modality.NEGATED]
    certain = [e for e in deeds if e.basis == "stated" and e.evidence is not Evidence.DENIED] or deeds
    since, until = _most(((e.since, e.until) for e in certain if e.since), (None, None))
    place, country = _most(((e.place, e.country) for e in deeds if e.place), (None, None))
    actors: tuple[str, ...] = _most((side for e in deeds if (side := side_of(e.actors))), ())
    recipients: tuple[str, ...] = _most((side for e in deeds if (side := side_of(e.recipients)) and side != actors), ())
    origins = find_origins(rows)
    states = {origin.country for origin in origins if origin.country}
    main = tuple(report for report in rows.reports if report.main)
    return Incident(
        id=rows.id,
        since=since,
        until=until,
        type=kind,
        place=place,
        country=country,
        actors=actors,
        recipients=recipients,
        reports=tuple(report.document for report in main),
        also=tuple(report.document for report in rows.reports if not report.main),
        events=tuple((event.document.id, event.id) for event in rows.events),
        outlets=tuple(dict.fromkeys(report.outlet for report in main)),
        origins=origins,
        sides=tuple(party for party in dict.fromkeys((*actors, *recipients)) if party in states),
        denied_by=_deniers(rows, kind),
        denials=find_answers(rows),
        figures=find_counts(rows, origins),
        credibility=tuple(dict.fromkeys(event.credibility for event in rows.events if event.credibility)),
    )


def as_incidents(rows: Iterable[IncidentRows]) -> tuple[Incident, ...]:
    """Each incident, in the order given."""
    return tuple(map(as_incident, rows))


def _most(values: Iterable[T], default: T) -> T:
    """The commonest value; of equals the first."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value], default=default)


def side_of(parties: Sequence[PartyRow]) -> tuple[str, ...]:
    """Countries before names, since a state's organs act for it; places are no parties."""
    states = dict.fromkeys(p.country for p in parties if p.country)
    return tuple(states) or tuple(dict.fromkeys(p.name for p in parties if p.kind not in ("place", "other")))


def _deniers(rows: IncidentRows, kind: str | None) -> tuple[str, ...]:
    """Those on whose word an event of the incident's own type is denied; headlines only repeat it."""
    headlines = {report.document.id: report.headline for report in rows.reports}
    denied = [e for e in rows.events if e.evidence is Evidence.DENIED and e.type == kind and e.attribution]
    body = [e for e in denied if e.extent.start >= headlines[e.document.id]] or denied
    sayings = (rows.sayings.get((e.document.id, e.attribution or "")) for e in body)
    return tuple(dict.fromkeys(s.country or s.source or "somebody" for s in sayings if s and s.act == "denial"))
