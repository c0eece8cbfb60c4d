"""Words that tell something else than their deed here: a paper that is released, a name that somebody is called."""

from spacy.tokens import Token

from onrecord.lexicon.entries import EventWord
from onrecord.read.papers import PAPERS
from onrecord.read.trees import walk
from onrecord.read.what.parties import is_named
from onrecord.read.who.cast import Cast

RELEASING = "release"
"""The mode of setting somebody free."""


def is_naming(trigger: Token) -> bool:
    """Whether "call" says what something is called, and rings nobody up: "called the premier '*a coward*'"."""
    if trigger.lemma_.lower() != "call" or not trigger.tag_.startswith("VB"):
        return False
    ends = (c.right_edge.i + 1 for c in trigger.children if c.dep_ == "dobj")
    quoted = any(end < len(trigger.doc) and trigger.doc[end].text in ('"', "'") for end in ends)
    return quoted or any(c.tag_ == "WP" and c.lower_ == "what" for c in trigger.children)


def is_put_out(cast: Cast, token: Token, entry: EventWord) -> bool:
    """Whether what is released is a paper or a thing of somebody's, and no captive: "released Cruz's *taxes*"."""
    if entry.pos != "verb" or RELEASING not in entry.mode:
        return False
    things = [t for t in walk(token, "lobj") if not is_named(cast, t)]
    return bool(things) and all(t.lemma_.lower() in PAPERS or is_of_a_party(cast, t) for t in things)


def is_of_a_party(cast: Cast, thing: Token) -> bool:
    """Whether a party stands before a noun as whose it is, or of what: "*Cruz's* taxes", "the *Cruz* emails"."""
    owners = (c for c in thing.children if c.dep_ in ("poss", "compound", "nmod") and c.i < thing.i)
    return thing.pos_ == "NOUN" and any(cast.at(c) is not None for c in owners)
