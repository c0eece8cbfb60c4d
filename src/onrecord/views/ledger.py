"""The claim ledger: who says what, who denies it, what else is told. Never who is right."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Act, Evidence, Extent
from onrecord.record.rows import ClaimRows, DocumentRow, EventRow, FigureRow, Grade, RivalRow, SayingRow, Sayings
from onrecord.views.across import Across, Key, tie_across
from onrecord.views.voices import ToldFigure, Voice, told, voices_of


class State(StrEnum):
    """What the record holds against a claim; the first that applies."""

    DENIED = "denied"
    DISPUTED = "disputed"
    OTHER_FIGURES = "other figures"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """What somebody says against a claim, or says too: in the same report, or in another one of the incident.

    `likeness` is the share of their words that ties it to the claim of another report; absent within a report.
    """

    id: str
    voices: tuple[Voice, ...]
    words: str
    document: DocumentRow
    extent: Extent | None
    likeness: float | None = None


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
    """A claim as one report has it. `events` are the types of the events that rest on it.

    `said_on` is when it was said, where the report tells it; `since` is the date of the first report in which this
    source says so, `repeated` the other reports in which it does; `confirmed` holds who else says so.
    """

    id: str
    words: str
    act: Act
    said_on: str | None
    voices: tuple[Voice, ...]
    events: tuple[str, ...]
    figures: tuple[ToldFigure, ...]
    denials: tuple[Counterpart, ...]
    confirmed: tuple[Counterpart, ...]
    repeated: tuple[Counterpart, ...]
    since: str | None
    rivals: tuple[Rival, ...]
    state: State
    document: DocumentRow
    extent: Extent | None
    credibility: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """What bears on each claim."""

    answers: Mapping[Key, list[SayingRow]]
    across: Across
    events: Mapping[Key, list[EventRow]]
    figures: Mapping[Key, list[FigureRow]]
    rivals: Mapping[Key, list[RivalRow]]


def as_ledger(rows: ClaimRows) -> tuple[Claim, ...]:
    """The claims in the order of their reports.

    A denial stands beside the claims that it answers, and by itself only where none of these is asked for or the denial
    is denied in its turn. Of what was asked for as disputed nothing comes that nobody denies or tells otherwise.
    """
    index = _index(rows)
    listed = {_key(claim) for claim in rows.claims}
    claims = (
        _claim(claim, rows, index)
        for claim in rows.claims
        if _key(claim) in index.answers or listed.isdisjoint(_answered(claim, index))
    )
    return tuple(claim for claim in claims if not rows.disputed or claim.state is not State.UNANSWERED)


def _answered(claim: SayingRow, index: _Index) -> list[Key]:
    """The claims that it denies, in its report and in others."""
    return [*((claim.document.id, other) for other in claim.answers), *index.across.answered.get(_key(claim), ())]


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
    across = tie_across(rows.sayings, rows.incidents)
    return _Index(answers=answers, across=across, events=events, figures=figures, rivals=rivals)


def _claim(claim: SayingRow, rows: ClaimRows, index: _Index) -> Claim:
    key, sayings = _key(claim), rows.sayings
    events = index.events.get(key, [])
    denials = (
        *(_counterpart(denial, sayings) for denial in index.answers.get(key, [])),
        *(_counterpart(answer.denial, sayings, answer.likeness) for answer in index.across.denials.get(key, ())),
    )
    said_too = index.across.echoes.get(key, ())
    repeated = tuple(_counterpart(echo.other, sayings, echo.likeness) for echo in said_too if echo.one_voice)
    dates = (claim.document.published, *(support.document.published for support in repeated))
    rivals = _rivals(index.rivals.get(key, []), rows)
    return Claim(
        id=claim.id,
        words=claim.words,
        act=claim.act,
        said_on=claim.said_on,
        voices=voices_of(claim.document, claim.id, sayings),
        events=tuple(dict.fromkeys(event.type for event in events)),
        figures=tuple(told(figure, claim.document, sayings) for figure in index.figures.get(key, [])),
        denials=denials,
        confirmed=tuple(_counterpart(echo.other, sayings, echo.likeness) for echo in said_too if not echo.one_voice),
        repeated=repeated,
        since=min(filter(None, dates), default=None),
        rivals=rivals,
        state=_state(claim.act, bool(denials), {event.evidence for event in events}, bool(rivals)),
        document=claim.document,
        extent=claim.extent,
        credibility=claim.credibility,
    )


def _state(act: Act, answered: bool, evidence: set[Evidence], rivalled: bool) -> State:
    """What a denial denies does not count against the denial."""
    if answered or (Evidence.DENIED in evidence and act is not Act.DENIAL):
        return State.DENIED
    if Evidence.DISPUTED in evidence:
        return State.DISPUTED
    return State.OTHER_FIGURES if rivalled else State.UNANSWERED


def _counterpart(saying: SayingRow, sayings: Sayings, likeness: float | None = None) -> Counterpart:
    return Counterpart(
        id=saying.id,
        voices=voices_of(saying.document, saying.id, sayings),
        words=saying.words,
        document=saying.document,
        extent=saying.extent,
        likeness=likeness,
    )


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
