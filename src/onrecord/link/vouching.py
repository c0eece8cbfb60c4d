"""Who vouches for an incident's deed in one report: those on whose word it tells of it, or its outlet.

The deed is told in the report's events or, where the reader finds none there, in words like those in which other
reports tell of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.link.contents import SAME, is_negated, likeness
from onrecord.link.witness import ECHOES, Witness, as_outlet, as_witness, find_home, is_part, states_of
from onrecord.model import Act, Evidence, Modality
from onrecord.record.rows import EventRow, IncidentRows, ReportRow, SayingRow

TELLING = frozenset({Act.STATEMENT, Act.CLAIM, Act.ACCUSATION, Act.RESPONSIBILITY, Act.ESTIMATE})
"""Acts by which somebody vouches for what is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a report holds of an incident whose deed is of the type `deed`: its events, its denials, and what is said in
    its body, a saying that only begins in the headline too. `accused` are the states that any report has accused."""

    report: ReportRow
    deed: str | None
    events: Sequence[EventRow]
    sayings: Sequence[SayingRow]
    accused: frozenset[str]

    @property
    def denials(self) -> list[SayingRow]:
        return [s for s in self.sayings if s.act is Act.DENIAL]

    @property
    def body(self) -> list[SayingRow]:
        return [s for s in self.sayings if s.extent and s.extent.end > self.report.headline]


def find_witnesses(report: ReportRow, incident: IncidentRows, deed: str | None) -> tuple[Witness, ...]:
    """Those on whose word the report tells of the deed, by its type: nobody's, where it only denies or condemns it."""
    told = _Told(
        report=report,
        deed=deed,
        events=[event for event in incident.events if event.document.id == report.document.id],
        sayings=[s for s in incident.sayings.values() if s.document.id == report.document.id],
        accused=frozenset(state for e in incident.events if e.type == "ACCUSE" for state in states_of(e.recipients)),
    )
    deeds = _deeds(told, incident)
    if not (_said(deeds[0], told.body) if deeds else told.body):
        return (as_outlet(report.outlet),)
    elsewhere = () if deeds else tuple(_elsewhere(report, incident, deed))
    heard = [s for event in deeds for s in _heard(event, told)] if deeds else _repeated(told, elsewhere)
    home = find_home(told.sayings, told.events, incident, deed)
    refused = [s for s in told.denials if _of_deed(s, told) or _is_told(s, elsewhere)]
    denying = {as_witness(s, incident.speakers, home).key for s in refused}
    found = {w.key: w for s in heard if (w := as_witness(s, incident.speakers, home)).key not in denying}
    standing = [w for w in found.values() if not w.obscure] or list(found.values())
    return tuple(w for w in standing if not any(is_part(w, longer) for longer in standing))


def _deeds(told: _Told, incident: IncidentRows) -> list[EventRow]:
    """The events of the body that are the deed. A report in which an account is refused vouches for no deed of another
    actor ("pirates did it")."""
    acts = [e for e in told.events if e.type == told.deed and told.deed not in ECHOES]
    deeds = [e for e in acts if _told_as_true(e, told.sayings) and e.extent.start >= told.report.headline]
    acting = _actors(incident.events, told.deed) if told.denials else frozenset()
    return [e for e in deeds if not e.actors or not acting or acting & {p.country for p in e.actors}]


def _actors(events: Iterable[EventRow], deed: str | None) -> frozenset[str]:
    """The countries that most reports hold for the actors of the deed."""
    told = {(e.document.id, p.country) for e in events if e.type == deed for p in e.actors if p.country}
    counts = Counter(country for _, country in told)
    most = max(counts.values(), default=0)
    return frozenset(country for country, count in counts.items() if count == most)


def _told_as_true(event: EventRow, sayings: Sequence[SayingRow]) -> bool:
    """Whether somebody tells the event as having been; that another denies it in the same report changes nothing."""
    denial = any(s.id == event.attribution and s.act is Act.DENIAL for s in sayings)
    return event.modality is Modality.ACTUAL and not (event.evidence is Evidence.DENIED and denial)


def _elsewhere(report: ReportRow, incident: IncidentRows, deed: str | None) -> Iterator[str]:
    """The sentences in which other reports tell of the deed."""
    for event in incident.events:
        if event.type == deed and event.document.id != report.document.id and event.evidence is not Evidence.DENIED:
            yield event.words


def _repeated(told: _Told, elsewhere: Sequence[str]) -> list[SayingRow]:
    """Who vouches where no event is found: the first who tells anything, but in a report that denies only those who say
    what others tell."""
    vouching = [s for s in told.body if _vouches(s)]
    return [s for s in vouching if _is_told(s, elsewhere)] if told.denials else vouching[:1]


def _is_told(saying: SayingRow, elsewhere: Iterable[str]) -> bool:
    alike = any(likeness(saying.words, sentence) >= SAME for sentence in elsewhere)
    return alike and not is_negated(saying.words)


def _heard(event: EventRow, told: _Told) -> list[SayingRow]:
    """Who vouches for the event: the source that it is known by, or whoever tells or regrets it in its sentence.

    Who denies something else takes it for known, unless they are accused and may have done it.
    """
    known = [s for s in told.body if s.id == event.attribution]
    known = [s for s in known if s.act is not Act.DENIAL or (_is_given(event, s) and s.country not in told.accused)]
    regrets = [Act.BELIEF] if event.evidence is Evidence.REPORTED else []
    return known or [s for s in _said(event, told.body) if _vouches(s) or s.act in regrets]


def _said(event: EventRow, sayings: Sequence[SayingRow]) -> list[SayingRow]:
    return [s for s in sayings if s.id == event.attribution or (s.extent and s.extent.overlaps(event.extent))]


def _vouches(saying: SayingRow) -> bool:
    return saying.act in TELLING and saying.modality is Modality.ACTUAL


def _of_deed(denial: SayingRow, told: _Told) -> bool:
    """Whether the deed is what is denied, not its reason ("denied that the consul had spied")."""
    deeds = (event for event in told.events if event.type == told.deed and not _is_given(event, denial))
    return any(e.attribution == denial.id or (denial.extent and denial.extent.overlaps(e.extent)) for e in deeds)


def _is_given(event: EventRow, saying: SayingRow) -> bool:
    """Whether a saying, even a denial, takes the event for known: "denied that the ship that Iran seized …"."""
    return event.attribution == saying.id and event.evidence is Evidence.ATTRIBUTED
