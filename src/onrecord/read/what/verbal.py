"""Attacks that are made with words: "the senator attacked the governor", "Ruiz's attacks on Judge Mora"."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.model import Entity, Form, Kind
from onrecord.read.who.cast import Cast

WITH_FORCE = "ASSAULT"
WITH_WORDS = "ACCUSE"
SAID = "accuse.verbal_attack"
"""The entry of attacks that are made with words."""
ATTACKS = frozenset(("assault", "attack"))
POLITICS = frozenset(("ELI", "GOV", "JUD", "LEG", "OPP", "PTY"))
"""Sectors of people who attack each other with words, unless more is said."""
PARTY = "PTY"
HARM = frozenset(
    "acid airstrike axe beat bite bleed blood bomb bruise bullet burn club die explosive fatally fist grenade gun "
    "gunman hammer hospital hospitalise hospitalize injure injury kick kill knife machete militia missile murder "
    "physical physically pistol police policeman punch rebel rifle rocket sexual sexually shoot slap soldier stab "
    "sword teargas throw troop violence weapon wound".split()
)
"""Words in a sentence by which an attack may be more than words."""


def as_meant(entry: EventWord, trigger: Token, actor: Iterable[str], recipient: Iterable[str], cast: Cast) -> EventWord:
    """The entry of an attack, as one of words where a politician attacks another and nothing tells of force."""
    if entry.type != WITH_FORCE or trigger.lemma_.lower() not in ATTACKS:
        return entry
    doing, undergoing = [cast.entity(id) for id in actor], [cast.entity(id) for id in recipient]
    if not doing or not undergoing or any(t.lemma_.lower() in HARM for t in trigger.sent):
        return entry
    several = trigger.tag_ == "NNS"
    civil = all(may_speak(e, several) for e in doing) and all(may_speak(e, several) for e in undergoing)
    sure = several or any(POLITICS.intersection(e.sector) for e in (*doing, *undergoing))
    persons = all(e.kind is Kind.PERSON for e in undergoing)
    said = replace(entry, id=SAID, type=WITH_WORDS, mode=("disapprove",))
    return said if civil and sure and persons else entry


def may_speak(entity: Entity, several: bool) -> bool:
    """Whether it goes without saying that somebody fights with words: a politician or a party, and anybody by name of
    whom nothing else is known; of several attacks, whoever "he" is."""
    if entity.sector:
        political = bool(POLITICS.intersection(entity.sector))
        return political and (entity.kind is Kind.PERSON or PARTY in entity.sector)
    known = any(m.form is Form.NAME for m in entity.mentions)
    return entity.kind is Kind.PERSON and (known or (several and all(m.form is Form.PRONOUN for m in entity.mentions)))
