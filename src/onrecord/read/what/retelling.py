"""Which words tell again of an attack that a report has told of before: "*the blast* killed nine", "*the bombings*"."""

from collections.abc import Sequence

from spacy.tokens import Token

ATTACKS = frozenset(
    "ambush assassination assault attack blast bomb bombing explosion killing massacre murder raid shelling shooting "
    "slaying stabbing strike".split()
)
"""Nouns by which an attack is spoken of again."""
POINTING = frozenset("the that these this those".split())
HARMED = frozenset("kill wound injure".split())
"""Verbs by which it is told again what became of those whom an attack hit."""
BLAST = frozenset("blast bomb bombing detonate explode explosion".split())
SHOT = frozenset("gun shoot shooting".split())
KILLED = frozenset("assassinate assassination kill killing massacre murder slay slaying stab stabbing".split())
KINDS = (BLAST, SHOT, KILLED)
"""Words of one kind of attack: what is called a blast is not called a shooting later on."""


def attack_meant(trigger: Token) -> Token | None:
    """The word by which an attack is spoken of again: the noun for it, or for what did it ("*the bombings* killed
    nine", "*the bomb* had killed nine"), or what befell those whom the report has counted ("the 12 Chadians
    were *killed*"); None where that is no attack spoken of before ("a blast")."""
    noun = trigger
    if trigger.lemma_.lower() in HARMED and any(is_counted(c) for c in trigger.children if c.dep_ == "nsubjpass"):
        return trigger
    if trigger.tag_.startswith("VB"):
        verb = trigger.head if trigger.dep_ == "advcl" and trigger.tag_ == "VBG" else trigger
        noun = next((c for c in verb.children if c.dep_ == "nsubj"), trigger)
    return noun if noun.lemma_.lower() in ATTACKS and points_back(noun) else None


def is_counted(noun: Token) -> bool:
    """Whether a noun names so many who are known already: "the 12 Chadians"."""
    return points_back(noun) and any(c.dep_ == "nummod" for c in noun.children)


def points_back(noun: Token) -> bool:
    """Whether a noun names what is known already: "the blast", "those attacks", "last week's bombing"."""
    return any(
        (c.dep_ == "det" and c.lower_ in POINTING) or (c.dep_ == "poss" and c.ent_type_ in ("DATE", "TIME"))
        for c in noun.children
    )


def is_of_kind(noun: Token, words: Sequence[Token]) -> bool:
    """Whether what a noun tells of can be what others do, by kind and number: "the blasts" is not "an explosion"."""
    harm = noun.lemma_.lower() in HARMED
    return harm or any(is_like(noun, word) and (noun.tag_ == word.tag_ or word.pos_ != "NOUN") for word in words)


def is_like(a: Token, b: Token) -> bool:
    """Whether two words can be said of one attack: "killed" goes with any noun, "the attack" with any word; a killing
    is told of as such."""
    mine, other = (next((k for k in KINDS if word.lemma_.lower() in k), None) for word in (a, b))
    if mine is other or other is None:
        return mine is not KILLED or other is KILLED
    return mine is None or b.lemma_.lower() == "kill"
