"""Relative clauses that do something to the noun on which they hang."""

from spacy.tokens import Token

RELATIVES = frozenset(("that", "which", "who", "whom"))
OCCASIONS = frozenset("day time moment week month year night morning evening hour way reason place fact extent".split())
"""Nouns of which a clause tells when, where or how, and not whom: "the *day* they marched"."""


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
