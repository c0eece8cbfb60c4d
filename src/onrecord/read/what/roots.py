"""The event model's types beside PLOVER's: CONCEDE and RETREAT are one, and what is to come goes by what it will be."""

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Modality
from onrecord.read.firing import fits
from onrecord.read.modality import find_modality, is_refusal
from onrecord.read.what.events import REFUSAL, Told

LEAVING = frozenset("withdraw withdrawal retreat leave pull pullout return ceasefire truce disengage vacate".split())
"""Words off which a YIELD is a RETREAT and not a CONCEDE."""


def root(type: str) -> str:
    """A type as the model tells it apart."""
    return "YIELD" if type in ("CONCEDE", "RETREAT") else type


def roots(one: Told, lexicon: Lexicon) -> tuple[str, ...]:
    """The types by which the model can mean what a telling tells: its own, and the one that it is while yet to come."""
    later = lexicon.types[one.type].future
    return (root(one.type),) if later is None or one.modality is Modality.ACTUAL else (root(one.type), root(later))


def as_type(type: str, word: Token, lexicon: Lexicon) -> str:
    """PLOVER's type: of a YIELD, the one of CONCEDE and RETREAT that the lexicon has for its word, or that words of
    leaving beside it tell."""
    if type != "YIELD":
        return type
    for entry in lexicon.events.get(word.lemma_.lower(), ()):
        if root(entry.type) == "YIELD" and fits(entry, word):
            return entry.type
    around = {t.lemma_.lower() for t in (word, *word.children)}
    return "RETREAT" if around & LEAVING else "CONCEDE"


def may_mean(word: Token, type: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon has a word among those that tell a type (as the model calls it)."""
    return any(root(entry.type) == type for entry in lexicon.events.get(word.lemma_.lower(), ()))


def modality_of(trigger: Token, type: str, lexicon: Lexicon) -> Modality:
    """The modality of the word; a refusal is no negation of a REJECT, and what was not done is one by that."""
    found = find_modality(trigger, lexicon)
    if type != REFUSAL or found is not Modality.NEGATED:
        return found
    refuses = any(entry.type == REFUSAL for entry in lexicon.events.get(trigger.lemma_.lower(), ()))
    return found if refuses and not is_refusal(trigger) else Modality.ACTUAL
