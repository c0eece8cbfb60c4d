"""Relative clauses that do something to the noun on which they hang."""

from spacy.tokens import Token

RELATIVES = frozenset(("that", "which", "who", "whom"))
OCCASIONS = frozenset("day time moment week month year night morning evening hour way reason place fact extent".split())
"""Nouns of which a clause tells when, where or how, and not whom: "the *day* they marched"."""
PLACES_AND_BODIES = frozenset(("GPE", "LOC", "FAC", "ORG"))
"""The recogniser's labels of those who are no "who"."""


def told_of(noun: Token, relative: Token) -> Token:
    """Of whom a relative clause is told: the noun that it hangs on, or, where that names a place or body and no "who",
    the person before it: "the *head* of the Dawn Forum, who …"."""
    over = noun.head
    if relative.lower_ != "who" or noun.dep_ != "pobj" or noun.ent_type_ not in PLACES_AND_BODIES:
        return noun
    person = over.head
    return person if over.lower_ in ("of", "to", "from", "for") and person.pos_ in ("NOUN", "PROPN") else noun


def lacks_object(verb: Token) -> bool:
    """Whether the object of a relative clause is the noun that it hangs on: "the *embargo* they imposed"; not "the day
    they marched", "the town they marched through", "the town where they fought"."""
    if verb.dep_ != "relcl" or verb.head.lemma_.lower() in OCCASIONS:
        return False
    children = list(verb.children)
    own = any(c.dep_ == "nsubj" and c.lower_ not in RELATIVES for c in children)
    filled = any(c.dep_ in ("ccomp", "xcomp", "acomp", "attr", "prt", "expl") or c.tag_ == "WRB" for c in children)
    stranded = any(c.dep_ == "prep" and not list(c.children) for c in children)
    return own and not filled and not stranded
