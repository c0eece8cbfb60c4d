"""The claim ledger: who says what, who denies it, what else is told. Never who is right."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Act, Evidence, Extent
from onrecord.record.rows import ClaimRows, DocumentRow, EventRow, FigureRow, RivalRow, SayingRow, Sayings
from onrecord.views.voices import ToldFigure, Voice, told, voices_of


class State(StrEnum):
    """What the record holds against a claim; the first that applies."""

    DENIED = "denied"
    DISPUTED = "disputed"
    OTHER_FIGURES = "other figures"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Somebody's answer to a claim, in the same report."""

    id: str
    voices: tuple[Voice, ...]
    words: str
    extent: Extent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """Another figure that the record holds for the same type of event, parties and days, and where it stands.

    The reader judges whether it is the same incident: that is not told here.
    """

    figure: ToldFigure
    event: str
    place: str | None
    sentence: str
    document: DocumentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as one report has it. `events` are the types of the events that rest on it."""

    id: str
    words: str
    act: Act
    voices: tuple[Voice, ...]
    events: tuple[str, ...]
    figures: tuple[ToldFigure, ...]
    denials: tuple[Denial, ...]
    rivals: tuple[Rival, ...]
    state: State
    document: DocumentRow
    extent: Extent | None


Key = tuple[str, str]
"""A document's id and the id of an attribution in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """What bears on each claim."""

    answers: Mapping[Key, list[SayingRow]]
    events: Mapping[Key, list[EventRow]]
    figures: Mapping[Key, list[FigureRow]]
    rivals: Mapping[Key, list[RivalRow]]


def as_ledger(rows: ClaimRows) -> tuple[Claim, ...]:
    """The claims in the order of their reports.

    A denial stands beside the claim that it answers, and by itself only where that claim is not asked for or the denial
    is denied in its turn.
    """
    index = _index(rows)
    listed = {_key(claim) for claim in rows.claims}
    return tuple(
        _claim(claim, rows, index)
        for claim in rows.claims
        if _key(claim) in index.answers or not any((claim.document.id, other) in listed for other in claim.answers)
    )


def _key(saying: SayingRow) -> Key:
    return saying.document.id, saying.id


def _index(rows: ClaimRows) -> _Index:
    answers: dict[Key, list[SayingRow]] = defaultdict(list)
    events: dict[Key, list[EventRow]] = defaultdict(list)
    figures: dict[Key, list[FigureRow]] = defaultdict(list)
    rivals: dict[Key, list[RivalRow]] = defaultdict(list)
    for saying in rows.sayings.values():
        for other in saying.answers:
            answers[saying.document.id, other].append(saying)
    for event in rows.events.values():
        if event.attribution:
            events[event.document.id, event.attribution].append(event)
        for figure in event.figures:
            if figure.attribution:
                figures[event.document.id, figure.attribution].append(figure)
    for rival in rows.rivals:
        rivals[rival.document, rival.claim].append(rival)
    return _Index(answers=answers, events=events, figures=figures, rivals=rivals)


def _claim(claim: SayingRow, rows: ClaimRows, index: _Index) -> Claim:
    key, sayings = _key(claim), rows.sayings
    events = index.events.get(key, [])
    denials = tuple(_denial(denial, sayings) for denial in index.answers.get(key, []))
    rivals = _rivals(index.rivals.get(key, []), rows)
    return Claim(
        id=claim.id,
        words=claim.words,
        act=claim.act,
        voices=voices_of(claim.document, claim.id, sayings),
        events=tuple(dict.fromkeys(event.type for event in events)),
        figures=tuple(told(figure, claim.document, sayings) for figure in index.figures.get(key, [])),
        denials=denials,
        rivals=rivals,
        state=_state(claim.act, bool(denials), {event.evidence for event in events}, bool(rivals)),
        document=claim.document,
        extent=claim.extent,
    )


def _state(act: Act, answered: bool, evidence: set[Evidence], rivalled: bool) -> State:
    """What a denial denies does not count against the denial."""
    if answered or (Evidence.DENIED in evidence and act is not Act.DENIAL):
        return State.DENIED
    if Evidence.DISPUTED in evidence:
        return State.DISPUTED
    return State.OTHER_FIGURES if rivalled else State.UNANSWERED


def _denial(saying: SayingRow, sayings: Sayings) -> Denial:
    voices = voices_of(saying.document, saying.id, sayings)
    return Denial(id=saying.id, voices=voices, words=saying.words, extent=saying.extent)


def _rivals(rivals: list[RivalRow], rows: ClaimRows) -> tuple[Rival, ...]:
    """Each other figure once, in the order of the reports."""
    others = dict.fromkeys((r.other_document, r.other_event, r.other_figure) for r in rivals)
    return tuple(_rival(rows.events[document, event], number, rows.sayings) for document, event, number in others)


def _rival(event: EventRow, number: int, sayings: Sayings) -> Rival:
    figure = next(figure for figure in event.figures if figure.n == number)
    return Rival(
        figure=told(figure, event.document, sayings),
        event=event.id,
        place=event.place,
        sentence=event.words,
        document=event.document,
    )
