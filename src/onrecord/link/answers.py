"""Which claims of other reports a denial answers, and which say the same, within one incident.

A denial is tied to what somebody else claims in another report, where both speak of the same deed: by the words of
their contents, rare ones first, inflections aside. So "had crossed at Tine" answers "crossing the border at Tine". Two
claims say the same where they share more of their words still; figures may differ. What is negated and what is not are
contraries, and neither the same nor what the other denies.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.link.contents import SAME, is_negated, shared, stems
from onrecord.link.vouching import TELLING
from onrecord.model import Act, Kind, Modality
from onrecord.record.rows import IncidentRows, SayingRow

LEAST = 0.3
"""The share of the shorter content's weight that both must have; chosen on the invented reports of tests/record_set."""
BESIDE = 0.8
"""How like a claim must be, as a share of the likest of its report, to be answered too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A denial and a claim of another report that it answers; `likeness` is the share of their words in common."""

    denial: SayingRow
    claim: SayingRow
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Two claims of two reports that say the same; `one_voice` where it is the same source, or organs of one state."""

    one: SayingRow
    other: SayingRow
    likeness: float
    one_voice: bool


def find_answers(incident: IncidentRows) -> tuple[Answer, ...]:
    """Every tie between a denial and a claim of another report, denial by denial, the likest claims first."""
    return answers_among(incident.sayings.values())


def answers_among(sayings: Iterable[SayingRow]) -> tuple[Answer, ...]:
    """As `find_answers`, among everything said in the reports of one incident."""
    said = [s for s in sayings if s.modality is Modality.ACTUAL and s.words]
    claims = [s for s in said if s.act in TELLING]
    found = (answer for denial in said if denial.act is Act.DENIAL for answer in _answers(denial, claims))
    return tuple(sorted(found, key=lambda a: (a.denial.document.id, a.denial.id, -a.likeness, a.claim.id)))


def echoes_among(sayings: Iterable[SayingRow]) -> tuple[Echo, ...]:
    """Every two claims that say the same, among everything said in the reports of one incident."""
    claims = [(s, stems(s.words)) for s in sayings if s.modality is Modality.ACTUAL and s.words and s.act in TELLING]
    return tuple(
        Echo(one=one, other=other, likeness=round(value, 3), one_voice=_same_teller(one, other))
        for (one, words), (other, others) in combinations(claims, 2)
        if one.document.id != other.document.id
        and (value := shared(words, others)) >= SAME
        and is_negated(one.words) == is_negated(other.words)
    )


def _answers(denial: SayingRow, claims: list[SayingRow]) -> Iterator[Answer]:
    """The claims of each other report that a denial answers: the likest, and those nearly as like."""
    denied = stems(denial.words)
    likest: dict[str, float] = {}
    found: list[Answer] = []
    for claim in claims:
        if claim.document.id != denial.document.id and not _same_teller(denial, claim):
            value = shared(denied, stems(claim.words))
            if value >= LEAST and is_negated(denial.words) == is_negated(claim.words):
                found.append(Answer(denial=denial, claim=claim, likeness=round(value, 3)))
                likest[claim.document.id] = max(value, likest.get(claim.document.id, 0.0))
    return (answer for answer in found if answer.likeness >= round(BESIDE * likest[answer.claim.document.id], 3))


def _same_teller(denial: SayingRow, claim: SayingRow) -> bool:
    """Whether organs of one state say both, or one source. A group that fights in a state is no organ of it."""
    states = [None if saying.kind is Kind.GROUP else saying.country for saying in (denial, claim)]
    return states[0] == states[1] if any(states) else denial.source == claim.source
