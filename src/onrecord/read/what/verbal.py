"""Attacks that only words are used in: those of one named person on another, where nothing tells of blows."""

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Entity, Form, Kind
from onrecord.read.trees import clause
from onrecord.read.who.cast import Cast

ATTACKS = frozenset(("attack", "assault"))
"""Words for an attack with weapons as for one with words."""
BY_WORDS = "accuse.attack_rival"
"""The lexicon's entry that speaks for an attack with words."""
ARMED = frozenset("COP CRM MIL PRM REB SPY UAF".split())
"""Sectors whose people attack with weapons."""
CIVIL = frozenset("EDU ELI GOV JRN JUD LEG OPP PTY REL".split())
"""Sectors of public life, where attacks are made with words."""
BLOWS = frozenset(
    "ambush arrest assassin assassinate assassination blood bodyguard convoy dead deadly death die hospital hurt "
    "injure injury kill killing murder rape rob robbery shoot shooting stab stabbing wound".split()
)
"""Words in a sentence by which an attack is no figure of speech."""


def in_words(
    entry: EventWord,
    token: Token,
    actor: tuple[str, ...],
    recipient: tuple[str, ...],
    cast: Cast,
    lexicon: Lexicon,
) -> EventWord:
    """The entry that speaks for an attack: that of attacks with words for "Ana Cruz's *attacks* on Judge Mensah"."""
    if entry.type != "ASSAULT" or token.lemma_.lower() not in ATTACKS or not (actor and recipient):
        return entry
    doing, hit = [cast.entity(id) for id in actor], [cast.entity(id) for id in recipient]
    rivals = all(map(is_rival, doing)) and all(map(is_fought_with_words, hit))
    if not rivals or tells_of_blows(token, lexicon):
        return entry
    return next((e for e in lexicon.events.get("attack", ()) if e.id == BY_WORDS), entry)


def is_rival(entity: Entity) -> bool:
    """Whether an entity is a named person without arms."""
    named = any(m.form is Form.NAME for m in entity.mentions)
    return entity.kind is Kind.PERSON and named and ARMED.isdisjoint(entity.sector)


def is_fought_with_words(entity: Entity) -> bool:
    """Whether an entity is such a person, or one or a body of public life: "the *judge*", "the *court*"."""
    civil = ARMED.isdisjoint(entity.sector) and not CIVIL.isdisjoint(entity.sector)
    return is_rival(entity) or (civil and entity.kind in (Kind.PERSON, Kind.BODY))


def tells_of_blows(token: Token, lexicon: Lexicon) -> bool:
    """Whether a weapon stands in an attack's clause, a "with" beside it, or a word of blows in its sentence."""
    armed = any(m.type == "ASSAULT" for t in clause(token).subtree for m in lexicon.modes.get(t.lemma_.lower(), ()))
    beside = any(c.dep_ == "prep" and c.lower_ in ("with", "near", "outside", "inside") for c in token.children)
    return armed or beside or any(t.lemma_.lower() in BLOWS for t in token.sent)
