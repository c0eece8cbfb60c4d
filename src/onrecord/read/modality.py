"""Whether what a word tells has happened: actual, future, hypothetical or negated."""

from collections.abc import Collection

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Modality
from onrecord.read.climbing import climb
from onrecord.read.governing import passed_down
from onrecord.read.own import own_modality
from onrecord.read.trees import support_verb

STRENGTH = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE, Modality.ACTUAL)


def find_modality(trigger: Token, lexicon: Lexicon) -> Modality:
    """The strongest reading of all that the trigger stands under, within its sentence.

    Negation outweighs hypothesis, hypothesis the future. A definite noun ("has not condemned the attack") is
    presupposed: what is said of it doesn't undo it.
    """
    found = list(own_modality(trigger, lexicon))
    for below, above in climb(trigger, lexicon):
        found += passed_down(below, above, lexicon)
    return strongest([m for i, m in enumerate(found) if not is_open(m, found[i + 1 :])])


def is_open(modality: Modality, above: Collection[Modality]) -> bool:
    """Whether a negation is itself only asked for or possible: "urged Chad *not* to attack", "could *refuse* to go"."""
    return modality is Modality.NEGATED and Modality.HYPOTHETICAL in above


def strongest(found: Collection[Modality]) -> Modality:
    """The strongest of several modalities; actual where there is none."""
    return next((m for m in STRENGTH if m in found), Modality.ACTUAL)


def is_refusal(trigger: Token) -> bool:
    """Whether the negation of a deed is a will not to do it: "will not release", "failed to reach an agreement"."""
    verb = support_verb(trigger) or trigger
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail":
        return True
    below = list(verb.children)
    return any(c.dep_ == "neg" for c in below) and any(c.lower_ in ("will", "would", "wo") for c in below)
