"""Which claims of other reports a denial answers, and which say the same, within one incident.

A denial is tied to what somebody else claims in another report, where both speak of the same deed: by the words of
their contents, rare ones first, inflections aside. So "had crossed at Tine" answers "crossing the border at Tine". Two
claims say the same where they share more of their words still; figures may differ. What is negated and what is not are
contraries, and neither the same nor what the other denies.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from onrecord.lexicon.countries import load_countries
from onrecord.link.origins import TELLING
from onrecord.link.terms import WORD, weight
from onrecord.model import Act, Modality
from onrecord.record.rows import IncidentRows, SayingRow

LIGHT = 20.0
"""A word of this weight or less ("that", "had") tells no deed."""
STEM = 4
"""Letters of a word that count: "shelled" and "shelling" are one."""
LEAST = 0.3
"""The share of the shorter content's weight that both must have; chosen on the invented reports of tests/record_set."""
SAME = 0.5
"""The share from which two claims say the same; chosen likewise."""
ALONE = 0.6
"""The share that a single word in common must have; one in long contents ("the vessel") tells no deed."""
NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|neither|nor)\b|n['’]t\b", re.IGNORECASE)
"""What turns a content into its contrary."""
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
    claims = [(s, _stems(s.words)) for s in sayings if s.modality is Modality.ACTUAL and s.words and s.act in TELLING]
    return tuple(
        Echo(one=one, other=other, likeness=round(value, 3), one_voice=_same_teller(one, other))
        for (one, words), (other, others) in combinations(claims, 2)
        if one.document.id != other.document.id
        and (value := _shared(words, others)) >= SAME
        and _negated(one) == _negated(other)
    )


def _answers(denial: SayingRow, claims: list[SayingRow]) -> Iterator[Answer]:
    """The claims of each other report that a denial answers: the likest, and those nearly as like."""
    denied = _stems(denial.words)
    likest: dict[str, float] = {}
    found: list[Answer] = []
    for claim in claims:
        if claim.document.id != denial.document.id and not _same_teller(denial, claim):
            value = _shared(denied, _stems(claim.words))
            if value >= LEAST and _negated(denial) == _negated(claim):
                found.append(Answer(denial=denial, claim=claim, likeness=round(value, 3)))
                likest[claim.document.id] = max(value, likest.get(claim.document.id, 0.0))
    return (answer for answer in found if answer.likeness >= round(BESIDE * likest[answer.claim.document.id], 3))


def _same_teller(denial: SayingRow, claim: SayingRow) -> bool:
    return denial.country == claim.country if denial.country else denial.source == claim.source


def _stems(words: str) -> Mapping[str, float]:
    """The words that tell one deed from another, by their stems; the reports of an incident share its countries."""
    told = (word.lower().replace("’", "'").removesuffix("'s") for word in WORD.findall(words))
    return {word[:STEM]: heavy for word in told if (heavy := weight(word)) > LIGHT and word not in _countries()}


@cache
def _countries() -> frozenset[str]:
    """The names of countries and their people, of one word."""
    names = (name for c in load_countries() for name in (c.name, *c.names, *c.demonyms, *c.short))
    return frozenset(name.lower() for name in names if " " not in name)


def _negated(saying: SayingRow) -> bool:
    return bool(NEGATED.search(saying.words))


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The share of the lighter one's weight that both have; none where a single word of little weight is all."""
    least, common = min(sum(one.values()), sum(other.values())), one.keys() & other.keys()
    share = sum(one[stem] for stem in common) / least if least else 0.0
    return share if len(common) > 1 or share >= ALONE else 0.0
