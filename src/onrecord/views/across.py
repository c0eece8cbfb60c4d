"""What other reports of an incident hold against a claim or for it: denials of it, and claims that say the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.link.answers import Answer, Echo, answers_among, echoes_among
from onrecord.record.rows import SayingRow, Sayings

Key = tuple[str, str]
"""A document's id and the id of an attribution in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """By claim: the denials that answer it, and the claims that say the same (`other` of each echo). By denial: the
    claims that it answers."""

    denials: Mapping[Key, Sequence[Answer]]
    echoes: Mapping[Key, Sequence[Echo]]
    answered: Mapping[Key, Sequence[Key]]


def tie_across(sayings: Sayings, incidents: Mapping[str, str]) -> Across:
    """Ties what is said in the reports of each incident; `incidents` has the incident of each document."""
    denials: dict[Key, list[Answer]] = {}
    echoes: dict[Key, list[Echo]] = {}
    answered: dict[Key, list[Key]] = {}
    for said in _by_incident(sayings, incidents).values():
        for answer in answers_among(said):
            denials.setdefault(_key(answer.claim), []).append(answer)
            answered.setdefault(_key(answer.denial), []).append(_key(answer.claim))
        for echo in echoes_among(said):
            echoes.setdefault(_key(echo.one), []).append(echo)
            echoes.setdefault(_key(echo.other), []).append(replace(echo, one=echo.other, other=echo.one))
    return Across(denials=denials, echoes=echoes, answered=answered)


def _key(saying: SayingRow) -> Key:
    return saying.document.id, saying.id


def _by_incident(sayings: Sayings, incidents: Mapping[str, str]) -> Mapping[str, list[SayingRow]]:
    found: dict[str, list[SayingRow]] = {}
    for saying in sayings.values():
        if incident := incidents.get(saying.document.id):
            found.setdefault(incident, []).append(saying)
    return found
