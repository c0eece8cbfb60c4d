"""An incident report by report: what each adds to those before it, what they tell differently, what is denied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.countries import load_countries
from onrecord.link.answers import find_answers
from onrecord.link.copies import find_copies
from onrecord.link.deeds import SPEECH
from onrecord.link.origins import main_type
from onrecord.model import Act, Modality
from onrecord.record.names import name_key
from onrecord.record.rows import DocumentRow, EventRow, EventRows, IncidentRows, PartyRow, ReportRow, SayingRow
from onrecord.views.counts import Count, people_of
from onrecord.views.incidents import side_of
from onrecord.views.timeline import Entry, as_timeline
from onrecord.views.voices import ToldFigure, Voice, told, voices_of


class Novelty(StrEnum):
    """What kind of thing a report is the first to tell."""

    EVENT = "event"
    FIGURE = "figure"
    PLACE = "place"
    SOURCE = "source"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Something that no earlier report of the incident has; `item` is the event or saying in the report."""

    kind: Novelty
    words: str
    item: str | None
    figure: ToldFigure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The incident as one report tells it. `copy_of` is an earlier report whose text it repeats."""

    document: DocumentRow
    outlet: str
    main: bool
    copy_of: DocumentRow | None
    adds: tuple[Addition, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """A report and the item in it that says so, with the chain to whose word it is."""

    document: DocumentRow
    item: str | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One way in which a point is told."""

    words: str
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A point (`when`, `where`, `who`) that the reports tell in more than one way, the commonest first."""

    about: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A denial, and what it answers in its own report or in another."""

    denial: SayingRow
    voices: tuple[Voice, ...]
    answers: tuple[SayingRow, ...]


Key = tuple[Novelty, object]
"""By what something told is known again."""


def as_accounts(rows: IncidentRows) -> tuple[Account, ...]:
    """The reports by the dates of their publishing, each with what it is the first to tell."""
    reports = sorted(rows.reports, key=_order)
    copies = find_copies({_order(report): report.text for report in reports})
    originals = {_order(report): report.document for report in reports}
    known: set[Key] = set()
    found = []
    for report in reports:
        fresh: dict[Key, Addition] = {}
        for key, addition in _told(report, rows):
            if key not in known:
                fresh.setdefault(key, addition)
        known.update(fresh)
        original = copies[_order(report)]
        found.append(
            Account(
                document=report.document,
                outlet=report.outlet,
                main=report.main,
                copy_of=originals[original] if original != _order(report) else None,
                adds=tuple(fresh.values()),
                entries=as_timeline(EventRows(events=_events_of(report, rows), sayings=rows.sayings)),
            )
        )
    return tuple(found)


def as_differences(rows: IncidentRows) -> tuple[Difference, ...]:
    """When, where and by whom the incident's deed was done, where the reports don't tell it alike."""
    kind = main_type(rows.events)
    deeds = [e for e in rows.events if e.type == kind and e.modality is Modality.ACTUAL]
    points = {
        "when": [(_dates(e), e) for e in deeds if e.since and e.basis == "stated"],
        "where": [(e.place, e) for e in deeds if e.place and not load_countries().by_demonym(e.place)],
        "who": [(_parties(e), e) for e in deeds if _is_state(e.actors) and _is_state(e.recipients)],
    }
    versions = ((about, _versions(told_so, rows)) for about, told_so in points.items())
    return tuple(Difference(about=about, versions=found) for about, found in versions if len(found) > 1)


def as_contradictions(rows: IncidentRows) -> tuple[Contradiction, ...]:
    """Every denial in the incident's reports that answers something, by the reports' order."""
    answered: dict[tuple[str, str], list[SayingRow]] = {}
    for key, saying in rows.sayings.items():
        if saying.act is Act.DENIAL:
            within = (rows.sayings.get((saying.document.id, other)) for other in saying.answers)
            answered[key] = [other for other in within if other]
    for answer in find_answers(rows):
        answered.setdefault((answer.denial.document.id, answer.denial.id), []).append(answer.claim)
    return tuple(
        Contradiction(
            denial=rows.sayings[key],
            voices=voices_of(rows.sayings[key].document, key[1], rows.sayings),
            answers=tuple(found),
        )
        for key, found in answered.items()
        if found
    )


def differing(figures: Iterable[Count]) -> tuple[Count, ...]:
    """The counts on which the reports don't agree."""
    return tuple(count for count in figures if count.low not in (None, count.high))


def _order(report: ReportRow) -> str:
    return f"{report.document.published or '9999'} {report.document.id}"


def _events_of(report: ReportRow, rows: IncidentRows) -> tuple[EventRow, ...]:
    return tuple(event for event in rows.events if event.document.id == report.document.id)


def _told(report: ReportRow, rows: IncidentRows) -> Iterator[tuple[Key, Addition]]:
    """All that a report tells of the incident."""
    for event in _events_of(report, rows):
        if event.type not in SPEECH and (event.actors or event.recipients):
            key = (event.type, side_of(event.actors), side_of(event.recipients))
            yield (
                (Novelty.EVENT, key),
                Addition(kind=Novelty.EVENT, words=f"{event.type} {_parties(event)}", item=event.id),
            )
        if event.place:
            yield (Novelty.PLACE, event.place), Addition(kind=Novelty.PLACE, words=event.place, item=event.id)
        for figure in event.figures:
            value = (figure.what, figure.currency, people_of(event), figure.low, figure.high)
            number = told(figure, event.document, rows.sayings)
            yield (Novelty.FIGURE, value), Addition(kind=Novelty.FIGURE, words="", item=event.id, figure=number)
    for (document, id), saying in rows.sayings.items():
        speaker = rows.speakers.get((document, saying.entity or ""))
        known = speaker and speaker.called and (speaker.named or speaker.sector)
        if document == report.document.id and saying.source and known:
            kind = Novelty.DENIAL if saying.act is Act.DENIAL else Novelty.SOURCE
            yield (kind, name_key(saying.source)), Addition(kind=kind, words=saying.source, item=id)


def _parties(event: EventRow) -> str:
    actors, recipients = (", ".join(map(_named, side_of(parties))) for parties in (event.actors, event.recipients))
    return f"{actors or 'somebody'} → {recipients}" if recipients else actors or "somebody"


def _is_state(parties: Sequence[PartyRow]) -> bool:
    return any(party.country for party in parties)


def _named(party: str) -> str:
    found = load_countries().by_code(party)
    return found.name if found else party


def _dates(event: EventRow) -> str:
    return event.since or "" if event.since == event.until else f"{event.since} – {event.until or '…'}"


def _versions(told_so: Sequence[tuple[str | None, EventRow]], rows: IncidentRows) -> tuple[Version, ...]:
    found: dict[str, dict[str, EventRow]] = {}
    for words, event in told_so:
        found.setdefault(words or "", {}).setdefault(event.document.id, event)
    return tuple(
        Version(words=words, tellers=_tellers(events, rows))
        for words, events in sorted(found.items(), key=lambda version: -len(version[1]))
    )


def _tellers(events: Mapping[str, EventRow], rows: IncidentRows) -> tuple[Teller, ...]:
    return tuple(
        Teller(document=e.document, item=e.id, voices=voices_of(e.document, e.attribution, rows.sayings))
        for e in events.values()
    )
