"""Attacks in words alone: of a politician on another, on a court or a paper, where no weapon or wound is told of."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import Entity, Form, Kind
from onrecord.read.trees import clause
from onrecord.read.who.cast import Cast

ATTACKS = frozenset(("attack", "assault"))
SURNAMED = frozenset((Kind.BODY, Kind.OTHER))
"""Kinds that are given to surnames of persons whom nothing tells."""
POLITICAL = frozenset("ELI GOV JUD LEG PTY".split())
ARMED = frozenset("COP CRM MIL REB SPY UAF".split())
SPOKEN = frozenset(
    "accuse add argue call charge declare demand deride describe mock question say suggest tweet".split()
)
"""Verbs under that of an attack, or beside it, which tell the words: "attacked Ruiz, *saying*"."""
POLITICS = frozenset(
    "ad adviser aide ballot caucus campaign candidacy candidate comment conference congress congressman congresswoman "
    "conservative convention debate democrat election front-runner frontrunner governor interview liberal mayor "
    "minister nomination nominee opponent party policy poll premier presidency presidential primary race remark "
    "republican rhetoric rival senate senator speech statement tweet twitter voter".split()
)
"""Words that tell that a sentence is about politics."""
VIOLENCE = frozenset(
    "ambush armed army arrest axe beat bite blood bomb body bodyguard bullet convoy die death dead drone explosion "
    "explosive fist fire force gang gun gunfire gunman hammer hospital hospitalise hospitalize injure injury invade "
    "jail kick kidnap kill knife machete mask militant militia missile murder night-club pepper physical physically "
    "prison punch rape rebel rocket shoot shot sex sexual sexually slap smash soldier spear stab stone strangle "
    "suffer sword terrorist throw troop victim violent war weapon wound".split()
)
"""Words that tell that a body may have been hurt."""


def is_spoken_attack(cast: Cast, trigger: Token, actor: Sequence[str], recipient: Sequence[str]) -> bool:
    """Whether an attack is one in words: "Senator Ruiz attacked her rival, saying", "Ruiz's attacks on the court"."""
    if trigger.lemma_.lower() not in ATTACKS or not actor or not recipient:
        return False
    doing, hit = [cast.entity(id) for id in actor], [cast.entity(id) for id in recipient]
    if not (all(map(is_speaker, doing)) and all(map(is_addressed, hit))):
        return False
    if any(t.lemma_.lower() in VIOLENCE and t.pos_ != "PROPN" for t in trigger.sent):
        return False
    politics = any(t.lemma_.lower() in POLITICS for t in trigger.sent) or is_put_in_words(clause(trigger))
    known = any(not POLITICAL.isdisjoint(e.sector) for e in (*doing, *hit))
    return politics or (known and all(e.kind is Kind.PERSON for e in doing))


def is_speaker(entity: Entity) -> bool:
    """Whether an entity is one person of no armed force, named or in office; or a single name of nobody known, as
    surnames often are."""
    named = any(m.form is Form.NAME for m in entity.mentions)
    if entity.kind is not Kind.PERSON:
        return named and entity.kind in SURNAMED and entity.name.istitle() and not (entity.sector or entity.country)
    return ARMED.isdisjoint(entity.sector) and (named or not POLITICAL.isdisjoint(entity.sector))


def is_addressed(entity: Entity) -> bool:
    """Whether an entity is a person or body of no armed force and of some name or office."""
    if not ARMED.isdisjoint(entity.sector):
        return False
    named = any(m.form is Form.NAME for m in entity.mentions)
    return entity.kind in (Kind.PERSON, Kind.BODY) and (named or bool(entity.sector))


def is_put_in_words(verb: Token) -> bool:
    """Whether a verb under that of an attack tells what was said: "attacked Ruiz, *calling* him a liar"."""
    return any(c.dep_ in ("advcl", "conj") and c.lemma_.lower() in SPOKEN for c in verb.children)
