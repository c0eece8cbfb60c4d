"""Who only tells of a deed, and who does it by announcing it."""

from collections.abc import Iterator, Sequence

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
CHARGES = frozenset("accusation allegation charge claim criticism".split())
DENYING = frozenset("brush call denounce deny describe dismiss rebut refute reject scoff".split())
"""Verbs of which the subject says that a charge is untrue."""


def is_refuted(charge: Token) -> bool:
    """Whether a charge is one that somebody only calls untrue, and so not his own: "called the *allegations* baseless",
    "rejected the *charges*"."""
    if charge.lemma_.lower() not in CHARGES:
        return False
    return any(above.lemma_.lower() in DENYING for above in (charge.head, charge.head.head))


def is_teller(pair: Pair, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether the actor only tells of a deed, and is not the one who does it by saying so."""
    return pair.answer.type in DEEDS and any(
        not (pair.answer.type in DONE_BY_WORDS and is_enacted(pair.trigger, saying.candidate.cue))
        for saying in told_by(pair.actor, pair.trigger, cast, sayings)
    )


def is_told_of_teller(pair: Pair, cast: Cast, sayings: Sequence[Saying]) -> bool:
    """Whether a deed would be done to who tells of it, though he does not name himself in what he says."""
    return any(told_by(pair.recipient, pair.trigger, cast, sayings))


def told_by(id: str, word: Token, cast: Cast, sayings: Sequence[Saying]) -> Iterator[Saying]:
    """The sayings of an entity in which a word stands, and in which it does not name itself."""
    for saying in sayings:
        content = saying.attribution.content
        if saying.attribution.source.entity != id or not any(e.start <= word.idx < e.end for e in content):
            continue
        if not any(id in cast.within(e) for e in content):
            yield saying


def is_enacted(deed: Token, cue: Token) -> bool:
    """Whether a verb of announcing has a deed for its object: "announced a *truce*", not "announced that a truce"."""
    if cue.lemma_.lower() not in ENACTING:
        return False
    under = deed
    while under.head != cue and under.head != under and under.pos_ in ("NOUN", "PROPN") and under.dep_ != "nsubj":
        under = under.head
    return under.head == cue and under.dep_ == "dobj" and under.pos_ in ("NOUN", "PROPN")
