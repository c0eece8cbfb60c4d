"""How many really say so: the independent origins of an incident (docs/independence.md).

A report counts for those on whose word it tells of the incident's deed, and for its outlet only where it tells of it on
its own word. A copy adds nothing. All organs of one state are one origin: they don't witness for each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.countries import load_countries
from onrecord.link.copies import find_copies
from onrecord.model import Act, Evidence, Kind, Modality
from onrecord.record.names import name_key, sound_keys
from onrecord.record.rows import EventRow, IncidentRows, ReportRow, SayingRow, SpeakerRow

ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "ELI"})
"""PLOVER sectors of those who speak for a state."""
ECHOES = frozenset({"ACCUSE", "REJECT"})
"""Types of what is said about a deed."""
OWN_ACTS = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Types of what a state does as a state, and is first to tell."""
TELLING = frozenset({Act.STATEMENT, Act.CLAIM, Act.ACCUSATION, Act.RESPONSIBILITY, Act.ESTIMATE})
"""Acts by which somebody vouches for what is said."""
NOBODY = "somebody"
"""Who says it where the report does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin: `name` as the first report has it, `country` where it is a state or an organ of one,
    and the ids of the reports that rest on it, copies included."""

    name: str
    country: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """Somebody's word in one report: the key under which it counts, and who that is.

    `obscure`: the report does not tell in what standing they speak, so beside others they are taken for one of them.
    `guessed`: the report leaves out of which state they are, so another that tells it is believed.
    """

    key: str
    name: str
    country: str | None
    obscure: bool = False
    guessed: bool = False


def find_origins(incident: IncidentRows) -> tuple[Origin, ...]:
    """The independent origins of what an incident's reports mainly tell, by the date of the first report of each."""
    reports = [report for report in incident.reports if report.main]
    kind = main_type(incident.events)
    copies = find_copies({_order(report): report.text for report in reports})
    acting = _actors(incident.events, kind)
    words = {_order(report): _words(report, incident, kind, acting) for report in reports}
    surest = sorted((w for told in words.values() for w in told if w.country), key=lambda w: not w.guessed)
    located = {name_key(word.name): word for word in surest}
    found: dict[str, tuple[_Word, list[str]]] = {}
    for report in sorted(reports, key=_order):
        for told in words[copies[_order(report)]]:
            sure = told.country and not told.guessed
            word = told if sure else located.get(name_key(told.name), told)
            found.setdefault(word.key, (word, []))[1].append(report.document.id)
    return tuple(Origin(name=w.name, country=w.country, reports=tuple(ids)) for w, ids in found.values())


def main_type(events: Iterable[EventRow]) -> str | None:
    """The type that most reports give the incident's deed; that of an accusation or denial only where there is none."""
    told = {(event.document.id, event.type) for event in events if event.modality is not Modality.NEGATED}
    counts = Counter(type for _, type in told)
    return min(counts, key=lambda type: (type in ECHOES, -counts[type], type), default=None)


def _order(report: ReportRow) -> str:
    """Reports by their date, then by id: of copies the first is the original."""
    return f"{report.document.published or '9999'} {report.document.id}"


def _actors(events: Iterable[EventRow], kind: str | None) -> frozenset[str]:
    """The countries that most reports hold for the actors of the deed."""
    told = {(e.document.id, p.country) for e in events if e.type == kind for p in e.actors if p.country}
    counts = Counter(country for _, country in told)
    most = max(counts.values(), default=0)
    return frozenset(country for country, count in counts.items() if count == most)


def _words(report: ReportRow, incident: IncidentRows, kind: str | None, acting: frozenset[str]) -> tuple[_Word, ...]:
    """Those on whose word the report tells of the deed: nobody's, where it only denies or condemns it.

    A report in which an account is refused vouches for no deed of another actor ("pirates did it").
    """
    own = [event for event in incident.events if event.document.id == report.document.id]
    sayings = [s for s in incident.sayings.values() if s.document.id == report.document.id]
    body = [s for s in sayings if s.extent and s.extent.start >= report.headline]
    acts = [e for e in own if e.type == kind and kind not in ECHOES]
    deeds = [e for e in acts if _told_as_true(e, sayings) and e.extent.start >= report.headline]
    if any(s.act is Act.DENIAL for s in sayings):
        deeds = [e for e in deeds if not e.actors or not acting or acting & {p.country for p in e.actors}]
    home = _home(sayings, incident, kind)
    refused = [s for s in sayings if s.act is Act.DENIAL and (not deeds or _of_deed(s, own, kind))]
    denying = {_word(s, incident.speakers, home).key for s in refused}
    if not deeds:
        heard = [] if denying else [s for s in body if _vouches(s)][:1]
        alone = not body
    else:
        heard = [saying for event in deeds for saying in _heard(event, body)]
        alone = any(not _said(event, body) for event in deeds[:1])
    if alone:
        return (_Word(key=f"outlet {name_key(report.outlet)}", name=report.outlet, country=None),)
    found = {w.key: w for s in heard if (w := _word(s, incident.speakers, home)).key not in denying}
    standing = [w for w in found.values() if not w.obscure] or list(found.values())
    return tuple(w for w in standing if not any(_shortened(w, longer) for longer in standing))


def _of_deed(denial: SayingRow, events: Sequence[EventRow], kind: str | None) -> bool:
    """Whether the deed is what is denied, not its reason ("denied that the consul had spied")."""
    told = (event for event in events if event.type == kind)
    return any(e.attribution == denial.id or (denial.extent and denial.extent.overlaps(e.extent)) for e in told)


def _home(sayings: Sequence[SayingRow], incident: IncidentRows, kind: str | None) -> str | None:
    """Whose organ somebody is of whom the report does not say it: of the state that speaks most, else of the one whose
    own act it was, or where it was."""
    speakers = (incident.speakers.get((s.document.id, s.entity or "")) for s in sayings)
    states = Counter(s.country for s in speakers if s and s.country and _is_organ(s))
    acts = [e for e in incident.events if e.type == kind and kind in OWN_ACTS]
    acting = Counter(party.country for act in acts for party in act.actors if party.country)
    found = states or acting
    return min(found, key=lambda c: (-found[c], c), default=incident.country)


def _shortened(word: _Word, longer: _Word) -> bool:
    """Whether the one is the other called by part of its name ("The Guards")."""
    short, whole = set(name_key(word.name).split()), set(name_key(longer.name).split())
    return word.country is None and short < whole


def _told_as_true(event: EventRow, sayings: Sequence[SayingRow]) -> bool:
    """Whether somebody tells the event as having been; that another denies it in the same report changes nothing."""
    denial = any(s.id == event.attribution and s.act is Act.DENIAL for s in sayings)
    return event.modality is Modality.ACTUAL and not (event.evidence is Evidence.DENIED and denial)


def _heard(event: EventRow, sayings: Sequence[SayingRow]) -> list[SayingRow]:
    """Who vouches for the event: the source that it is known by, or whoever tells or regrets it in its sentence."""
    known = [s for s in sayings if s.id == event.attribution and s.act is not Act.DENIAL]
    regrets = [Act.BELIEF] if event.evidence is Evidence.REPORTED else []
    return known or [s for s in _said(event, sayings) if _vouches(s) or s.act in regrets]


def _said(event: EventRow, sayings: Sequence[SayingRow]) -> list[SayingRow]:
    return [s for s in sayings if s.id == event.attribution or (s.extent and s.extent.overlaps(event.extent))]


def _vouches(saying: SayingRow) -> bool:
    return saying.act in TELLING and saying.modality is Modality.ACTUAL


def _is_organ(speaker: SpeakerRow) -> bool:
    in_office = speaker.office and not speaker.sector
    return speaker.kind is Kind.STATE or in_office or not ORGANS.isdisjoint(speaker.sector)


def _word(saying: SayingRow, speakers: Mapping[tuple[str, str], SpeakerRow], home: str | None) -> _Word:
    """States by their country, other kinds of people by what they are ("doctors"), groups and persons by name."""
    speaker = speakers.get((saying.document.id, saying.entity or ""))
    name = saying.source or NOBODY
    key = name_key(name)
    if speaker is None:
        return _Word(key=f"name {key}", name=name, country=None)
    if not speaker.called:
        name = NOBODY
    if _is_organ(speaker) and (state := speaker.country or home):
        known = load_countries().by_code(state)
        called = known.name if known and not speaker.called else name
        return _Word(key=f"state {state}", name=called, country=state, guessed=speaker.country is None)
    if speaker.sector and not speaker.named:
        return _Word(key=f"sector {speaker.sector[0]}", name=name, country=None)
    obscure = speaker.kind is Kind.PERSON and not speaker.sector
    return _Word(key=f"name {' '.join(sound_keys(key)) or key}", name=name, country=None, obscure=obscure)
