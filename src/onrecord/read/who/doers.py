"""Who is named before the noun of what they write or do: "a *ministry* statement", "a *rebel* raid"."""

from spacy.tokens import Token

from onrecord.lexicon.people import BodyWord, KinWord, Noun, Role

DOCUMENTS = frozenset("statement communique communiqué report letter memo note cable document post dispatch".split())
"""What bodies write."""
FORCE = frozenset(
    "attack assault raid ambush offensive counteroffensive counter-offensive airstrike shelling bombardment bombing "
    "incursion crackdown onslaught operation siege fire gunfire".split()
)
"""What armed people do."""
UNREST = frozenset("protest rally march demonstration strike walkout boycott sit-in".split())
"""What people do who are against something."""
ARMED = frozenset(("MIL", "COP", "REB", "UAF", "CRM", "SPY"))
RULING = frozenset(("government", "regime", "junta"))
DISSENTING = frozenset(("OPP", "LAB", "EDU", "CVL"))
"""Whose noun before that of an attack, and of a protest, says who did it."""
ADJECTIVES = frozenset("militant separatist secessionist insurgent jihadist rebel".split())
"""Nouns for people that say so as adjectives too ("a *separatist* raid"; but "a partisan attack", "military talks")."""
MANNERS = frozenset("artillery terrorist extremist".split())
"""What before the noun of a deed says how rather than by whom it is done."""


def says_whose(head: Token, noun: Noun | None) -> bool:
    """Whether a noun says before another whose words or whose deed that is."""
    return noun is not None and (is_author(head, noun) or is_doer(head, noun))


def writes(noun: Token) -> bool:
    """Whether a noun stands before that of a document: "a defence *ministry* statement"."""
    return noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.lemma_.lower() in DOCUMENTS


def is_author(head: Token, noun: Noun) -> bool:
    """Whether a body's noun says before another whose words that is: "a defence ministry statement"."""
    return isinstance(noun.entry, BodyWord) and writes(head)


def is_doer(head: Token, noun: Noun) -> bool:
    """Whether a noun for people who do such things says before another whose deed that is: "a *militant* attack", "a
    *student* rally"; not "a general strike" nor "the embassy attack"."""
    entry = noun.entry
    if isinstance(entry, KinWord) or (isinstance(entry, Role) and entry.office) or noun.lemma in MANNERS:
        return False
    if head.dep_ == "amod" and noun.lemma not in ADJECTIVES:
        return False
    sectors = set(entry.sector)
    by_force = bool(sectors & ARMED) or noun.lemma in RULING
    return (by_force and stands_before(head, FORCE)) or (bool(sectors & DISSENTING) and stands_before(head, UNREST))


def stands_before(noun: Token, deeds: frozenset[str]) -> bool:
    """Whether a word stands right before the noun of one of the deeds, and belongs to it."""
    beside = noun.dep_ in ("compound", "amod", "nmod") and noun.head.i == noun.i + 1
    return beside and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.lemma_.lower() in deeds


def author_phrase(noun: Token, end: int) -> tuple[Token, ...]:
    """The words before a document's noun up to token `end` that name whose it is, without the document's article."""
    return tuple(t for t in noun.doc[noun.head.left_edge.i : end] if t.head != noun.head or t.dep_ != "det")


def doer_phrase(noun: Token, start: int) -> tuple[Token, ...]:
    """The words that name whose deed it is, from a noun that begins at token `start`, with a people before it: "a
    fierce *Malian army* raid"."""
    named = start > 0 and noun.doc[start - 1].ent_type_ == "NORP" and noun.doc[start - 1].head in (noun, noun.head)
    return tuple(noun.doc[start - named : noun.i + 1])
