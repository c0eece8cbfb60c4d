"""Who only tells of a deed, and who does it by announcing it."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.read.what.questions import Pair
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying

DEEDS = frozenset(("COOPERATE", "AID", "YIELD", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONSULT"))
"""Types that nobody does by telling of them."""
ENACTING = frozenset("announce approve authorise authorize call declare order proclaim".split())
"""Verbs by which a deed that is their object is done: "announced a truce", "authorised the release of"."""
DONE_BY_WORDS = frozenset(("COOPERATE", "AID", "YIELD", "SANCTION", "MOBILIZE", "COERCE"))
"""Types of deeds that are begun by such words."""


def is_teller(pair: Pair, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether the actor only tells of a deed: named outside what it says, in which the word stands, and not the one
    who does it by saying so."""
    at = pair.trigger.idx
    return pair.answer.type in DEEDS and any(
        saying.attribution.source.entity == pair.actor
        and any(e.start <= at < e.end for e in saying.attribution.content)
        and not any(pair.actor in cast.within(e) for e in saying.attribution.content)
        and not (pair.answer.type in DONE_BY_WORDS and is_enacted(pair.trigger, saying.candidate.cue))
        for saying in sayings
    )


def is_told_of_teller(pair: Pair, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether a deed would be done to who tells of it, though he does not name himself in what he says."""
    at = pair.trigger.idx
    return any(
        saying.attribution.source.entity == pair.recipient
        and any(e.start <= at < e.end for e in saying.attribution.content)
        and not any(pair.recipient in cast.within(e) for e in saying.attribution.content)
        for saying in sayings
    )


def is_enacted(deed: Token, cue: Token) -> bool:
    """Whether a verb of announcing has a deed for its object: "announced a *truce*", not "announced that a truce"."""
    if cue.lemma_.lower() not in ENACTING:
        return False
    under = deed
    while under.head != cue and under.head != under and under.pos_ in ("NOUN", "PROPN") and under.dep_ != "nsubj":
        under = under.head
    return under.head == cue and under.dep_ == "dobj" and under.pos_ in ("NOUN", "PROPN")
