"""An incident as its reports have it: when, where, who to whom, who really says so, each number with its teller."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.link.answers import Answer, find_answers
from onrecord.link.deeds import SPEECH
from onrecord.link.origins import Origin, find_origins, main_type
from onrecord.model import Evidence, Modality
from onrecord.record.rows import DocumentRow, EventRow, Grade, IncidentRows, PartyRow
from onrecord.views.voices import ToldFigure, told

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFigure:
    """A number as one report tells it. `origins` are those that the report rests on."""

    figure: ToldFigure
    published: str | None
    document: DocumentRow
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """All that is told of one thing counted (killed, injured, …) of one people (`whose`, absent where none is named),
    or of money in one `currency`.

    `low` and `high` are the least and the greatest number told; `best` is the one that most independent origins give,
    of equals the greatest one told last. A view over `told`, never in place of it.
    """

    what: str
    whose: str | None
    low: int
    best: int
    high: int
    told: tuple[DatedFigure, ...]
    currency: str | None = None


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
        denied_by=_deniers(rows),
        denials=find_answers(rows),
        figures=_counts(rows, origins),
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


def _deniers(rows: IncidentRows) -> tuple[str, ...]:
    """Those on whose word an event of the incident's own type is denied."""
    denied = [e for e in rows.events if e.evidence is Evidence.DENIED and e.type not in SPEECH and e.attribution]
    sayings = (rows.sayings.get((e.document.id, e.attribution or "")) for e in denied)
    return tuple(dict.fromkeys(s.country or s.source or "somebody" for s in sayings if s and s.act == "denial"))


def _counts(rows: IncidentRows, origins: Sequence[Origin]) -> tuple[Count, ...]:
    found: dict[tuple[str, str | None, str | None], list[DatedFigure]] = {}
    for event in rows.events:
        for figure in event.figures:
            if figure.low is not None or figure.high is not None:
                resting = tuple(o.name for o in origins if event.document.id in o.reports)
                dated = DatedFigure(
                    figure=told(figure, event.document, rows.sayings),
                    published=event.document.published,
                    document=event.document,
                    origins=resting,
                )
                found.setdefault((figure.what, people_of(event), figure.currency), []).append(dated)
    return tuple(_count(*scope, figures) for scope, figures in sorted(found.items(), key=str))


def people_of(event: EventRow) -> str | None:
    return next((party.country for party in event.recipients if party.country), None)


def _count(what: str, whose: str | None, currency: str | None, figures: list[DatedFigure]) -> Count:
    in_order = sorted(figures, key=lambda f: (f.published or "", f.figure.low or f.figure.high or 0, f.document.id))
    numbers = [n for f in in_order for n in (f.figure.low, f.figure.high) if n is not None]
    support = {n: {o for f in in_order if n in (f.figure.low, f.figure.high) for o in f.origins} for n in numbers}
    best = max(reversed(numbers), key=lambda n: len(support[n]))
    low, high = min(numbers), max(numbers)
    return Count(what=what, whose=whose, low=low, best=best, high=high, told=tuple(in_order), currency=currency)
