"""What an assistant is told: every item with its words, its report, and how far it is known.

Names and words come from reports. They are on one line and hold nothing that steers a terminal; that they are quoted,
and not said by onrecord, is in the server's instructions and in the names of the fields.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.export import wording
from onrecord.export.plain import one_line
from onrecord.record.rows import DocumentRow, HitRow, PartyRow
from onrecord.views import Claim, Dossier, Entry, Voice
from onrecord.views.dossier import Said
from onrecord.views.held import HeldOffice
from onrecord.views.voices import ToldFigure, outlet

T = TypeVar("T")

SAID_SHOWN = 5
"""Statements of one act that a dossier quotes; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The report in which it stands: cite it."""

    report: str
    title: str | None
    outlet: str
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that were found. `said_by` is absent for the report's own words."""

    words: str
    said_by: str | None
    act: str | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTold:
    """An event as one report has it. `happened`: actual, future, hypothetical or negated. `evidence`: reported (by the
    outlet itself), attributed, claimed, denied or disputed. `confidence`: how sure the reader is of having read it so,
    0 to 1; it says nothing of whether it is true."""

    id: str
    type: str
    days: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    happened: str
    evidence: str
    through: str
    figures: tuple[str, ...]
    confidence: float
    sentence: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold:
    """A claim. `state`: unanswered, denied, disputed or other figures; none of these says who is right. `confidence`:
    how sure the reader is of having read it so, 0 to 1; it says nothing of whether it is true."""

    id: str
    said_by: str
    act: str
    words: str
    through: str
    state: str
    figures: tuple[str, ...]
    denied_by: tuple[str, ...]
    elsewhere: tuple[str, ...]
    confidence: float
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the name may mean. Namesakes may be one entry, and one person under two spellings two."""

    name: str
    kind: str
    also_called: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    offices: tuple[str, ...]
    kin: tuple[str, ...]
    said: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """A page of what was found, and where the next one begins; `next` is absent on the last."""

    items: tuple[T, ...]
    next: int | None = None


def page_of(items: Sequence[T], limit: int, offset: int, *, more: bool) -> Answer[T]:
    """The items as an answer; `more` says whether any come after them."""
    return Answer(items=tuple(items), next=offset + limit if more else None)


def source(document: DocumentRow) -> Source:
    """The report of an item."""
    return Source(
        report=one_line(document.id),
        title=_plain(document.title),
        outlet=one_line(outlet(document)),
        published=document.published,
        url=_plain(document.url),
    )


def passage(hit: HitRow) -> Passage:
    """A hit of a search."""
    return Passage(
        words=one_line(hit.words),
        said_by=_plain(hit.source) if hit.source else ("somebody" if hit.act else None),
        act=wording.ACTS[hit.act] if hit.act else None,
        source=source(hit.document),
    )


def event_told(entry: Entry) -> EventTold:
    """An entry of a timeline."""
    return EventTold(
        id=entry.event,
        type=" ".join((entry.type, *entry.mode)),
        days=wording.days(entry.since, entry.until),
        actors=_parties(entry.actors),
        recipients=_parties(entry.recipients),
        place=_plain(entry.place),
        happened=entry.modality.value,
        evidence=entry.evidence.value,
        through=_through(entry.voices),
        figures=tuple(map(_figure, entry.figures)),
        confidence=entry.confidence,
        sentence=one_line(entry.sentence),
        source=source(entry.document),
    )


def claim_told(claim: Claim, confidence: float) -> ClaimTold:
    """An entry of the ledger, and how sure the reader is of its attribution."""
    return ClaimTold(
        id=claim.id,
        said_by=_name(claim.voices[-1]),
        act=wording.ACTS[claim.act],
        words=one_line(claim.words),
        through=_through(claim.voices),
        state=claim.state.value,
        figures=tuple(map(_figure, claim.figures)),
        denied_by=tuple(f"{_name(d.voices[-1])}: {one_line(d.words)}" for d in claim.denials),
        elsewhere=tuple(f"{_figure(r.figure)}, in {one_line(outlet(r.document))}" for r in claim.rivals),
        confidence=confidence,
        source=source(claim.document),
    )


def person(dossier: Dossier) -> Person:
    """A candidate for a name."""
    return Person(
        name=one_line(dossier.name),
        kind=dossier.kind.value,
        also_called=tuple(one_line(name) for name in dossier.names if name != dossier.name),
        countries=dossier.countries,
        sectors=dossier.sectors,
        offices=tuple(map(_office, dossier.offices)),
        kin=tuple(one_line(f"{tie.person} is {tie.relation} of {tie.of}") for tie in dossier.kin),
        said=tuple(line for act, said in dossier.said for line in _said(wording.ACTS[act], said)),
        sources=tuple(map(source, dossier.reports)),
    )


def _said(act: str, said: Sequence[Said]) -> Iterable[str]:
    yield from (f"{act} ({one_line(outlet(one.document))}): {one_line(one.words)}" for one in said[:SAID_SHOWN])
    if len(said) > SAID_SHOWN:
        yield f"{act}: {len(said) - SAID_SHOWN} more; ask for claims by this name"


def _office(office: HeldOffice) -> str:
    parts = (
        office.title,
        (office.body or office.country) and f"of {office.body or office.country}",
        office.since and f"from {office.since}",
        office.until and f"until {office.until}",
        office.appointed_by and f"appointed by {office.appointed_by}",
        f"as told by {', '.join(outlet(report) for report in office.reports)}",
    )
    return one_line(", ".join(filter(None, parts)))


def _through(voices: Sequence[Voice]) -> str:
    """ "Daily X, from the ministry, quoting P. Otieno" """
    return wording.passed_on(tuple(map(_name, voices)))


def _figure(figure: ToldFigure) -> str:
    number = wording.count(figure.what, figure.low, figure.high, figure.currency)
    return f"{number}, by the word of {_name(figure.voices[-1])}"


def _parties(parties: Iterable[PartyRow]) -> tuple[str, ...]:
    return tuple(one_line(party.name) for party in parties)


def _name(voice: Voice) -> str:
    return one_line(voice.name or "") or "somebody"


def _plain(text: str | None) -> str | None:
    return one_line(text) or None if text else None
