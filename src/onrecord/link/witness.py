"""Under whom somebody's word counts: a state for all of its organs, a kind of people, a group or person by name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lexicon.countries import load_countries
from onrecord.model import Kind
from onrecord.record.names import name_key, sound_keys
from onrecord.record.rows import EventRow, IncidentRows, PartyRow, SayingRow, SpeakerRow

Speakers = Mapping[tuple[str, str], SpeakerRow]

ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "ELI"})
"""PLOVER sectors of those who speak for a state."""
ECHOES = frozenset({"ACCUSE", "REJECT"})
"""Types of what is said about a deed."""
OWN_ACTS = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "COOPERATE", "MOBILIZE", "RETREAT", "SANCTION"})
"""Types of what a state does as a state (it closes a border, seizes a ship), and is first to tell."""
NOBODY = "somebody"
"""Who says it where the report does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Somebody's word in one report: the key under which it counts, and who that is.

    `obscure`: the report does not tell in what standing they speak, so beside others they are taken for one of them.
    `guessed`: the report leaves out of which state they are, so another that tells it is believed.
    """

    key: str
    name: str
    country: str | None
    obscure: bool = False
    guessed: bool = False


def as_outlet(name: str) -> Witness:
    """The outlet's own word."""
    return Witness(key=f"outlet {name_key(name)}", name=name, country=None)


def as_witness(saying: SayingRow, speakers: Speakers, home: str | None) -> Witness:
    """States by their country, other kinds of people by what they are ("doctors"), groups and persons by name; `home`
    is the state of organs of which the report leaves it out."""
    speaker = speakers.get((saying.document.id, saying.entity or ""))
    name = saying.source or NOBODY
    key = name_key(name)
    if speaker is None:
        return Witness(key=f"name {key}", name=name, country=None)
    if not speaker.called:
        name = NOBODY
    if is_organ(speaker) and (state := speaker.country or home):
        known = load_countries().by_code(state)
        called = known.name if known and not speaker.called else name
        return Witness(key=f"state {state}", name=called, country=state, guessed=speaker.country is None)
    if speaker.sector and not speaker.named:
        return Witness(key=f"sector {speaker.sector[0]}", name=name, country=None)
    obscure = speaker.kind is Kind.PERSON and not speaker.sector
    return Witness(key=f"name {' '.join(sound_keys(key)) or key}", name=name, country=None, obscure=obscure)


def is_organ(speaker: SpeakerRow) -> bool:
    """Whether somebody speaks for a state."""
    in_office = speaker.office and not speaker.sector
    return speaker.kind is Kind.STATE or in_office or not ORGANS.isdisjoint(speaker.sector)


def is_part(witness: Witness, longer: Witness) -> bool:
    """Whether the one is the other called by part of its name ("The Guards")."""
    short, whole = set(name_key(witness.name).split()), set(name_key(longer.name).split())
    return witness.country is None and short < whole


def find_home(
    sayings: Sequence[SayingRow], events: Sequence[EventRow], incident: IncidentRows, deed: str | None
) -> str | None:
    """Of which state somebody is an organ whose state their report leaves out, by what is said and told there: of the
    state that speaks most, else of the one whose own act the deed is, or where it was; never of one that they accuse.
    """
    accused = set(_accused(events))
    speakers = (incident.speakers.get((s.document.id, s.entity or "")) for s in sayings)
    speaking = Counter(s.country for s in speakers if s and s.country and is_organ(s))
    acts = [e for e in incident.events if e.type == deed and deed in OWN_ACTS]
    acting = Counter(party.country for act in acts for party in act.actors if party.country)
    for states in (speaking, acting, Counter([incident.country] if incident.country else [])):
        if left := states.keys() - accused:
            return min(left, key=lambda state: (-states[state], state))
    return None


def states_of(parties: Sequence[PartyRow]) -> Iterator[str]:
    """The states among the parties, by their own name or an organ's; a group that fights in one is none."""
    return (party.country for party in parties if party.country and party.kind is not Kind.GROUP)


def _accused(events: Sequence[EventRow]) -> Iterator[str]:
    """The states that somebody whose state is left out accuses or contradicts."""
    for event in events:
        if event.type in ECHOES and any(actor.country is None for actor in event.actors):
            yield from states_of(event.recipients)
